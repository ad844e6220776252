import type { Language } from '../model/codes.ts';
import { MESSAGES, type MessageKey } from './messages.ts';

/** What every component knows of the page that it stands on. */
export interface Page {
  language: Language;
  /** Path without the language, e.g. `/incidents/i-2023-11-07-erbil-a`. */
  path: string;
  /** Query as asked, with its `?`, or empty. */
  search: string;
  /** Zone in which days and times of incidents are told. */
  zone: string;
  /** Addresses of the stylesheet and the icon. */
  style: string;
  icon: string;
}

export const direction = (language: string): 'ltr' | 'rtl' =>
  /^(ar|fa|ur|ps|ckb|he)\b/.test(language) ? 'rtl' : 'ltr';

type Values = Readonly<Record<string, string | number>>;

/** A message in the page's language, its `{values}` filled in. */
export const say = (page: Pick<Page, 'language'>, key: MessageKey, values: Values = {}): string =>
  MESSAGES[page.language][key].replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in values ? String(values[name]) : whole,
  );

const PREFIX: Readonly<Record<Language, string>> = { en: '', ar: '/ar' };

/** The address of a path of this site in a language; the front page of Arabic is `/ar`. */
export const inLanguage = (language: Language, path: string): string =>
  path === '/' ? PREFIX[language] || '/' : `${PREFIX[language]}${path}`;

/** The address of a path of this site in the page's own language. */
export const link = (page: Page, path: string): string => inLanguage(page.language, path);

export const questionPath = (rule: string): string => `/questions/${encodeURIComponent(rule)}`;
export const incidentPath = (code: string): string => `/incidents/${encodeURIComponent(code)}`;
export const reportPath = (id: string): string => `/reports/${encodeURIComponent(id)}`;

/** Claims are named `<report>.<number>`; their place on a page is `#claim-<number>` of the report. */
export function claimPath(name: string): string {
  const dot = name.lastIndexOf('.');
  return `${reportPath(name.slice(0, dot))}#claim-${name.slice(dot + 1)}`;
}
export const claimNumber = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/** Characters that turn the direction of text, for where no element can isolate them (`<title>`). */
export const withoutBidi = (text: string): string =>
  text.replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '');
