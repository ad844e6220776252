import { expect, test } from 'vitest';
import { data } from '../desk.testing.ts';
import { Grammar, nounPhrases } from './phrases.ts';
import { Forms, tokenise } from './tokens.ts';

const grammar = new Grammar(data.lexicons.grammar);
const forms = new Forms(() => []);

/** Phrases of a text, their heads behind a slash. */
function phrases(text: string): string[] {
  const tokens = tokenise(text, [0, text.length], forms);
  return nounPhrases(tokens, grammar.classes(tokens)).map(
    (p) => `${text.slice(tokens[p.from]!.from, tokens[p.to - 1]!.to)}/${tokens[p.head]!.form.key}`,
  );
}

test.each([
  ['THE REBELS KILLED TWO VILLAGERS', ['THE REBELS/rebels', 'TWO VILLAGERS/villagers']],
  ['Three people were killed and four others wounded', ['Three people/people', 'four others/others']],
  ['HEAVILY ARMED MEN STORMED THE MAYOR’S HOME', ['HEAVILY ARMED MEN/men', 'THE MAYOR/mayor', 'HOME/home']],
  ['the wounded soldier and a parked car bomb', ['the wounded soldier/soldier', 'a parked car bomb/bomb']],
  ['THE U.S. EMBASSY SAID IT WILL CLOSE IN MAY 2019', ['THE U.S. EMBASSY/embassy', 'MAY 2019/may']],
  ['they plan to attack the town', ['plan/plan', 'the town/town']],
  ['Mayor Ann Reed, a lawyer, told reporters', ['Mayor Ann Reed/reed', 'a lawyer/lawyer', 'reporters/reporters']],
  ['in the capital 3 days ago', ['the capital/capital', '3 days/days']],
  ['', []],
])('%s', (text, expected) => {
  expect(phrases(text)).toEqual(expected);
});
