import { expect, test } from 'vitest';
import { bare, fold, readings, stems } from './fold.ts';

test.each([
  ['Al-Asad', 'alasad'],
  ['Kata’ib', 'kataib'],
  ['Türkiye', 'turkiye'],
  ['مُسَيَّرة', 'مسيره'],
  ['أميركي', 'امريكي'],
  ['إلى', 'الي'],
  ['كوردستان', 'كوردستان'],
  ['کوردستان', 'كوردستان'],
  ['الأســـد', 'الاسد'],
  ['٢٤', '24'],
  ['۲۴', '24'],
])('%s folds to %s', (word, expected) => {
  expect(fold(word)).toBe(expected);
});

test.each([
  ['والقاعده', 'قاعده'],
  ['بالعراق', 'عراق'],
  ['للتحالف', 'تحالف'],
  ['وبحسب', 'بحسب'],
])('%s is also read as %s', (word, reading) => {
  expect(readings(word)).toContain(reading);
});

test('the article goes from words long enough to keep a stem, endings only as a last resort', () => {
  expect(bare('الاسد')).toBe('اسد');
  expect(bare('الم')).toBe('الم');
  expect(stems('استهدفتها')).toContain('استهدف');
});
