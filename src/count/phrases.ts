import type { Knowledge, Language } from '../model/codes.ts';
import type { Forms } from './numerals.ts';

/** What the number of an answer counts: the rule's unit, of people which. */
export type Counted = 'incident' | 'munition' | 'statement' | 'killed' | 'injured' | 'killed and injured';

/** Every word of an answer's sentence, per language, side by side: templates, not grammar in code. `{…}` are filled in. */
export interface Phrases {
  months: readonly string[];
  date: string;
  asOf: string;
  atPoint: string;
  /** A tally: number, voice, and its parts and day where there are any. */
  tally: string;
  understood: string;
  sameDay: string;
  onDay: string;
  part: string;
  more: Forms;
  noTally: string;
  exactly: string;
  atLeast: string;
  atMost: string;
  between: string;
  about: string;
  unknown: string;
  holds: string;
  holdsNone: string;
  low: string;
  high: string;
  open: string;
  /** What is counted, with its number. */
  counted: Readonly<Record<Counted, Forms>>;
  knowledge: Readonly<Record<Knowledge, string>>;
  contested: string;
  reviewed: Forms;
  onlyReviewed: string;
  rule: string;
  list: string;
  listLast: string;
  clause: string;
  since: string;
  until: string;
}

const EN: Phrases = {
  months: 'January February March April May June July August September October November December'.split(' '),
  date: '{day} {month} {year}',
  asOf: 'As of {date} (information cutoff {time} UTC): ',
  atPoint: 'At record point {n} (no information cutoff): ',
  tally: '{number} per {voice}{detail}',
  understood: 'scope as understood',
  sameDay: ' the same day',
  onDay: ' on {date}',
  part: '{number} in {place}',
  more: { one: 'and {n} more', other: 'and {n} more' },
  noTally: 'no tally matches',
  exactly: '{low}',
  atLeast: 'at least {low}',
  atMost: 'at most {high}',
  between: '{low} to {high}',
  about: 'about {about}',
  unknown: 'an unknown number',
  holds: 'our record holds {best} ({low}, {high}): {partition}',
  holdsNone: 'our record holds {best} ({low}, {high})',
  low: 'at least {n}',
  high: 'at most {n}',
  open: '{n} or more',
  counted: {
    incident: { other: '{n}' },
    munition: { one: '{n} munition', other: '{n} munitions' },
    statement: { one: '{n} statement', other: '{n} statements' },
    killed: { other: '{n} killed' },
    injured: { other: '{n} injured' },
    'killed and injured': { other: '{n} killed and injured' },
  },
  knowledge: {
    both: '{n} by both sides',
    'acknowledged only': '{n} acknowledged only',
    'claimed only': '{n} claimed only',
    'reported only': '{n} reported only',
  },
  contested: ', of which {n} contested',
  reviewed: { one: '{seen} of {n} claim reviewed', other: '{seen} of {n} claims reviewed' },
  onlyReviewed: 'reviewed claims only',
  rule: 'rule {id} v{version}{note}',
  list: ', ',
  listLast: ', ',
  clause: '; ',
  since: '{label} since {since}',
  until: '{label} from {since} to {until}',
};

const AR: Phrases = {
  months: 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(' '),
  date: '{day} {month} {year}',
  asOf: 'حتى {date} (آخر المعلومات {time} بالتوقيت العالمي): ',
  atPoint: 'عند نقطة السجل {n} (دون حد زمني للمعلومات): ',
  tally: '{number} بحسب {voice}{detail}',
  understood: 'النطاق كما فُهم',
  sameDay: ' في اليوم نفسه',
  onDay: ' في {date}',
  part: '{number} في {place}',
  more: {
    one: 'وحصيلة أخرى',
    two: 'وحصيلتان أخريان',
    few: 'و{n} حصائل أخرى',
    many: 'و{n} حصيلة أخرى',
    other: 'و{n} حصيلة أخرى',
  },
  noTally: 'لا حصيلة مطابقة',
  exactly: '{low}',
  atLeast: '{low} على الأقل',
  atMost: '{high} على الأكثر',
  between: 'بين {low} و{high}',
  about: 'نحو {about}',
  unknown: 'عدد غير معلوم',
  holds: 'في سجلنا {best} ({low}، {high}): {partition}',
  holdsNone: '{best} في سجلنا ({low}، {high})',
  low: '{n} على الأقل',
  high: '{n} على الأكثر',
  open: '{n} أو أكثر',
  counted: {
    incident: {
      zero: 'لا حوادث',
      one: 'حادثة واحدة',
      two: 'حادثتان',
      few: '{n} حوادث',
      many: '{n} حادثة',
      other: '{n} حادثة',
    },
    munition: {
      zero: 'لا مقذوفات',
      one: 'مقذوف واحد',
      two: 'مقذوفان',
      few: '{n} مقذوفات',
      many: '{n} مقذوفًا',
      other: '{n} مقذوف',
    },
    statement: {
      zero: 'لا أقوال',
      one: 'قول واحد',
      two: 'قولان',
      few: '{n} أقوال',
      many: '{n} قولًا',
      other: '{n} قول',
    },
    killed: {
      zero: 'لا قتلى',
      one: 'قتيل واحد',
      two: 'قتيلان',
      few: '{n} قتلى',
      many: '{n} قتيلًا',
      other: '{n} قتيل',
    },
    injured: {
      zero: 'لا جرحى',
      one: 'جريح واحد',
      two: 'جريحان',
      few: '{n} جرحى',
      many: '{n} جريحًا',
      other: '{n} جريح',
    },
    'killed and injured': {
      zero: 'لا قتلى ولا جرحى',
      one: 'قتيل أو جريح واحد',
      two: 'قتيلان أو جريحان',
      few: '{n} بين قتيل وجريح',
      many: '{n} بين قتيل وجريح',
      other: '{n} بين قتيل وجريح',
    },
  },
  knowledge: {
    both: '{n} من الطرفين',
    'acknowledged only': '{n} بإقرار فقط',
    'claimed only': '{n} بتبنٍّ فقط',
    'reported only': '{n} بتقارير فقط',
  },
  contested: '، منها {n} متنازع عليها',
  reviewed: {
    zero: 'لا ادعاءات للمراجعة',
    one: 'روجع {seen} من ادعاء واحد',
    two: 'روجع {seen} من ادعاءين',
    few: 'روجع {seen} من {n} ادعاءات',
    many: 'روجع {seen} من {n} ادعاءً',
    other: 'روجع {seen} من {n} ادعاء',
  },
  onlyReviewed: 'الادعاءات المراجعة فقط',
  rule: 'القاعدة {id} الإصدار {version}{note}',
  list: '، ',
  listLast: '، ',
  clause: '؛ ',
  since: '{label} منذ {since}',
  until: '{label} من {since} إلى {until}',
};

export const PHRASES: Readonly<Record<Language, Phrases>> = { en: EN, ar: AR };

/** English says "the Pentagon", "a US official": the article by kind of actor; other kinds take none. */
export const ARTICLES: Readonly<Record<string, string>> = {
  state: 'the ',
  'state body': 'the ',
  'state forces': 'the ',
  'state-linked forces': 'the ',
  coalition: 'the ',
  'regional government': 'the ',
  'regional security body': 'the ',
  'international organisation': 'the ',
  'umbrella brand': 'the ',
  monitor: 'the ',
  'unnamed official': 'a ',
  'unnamed source': '',
};

/** Fills `{name}` in a template; a name without a value stays as it is, so that a test sees it. */
export const fill = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)\}/g, (whole, key: string) => (key in values ? String(values[key]) : whole));
