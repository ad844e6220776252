import { expect, test } from 'vitest';
import { detectLanguage, languageTag, scriptAgrees } from './language.ts';

test.each([
  ['en', 'en'],
  ['en-US', 'en'],
  ['AR_iq', 'ar'],
  ['english', 'english'],
  ['', ''],
])('the tag of %j is %j', (said, tag) => {
  expect(languageTag(said)).toBe(tag);
});

test.each([
  ['Two drones were shot down near the base on Tuesday, a spokesperson said.', 'en'],
  ['أسقطت الدفاعات طائرتين مسيّرتين قرب القاعدة، بحسب مصدر أمني.', 'ar'],
  ['Deux drones ont été abattus près de la base mardi, selon un porte-parole.', 'fr'],
  ['1234 5678 …', null],
])('%s', async (text, language) => {
  expect(await detectLanguage(text)).toBe(language);
});

test('a template that calls Arabic words English is not believed', () => {
  expect(scriptAgrees('en', 'أسقطت الدفاعات طائرتين')).toBe(false);
  expect(scriptAgrees('ar', 'أسقطت الدفاعات طائرتين')).toBe(true);
  expect(scriptAgrees('ar', 'The base was hit')).toBe(false);
});
