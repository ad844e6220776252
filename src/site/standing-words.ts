import type { Words } from './code-words.ts';

/** What a telling or a side says of whether it happened; silence is no denial. */
export const WORD_WORDS: Words<'affirms' | 'denies' | 'does not confirm' | 'not asked' | 'other'> = {
  affirms: ['says that it happened', 'يقول إنها وقعت'],
  denies: ['denies it', 'ينفيها'],
  'does not confirm': ['does not confirm it', 'لا يؤكدها'],
  'not asked': ['not asked: no word of theirs', 'لم يُسأل: لا قول له'],
  other: ['says something else of it', 'يقول عنها شيئاً آخر'],
};

export const SIDE_WORDS: Words<'struck' | 'said to have done it' | 'in a position to know'> = {
  struck: ['the side that was struck', 'الطرف المستهدف'],
  'said to have done it': ['said to have done it', 'يُقال إنه فعلها'],
  'in a position to know': ['in a position to know', 'في موضع يتيح له المعرفة'],
};

/** Admiralty credibility, by its number. */
export const CREDIBILITY_WORDS: Words<'1' | '2' | '3' | '4' | '5' | '6'> = {
  1: ['told by independent parties', 'روتها جهات مستقلة'],
  2: ['told by one party, against its interest', 'روتها جهة واحدة على خلاف مصلحتها'],
  3: ['told by several parties, denied by one in a position to know', 'روتها جهات ونفتها جهة يتيح لها موضعها المعرفة'],
  4: ['told by one party, denied by one in a position to know', 'روتها جهة ونفتها جهة يتيح لها موضعها المعرفة'],
  5: ['shown not to have happened', 'ثبت أنها لم تقع'],
  6: ['cannot be judged, which is not the worst', 'لا يمكن الحكم، وليست أسوأ الدرجات'],
};

/** Admiralty reliability of a source, by its letter. */
export const RELIABILITY_WORDS: Words<'A' | 'B' | 'C' | 'D' | 'E' | 'F'> = {
  A: ['completely reliable', 'موثوق تماماً'],
  B: ['usually reliable', 'موثوق عادةً'],
  C: ['fairly reliable', 'موثوق إلى حد'],
  D: ['not usually reliable', 'غير موثوق عادةً'],
  E: ['unreliable', 'غير موثوق'],
  F: ['cannot be judged', 'لا يمكن الحكم عليه'],
};
