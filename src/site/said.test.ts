import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { disputedValue, wordedIn } from './said.ts';

const source = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const quoted = (text: string, form: RegExp): string[] =>
  [...text.matchAll(form)].map((m) => m.slice(1).find((found) => found)!);

test.each([
  ...quoted(source('count/scope.ts'), /\b(?:maybe|no)\(['`]([^'`]+)['`]\)/g),
  ...quoted(source('count/sets.ts'), /why\.push\(['`]([^'`]+)['`]\)|\? \['([^']+)'\]/g),
])('the reason “%s” has its Arabic', (reason) => {
  const filled = reason
    .replace(/\$\{i\.outcome\}/, 'hit')
    .replace(/\$\{i\.knowledge\}/, 'both')
    .replace(/\$\{[^}]+\}/, 'Weak');
  expect(wordedIn(filled, 'ar')).toMatch(/[\u0600-\u06ff]/);
});

test('every named reason of linking has its Arabic', () => {
  const weights = source('resolve/weights.ts').split('export const WEIGHTS = {')[1]!.split('} as const')[0]!;
  const names = [...weights.matchAll(/^ {2}(?:'([^']+)'|(\w+)):/gm)].map((m) => m[1] ?? m[2]!);
  const parameters = ['timeSpan', 'timeLeast', 'timeMost'];
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((n) => !parameters.includes(n) && wordedIn(n, 'ar') === null)).toEqual([]);
});

test.each([
  ['parts sum to 22 to 24, the total is at least 41', 'مجموع الأجزاء بين 22 و24 والمجموع المعلن 41 على الأقل'],
  ['55 by 2031-03-17, then 40 by 2031-03-18', '55 حتى \u20662031-03-17\u2069، ثم 40 حتى \u20662031-03-18\u2069'],
  ['known as claimed only', 'من يعلم بها: تبنٍّ فقط'],
  ['grade Weak', 'الدرجة: ضعيفة'],
  ['outcome hit', 'النتيجة: أصابت'],
])('%s', (note, arabic) => {
  expect(wordedIn(note, 'ar')).toBe(arabic);
  expect(wordedIn(note, 'en')).toBe(note);
});

test('what no form knows is left to be shown in English', () => {
  expect(wordedIn('claim r-1.4 rejected: misread', 'ar')).toBeNull();
});

test('disputed values are named', () => {
  const nameOf = (id: string): string | null => (id === 'usa' ? 'الولايات المتحدة' : null);
  expect(disputedValue('perpetrator', 'not usa', { language: 'ar', nameOf })).toBe('ليس الولايات المتحدة');
  expect(disputedValue('perpetrator', 'x', { language: 'en', nameOf })).toBe('x');
  expect(disputedValue('outcome', 'hit', { language: 'ar', nameOf })).toBe('أصابت');
  expect(disputedValue('injured', 'at least 2', { language: 'en', nameOf })).toBe('at least 2');
});
