import { wordsOf } from './shingles.ts';

/** Words that part an incident from one told before, and words that point back to it; folded as `wordsOf` folds. */
const PARTS = [
  'another',
  'a second',
  'a third',
  'a fourth',
  'the second',
  'a further',
  'a separate',
  'separate',
  'separately',
  'a new',
  'again',
  'hours later',
  'two more',
  'three more',
  'هجوم اخر',
  'هجوما اخر',
  'هجوم ثان',
  'هجوما ثانيا',
  'مره اخري',
  'مره ثانيه',
  'هجوم منفصل',
  'هجوم جديد',
  'بعد ساعات',
];
const JOINS = [
  'the attack',
  'that attack',
  'this attack',
  'the same attack',
  'the strike',
  'the strikes',
  'that strike',
  'the incident',
  'that incident',
  'the drone',
  'the drones',
  'the rockets',
  'the report',
  'one of the attacks',
  'one of them',
  'الهجوم',
  'هذا الهجوم',
  'ذلك الهجوم',
  'الضربه',
  'الضربات',
  'الحادث',
  'احد الهجمات',
];

const says = (text: string, phrases: readonly string[]): boolean => {
  const folded = ` ${wordsOf(text).join(' ')} `;
  return phrases.some((p) => folded.includes(` ${p} `));
};

/** Whether the words part the incident from one told before ("another", "a second"). */
export const parts = (text: string): boolean => says(text, PARTS);
/** Whether the words point back to an incident told before ("the attack", "one of the attacks"). */
export const joins = (text: string): boolean => says(text, JOINS);
