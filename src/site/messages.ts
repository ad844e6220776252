import type { Language } from '../model/codes.ts';
import { AR } from './messages-ar.ts';
import { EN } from './messages-en.ts';

/** Every word of the readers' pages that is not data: each key in both languages. */
export type MessageKey = keyof typeof EN;
export const MESSAGES: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = { en: EN, ar: AR };
