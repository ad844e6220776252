import { expect, test } from 'vitest';
import { data } from '../desk.testing.ts';
import { Grammar } from './phrases.ts';
import { parse, relations } from './relations.ts';
import { Forms, tokenise } from './tokens.ts';

const grammar = new Grammar(data.lexicons.grammar);
const forms = new Forms(() => []);

/** Relations of the phrase whose head is the word. */
function of(text: string, head: string): string[] {
  const s = parse(tokenise(text, [0, text.length], forms), grammar);
  return [
    ...relations(
      s,
      s.phrases.findIndex((p) => s.tokens[p.head]!.form.key === head),
    ),
  ];
}

test.each([
  ['The judge was murdered by gunmen.', 'judge', 'sp:murder'],
  ['The judge was murdered by gunmen.', 'gunmen', 'pp:murder_by'],
  ['The murder of the judge shocked all.', 'judge', 'np:murder_of'],
  ['Rebels killed a farmer.', 'farmer', 'obj:kill'],
  ['Rebels killed a farmer.', 'rebels', 'svo:kill_farmer'],
  ['Rebels killed a farmer and two nuns.', 'nuns', 'obj:kill'],
  ['Members of the front kidnapped a nun.', 'members', 'sa:kidnap'],
  ['A BOMB EXPLODED IN FRONT OF THE BANK.', 'bank', 'of>vp:explod_in'],
  ['The attack, which was blamed on rebels, failed.', 'attack', 'sp:blam'],
])('%s %s: %s', (text, head, relation) => {
  expect(of(text, head)).toContain(relation);
});

test('an actor is not taken for the one acted upon', () => {
  expect(of('Rebels killed a farmer.', 'rebels')).not.toContain('sp:kill');
});
