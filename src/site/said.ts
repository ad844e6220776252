import type { Grade, Knowledge, Language, Outcome } from '../model/codes.ts';
import { GRADE_WORDS, KNOWLEDGE_WORDS, OUTCOME_WORDS, WEAPON_WORDS, wordsOf } from './code-words.ts';

/**
 * Notes that the count, the linking and the disputes give as plain English (for machines and logs), worded for Arabic
 * readers. One row a form; `$1` is what the form holds, itself worded. What no row knows comes back as null and is
 * printed in English, marked as English.
 */
type Row = readonly [form: RegExp, arabic: string];

const REASONS: readonly Row[] = [
  [/^place unsaid$/, 'المكان غير مذكور'],
  [/^place wider than the rule’s$/, 'المكان أوسع من مكان القاعدة'],
  [/^place outside$/, 'المكان خارج القاعدة'],
  [/^event not counted$/, 'نوع الحدث غير محتسب'],
  [/^stage not counted$/, 'المرحلة غير محتسبة'],
  [/^outcome unsaid$/, 'النتيجة غير مذكورة'],
  [/^outcome disputed$/, 'النتيجة محل خلاف'],
  [/^outcome (\w+)$/, 'النتيجة: $1'],
  [/^target unsaid$/, 'الهدف غير مذكور'],
  [/^another target$/, 'هدف آخر'],
  [/^perpetrator unsaid$/, 'المنفّذ غير مذكور'],
  [/^another perpetrator$/, 'منفّذ آخر'],
  [/^their own act$/, 'فعلهم هم أنفسهم'],
  [/^on that side itself$/, 'وقعت على ذلك الطرف نفسه'],
  [/^known as (.+)$/, 'من يعلم بها: $1'],
  [/^time outside$/, 'الوقت خارج المدة'],
  [/^time reaches beyond the window$/, 'الوقت يتجاوز المدة'],
  [/^beyond the places and days asked about$/, 'خارج الأماكن والأيام المسؤول عنها'],
  [/^another amount$/, 'مقدار آخر'],
  [/^discounted$/, 'غير محتسبة'],
  [/^grade (\w+)$/, 'الدرجة: $1'],
];

const FINDINGS: readonly Row[] = [
  [/^parts sum to (.+), the total is (.+)$/, 'مجموع الأجزاء $1 والمجموع المعلن $2'],
  [/^(.+) by (\S+), then (.+) by (\S+)$/, '$1 حتى $2، ثم $3 حتى $4'],
  [/^([\d /]+) up to (\S+)$/, '$1 حتى $2'],
  [/^(\d+) then (\d+) up to (\S+)$/, '$1 ثم $2 حتى $3'],
  [/^(\d+) then (\d+) then (\d+) up to (\S+)$/, '$1 ثم $2 ثم $3 حتى $4'],
  [/^(\S+ v\d+), then (\S+ v\d+)$/, '$1، ثم $2'],
  [/^(.+) in all, (.+) since (\S+) alone$/, '$1 في المجمل، و$2 منذ $3 وحدها'],
  [/^(.+) since (\S+), the page tells of (\d+): (.+)$/, '$1 منذ $2، والصفحة تروي $3: $4'],
  [/^(.+) since (\S+), elsewhere since (\S+)$/, '$1 منذ $2، وفي موضع آخر منذ $3'],
  [/^another window was asked for$/, 'سُئل عن مدة أخرى'],
  [/^reports published between the two cutoffs$/, 'تقارير نُشرت بين الحدّين'],
  [/^no longer an incident of its own$/, 'لم تعد حادثة قائمة بذاتها'],
];

const VALUES: readonly Row[] = [
  [/^affirmed$/, 'مثبتة'],
  [/^denied$/, 'منفية'],
  [/^an unknown number$|^unknown$/, 'غير معلوم'],
  [/^at least (\d+)$/, '$1 على الأقل'],
  [/^at most (\d+)$/, '$1 على الأكثر'],
  [/^about (\d+)$/, 'نحو $1'],
  [/^(\d+) to (\d+)$/, 'بين $1 و$2'],
  [/^(\d+)–(\d+)$/, 'بين $1 و$2'],
];

const LINKING: readonly Row[] = Object.entries({
  prior: 'ما قبل النظر: قلّما يتحد ذِكران',
  'times meet': 'الوقتان يلتقيان',
  'same site': 'الموقع نفسه',
  within: 'أحد المكانين داخل الآخر',
  'within a country': 'أحد المكانين بلد يضم الآخر',
  near: 'مكانان متقاربان',
  unsaid: 'المكان غير مذكور',
  'same weapon': 'السلاح نفسه',
  'other weapon': 'سلاح آخر',
  'like weapon': 'سلاح مشابه',
  'same munitions': 'عدد الذخائر نفسه',
  'other munitions': 'عدد ذخائر آخر',
  'same perpetrator': 'المنفّذ نفسه',
  'same striking state': 'الدولة الضاربة نفسها',
  'other perpetrator': 'منفّذ آخر',
  'same target': 'الهدف نفسه',
  'other target': 'هدف آخر',
  'same event': 'نوع الحدث نفسه',
  'other event': 'حدث آخر',
  'other kind of event': 'نوع آخر من الأحداث',
  'same outcome': 'النتيجة نفسها',
  'other outcome': 'نتيجة أخرى',
  'shared text': 'نص مشترك',
  'some shared text': 'بعض النص مشترك',
  'same voice': 'الصوت نفسه',
  'same place in the list': 'الموضع نفسه في القائمة',
  'other place in the list': 'موضع آخر في القائمة',
  'told apart by one chain': 'فرّقت بينهما سلسلة واحدة',
  'pointed back to': 'إشارة إلى ما سبق ذكره',
  'one chain, wider place': 'سلسلة واحدة، مكان أوسع',
  'told by another in one report': 'رواه طرف آخر في التقرير نفسه',
  'parted by the words': 'فرّقت بينهما الألفاظ',
}).map(([name, arabic]): Row => [new RegExp(`^${name}$`), arabic]);

const ROWS: readonly Row[] = [...REASONS, ...FINDINGS, ...VALUES, ...LINKING];

/** The note in the page's language, or null where it exists in English only. */
export function wordedIn(note: string, language: Language): string | null {
  if (language === 'en') return note;
  for (const [form, arabic] of ROWS) {
    const found = form.exec(note);
    if (found) return arabic.replace(/\$(\d)/g, (_, k: string) => inner(found[Number(k)]!));
  }
  return null;
}

/** Dates and numbers with signs between them are read from the left inside Arabic too. */
const isolated = (text: string): string => `\u2066${text}\u2069`;

/** What a form holds: a code, another value, or a date or number that stays as it is. */
function inner(held: string): string {
  if (held in KNOWLEDGE_WORDS) return wordsOf(KNOWLEDGE_WORDS, held as Knowledge, 'ar');
  if (held in GRADE_WORDS) return wordsOf(GRADE_WORDS, held as Grade, 'ar');
  if (held in OUTCOME_WORDS) return wordsOf(OUTCOME_WORDS, held as Outcome, 'ar');
  const row = VALUES.find(([form]) => form.test(held));
  if (row) return wordedIn(held, 'ar')!;
  return /^\d+$/.test(held) ? held : isolated(held);
}

/** A disputed value: a code of the field, a bound in words, or the name of an actor. */
export function disputedValue(
  field: string,
  value: string,
  { language, nameOf }: { language: Language; nameOf: (actor: string) => string | null },
): string {
  if (field === 'outcome') return wordsOf(OUTCOME_WORDS, value, language);
  if (field === 'weapon') return wordsOf(WEAPON_WORDS, value, language);
  if (field !== 'perpetrator') return wordedIn(value, language) ?? value;
  const not = value.startsWith('not ');
  const actor = not ? value.slice(4) : value;
  const name = nameOf(actor) ?? actor;
  return not ? (language === 'ar' ? `ليس ${name}` : `not ${name}`) : name;
}
