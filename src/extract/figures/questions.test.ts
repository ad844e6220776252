import { expect, test } from 'vitest';
import { counted } from './tallies.testing.ts';

const briefing = { source: { id: 'pentagon', name: 'Pentagon', kind: 'government' }, medium: 'transcript' } as const;

test.each([
  [
    'Q: And how many attacks have there been in Syria since the New Year?\nPRESS SECRETARY: Fourteen, she said.',
    ['attack 14 2024-01-01/2024-01-12 syria'],
  ],
  [
    'Q: How many wounded do you have now from the attack on al-Tanf?\nPRESS SECRETARY: It stands at 23, he said. Nine of them have been sent on to Landstuhl.',
    ['injured 23 /2024-01-12 al-tanf', 'injured 9 /2024-01-12 al-tanf'],
  ],
  [
    'PRESS SECRETARY: U.S. troops have been attacked 131 times in Iraq and Syria since Oct. 17.\nQ: Of those, how many came after Jan. 4?\nPRESS SECRETARY: Six.',
    ['attack 131 2023-10-17/2024-01-12 iraq,syria', 'attack 6 2024-01-04/2024-01-12 iraq,syria'],
  ],
])('what a bare number counts stands in the question: %s', (text, expected) => {
  expect(counted(text, 'en', briefing)).toEqual(expected);
});

test('in Arabic', () => {
  const text = 'صحفي: كم هجوماً سُجل على القواعد في العراق هذا الشهر؟\nالناطق: خمسة.';
  expect(counted(text, 'ar', briefing)).toEqual(['attack 5 2024-01-01/2024-01-12 iraq']);
});

test('an answer of some other kind is no count', () => {
  expect(counted('Q: Will you brief us tomorrow?\nPRESS SECRETARY: Fourteen, she said.', 'en', briefing)).toEqual([]);
});
