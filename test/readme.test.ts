/** What the first pages promise: the answer they print is the answer, and their commands work. UPDATE_DOCS=1 writes the answer. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { programOf, runCommandLine } from '../src/operations/cli.ts';
import { count } from '../src/operations/count.ts';
import { STANDING } from '../src/operations/front.ts';
import { ingestPaths } from '../src/operations/ingest.ts';
import { loadData } from '../src/operations/load.ts';
import type { AnswerView } from '../src/operations/outputs.ts';
import { run } from '../src/operations/run.ts';
import { showAnswer } from '../src/operations/show-answer.ts';
import { testDatabase, type TestDatabase } from './database.ts';
import { commandsIn } from './docs.ts';
import { contextOn } from './record/desk.test-support.ts';
import { ROOT } from './sources.ts';

const README = join(ROOT, 'README.md');
const page = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  const context = contextOn(db.store);
  await loadData(context, 'newcomer');
  const { errors } = await ingestPaths(context, { paths: [join(ROOT, 'samples')], by: 'newcomer' });
  expect(errors).toEqual([]);
}, 60_000);
afterAll(() => db.close());

/** Lines of at most `width` characters, broken between words. */
function wrapped(text: string, width = 110): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.join('\n');
}

const ANSWER = /(<!-- answer -->)[^]*?(<!-- end of the answer -->)/;

test('the answer in the README is the answer that a first start prints', async () => {
  const answer = (await run(count, contextOn(db.store), { rule: STANDING })) as AnswerView;
  const printed = showAnswer(answer, { brief: true })
    .split('\n')
    .map((line) => wrapped(line))
    .join('\n');
  const told = `$1\n\n\`\`\`text\n${printed.replaceAll('$', '$$$$')}\n\`\`\`\n\n$2`;
  const readme = readFileSync(README, 'utf8');
  expect(readme).toMatch(ANSWER);
  const now = readme.replace(ANSWER, told).replace(/--from \d+$/m, `--from ${answer.n}`);
  if (process.env.UPDATE_DOCS) writeFileSync(README, now);
  expect(readFileSync(README, 'utf8')).toBe(now);
});

/** Words of a command as a shell takes them apart. */
const wordsOf = (command: string): string[] =>
  [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map((m) => m[1] ?? m[2] ?? m[3]!);

/** Runs a command as the command line does; what it printed and its exit code. */
async function typed(command: string): Promise<{ out: string; code: number }> {
  let out = '';
  const print = (text: string): void => void (out += `${text}\n`);
  const open = async (): ReturnType<Parameters<typeof programOf>[0]['open']> => ({
    context: contextOn(db.store),
    close: async () => {},
  });
  const before = process.exitCode;
  process.exitCode = undefined;
  await runCommandLine(programOf({ out: print, err: print, user: 'newcomer', open }, '0'), wordsOf(command));
  const code = Number(process.exitCode ?? 0);
  process.exitCode = before;
  return { out, code };
}

describe('commands of the first pages work on the samples', () => {
  // Placeholders and files of the reader’s own are not commands to be tried.
  const tried = (path: string): string[] =>
    commandsIn(page(path)).filter((c) => !/^(start|serve|ingest|load|VERB)|…/.test(c));
  const commands = [
    ...new Set([...tried('README.md'), ...tried('docs/using/start.md'), ...tried('docs/using/questions.md')]),
  ];
  const real = commands.filter(
    (c) => !/^\w+( \w+)? [A-Z]+\b/.test(c) && (c.includes(' ') || ['front', 'verify', 'log'].includes(c)),
  );
  test('there are some', () => expect(real.length).toBeGreaterThan(8));
  test.each(real)('%s', async (command) => {
    const { out, code } = await typed(command);
    expect(out).not.toMatch(/^error|\[[a-z]+-[a-z-]+\]/m);
    expect(code, out).toBe(0);
    expect(out.trim().length).toBeGreaterThan(10);
    // The README rejects a claim, then asks what changed since its answer: the rejection is named.
    if (/^changes .* --from \d+$/.test(command)) expect(out).toMatch(/-1 .*\[entry \d+ by editor\]/);
  });
  test('and one that does not work is seen', async () => {
    expect((await typed('incident i-1999-01-01-nowhere-a')).code).toBe(1);
    expect((await typed('count')).code).toBe(4);
  });
});
