import * as z from 'zod';
import { askView } from './asking.ts';
import { question } from './inputs.ts';
import { operation } from './operation.ts';
import { AnswerView } from './outputs.ts';
import { showAnswer } from './show-answer.ts';

export const count = operation({
  name: 'count',
  summary: 'Answers a counting rule: low, best, high, who knows of it, and what each voice says.',
  input: z.object({
    ...question,
    reviewed: z.boolean().optional().describe('count only claims that a person accepted or amended'),
  }),
  output: AnswerView,
  positional: ['rule'],
  right: 'reader',
  writes: false,
  examples: [
    'daybook count attacks-on-us-forces --since 2023-10-17 --as-of 2023-11-08',
    'daybook count attacks-on-us-forces@1 --at 2023-11-09 --json',
  ],
  run: ({ store }, input) => store.read((q) => askView(q, input, store)),
  show: (answer) => showAnswer(answer),
});
