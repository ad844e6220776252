import type { Language } from '../model/codes.ts';
import { AR } from './messages-ar.ts';
import { EN } from './messages-en.ts';
import { PICTURE_MESSAGES } from './messages-pictures.ts';
import { RULE_MESSAGES } from './messages-rules.ts';
import { TALLY_MESSAGES } from './messages-tallies.ts';

const ENGLISH = { ...EN, ...TALLY_MESSAGES.en, ...PICTURE_MESSAGES.en, ...RULE_MESSAGES.en };

/** Every word of the readers' pages that is not data: each key in both languages. */
export type MessageKey = keyof typeof ENGLISH;
export const MESSAGES: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = {
  en: ENGLISH,
  ar: { ...AR, ...TALLY_MESSAGES.ar, ...PICTURE_MESSAGES.ar, ...RULE_MESSAGES.ar },
};
