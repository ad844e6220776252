import { expect, test } from 'vitest';
import { read } from '../desk.testing.ts';

const origin = (text: string, language = 'en'): string | undefined =>
  read(text, { language })[0]?.attribution.at(-1)?.speaker;

const HIT = 'a drone hit the Ain al-Asad base on Tuesday';

test.each([
  [`Kuwait's defence ministry said ${HIT}.`, 'kuwait-defence-ministry'],
  [`The Kuwaiti defense ministry said ${HIT}.`, 'kuwait-defence-ministry'],
  [`Kuwait's Ministry of Defence said ${HIT}.`, 'kuwait-defence-ministry'],
  [`The Lebanese Ministry of Health said ${HIT}.`, 'lebanon-health-ministry'],
  [`A Kurdish interior ministry source said ${HIT}.`, 'krg-interior-ministry'],
  [`The Region's Interior Ministry said ${HIT}.`, 'krg-interior-ministry'],
  [`Saudi Arabia's defence ministry said ${HIT}.`, 'saudi-defence-ministry'],
  [`The Saudi defence ministry said ${HIT}.`, 'saudi-defence-ministry'],
  [`Kuwait said ${HIT}.`, 'kuwait-state'],
])('%s', (text, expected) => {
  expect(origin(text)).toBe(expected);
});

test('alike in Arabic', () => {
  const hit = 'إن طائرة مسيرة استهدفت قاعدة عين الأسد يوم الاثنين.';
  expect(origin(`قالت وزارة الدفاع الكويتية ${hit}`, 'ar')).toBe('kuwait-defence-ministry');
  expect(origin(`قالت وزارة الداخلية العراقية ${hit}`, 'ar')).toBe('iraq-interior-ministry');
});
