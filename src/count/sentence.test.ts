import { expect, test } from 'vitest';
import { parseCutoff } from '../model/instant.ts';
import { actors, gazetteer, utc } from '../resolve/world.test-support.ts';
import { answer } from './answer.ts';
import { figure, incident, rule } from './incidents.test-support.ts';
import { counted } from './numerals.ts';
import { PHRASES } from './phrases.ts';
import { question, sentence, type Saying } from './sentence.ts';

const tables = { actors, gazetteer };
const en: Saying = { rule: rule(), language: 'en', ...tables };
const ar: Saying = { ...en, language: 'ar' };
const held = {
  incidents: [
    incident({ knowledge: 'both', reviewed: 1 }),
    incident({
      incident_id: 2,
      knowledge: 'claimed only',
      grade: 'Weak',
      contested: true,
      parts: 2,
      multiplicity: 2,
    }),
  ],
  figures: [
    figure({
      low: 55,
      high: 55,
      published: utc('2023-11-14T15:00'),
      parts: [
        { place: 'iraq', low: 27, high: 27 },
        { place: 'syria', low: 28, high: 28 },
      ],
    }),
    figure({ claim_no: 2, low: 56, high: 56, voice: 'us-official', published: utc('2023-11-14T14:00') }),
  ],
};
const asked = { n: 7, cutoff: parseCutoff('2023-11-14T18:00:00Z'), reviewedOnly: false, ...tables };

test('the honest form in English', () => {
  expect(sentence(answer(rule(), held, asked), en)).toBe(
    'As of 14 November 2023 (information cutoff 18:00 UTC): 55 per the pentagon (27 in iraq, 28 in syria); 56 per a us-official the same day; ' +
      'our record holds 2 (at least 1, at most 3): 1 by both sides, 0 acknowledged only, 1 claimed only, 0 reported only, of which 1 contested; ' +
      '1 of 2 claims reviewed; rule attacks v1 (launches count).',
  );
});

test('the honest form in Arabic', () => {
  expect(sentence(answer(rule(), held, asked), ar)).toBe(
    'حتى 14 نوفمبر 2023 (آخر المعلومات 18:00 بالتوقيت العالمي): 55 بحسب pentagon (27 في iraq، 28 في syria)؛ 56 بحسب us-official في اليوم نفسه؛ ' +
      'في سجلنا حادثتان (1 على الأقل، 3 على الأكثر): 1 من الطرفين، 0 بإقرار فقط، 1 بتبنٍّ فقط، 0 بتقارير فقط، منها 1 متنازع عليها؛ ' +
      'روجع 1 من ادعاءين؛ القاعدة attacks الإصدار 1 (تُحتسب عمليات الإطلاق).',
  );
});

test('Arabic-Indic digits by setting, in Arabic only', () => {
  const a = answer(rule(), held, asked);
  expect(sentence(a, { ...ar, digits: 'arabic-indic' })).toMatch(/^حتى ١٤ نوفمبر ٢٠٢٣/);
  expect(sentence(a, { ...en, digits: 'arabic-indic' })).toBe(sentence(a, en));
});

test.each([
  [
    'en',
    'At record point 0 (no information cutoff): no tally matches; our record holds 0 (at least 0, at most 0); 0 of 0 claims reviewed; rule attacks v1 (launches count).',
  ],
  [
    'ar',
    'عند نقطة السجل 0 (دون حد زمني للمعلومات): لا حصيلة مطابقة؛ لا حوادث في سجلنا (0 على الأقل، 0 على الأكثر)؛ لا ادعاءات للمراجعة؛ القاعدة attacks الإصدار 1 (تُحتسب عمليات الإطلاق).',
  ],
] as const)('an empty answer is a sentence (%s)', (language, text) => {
  const a = answer(rule(), { incidents: [], figures: [] }, { ...asked, n: 0, cutoff: null });
  expect(sentence(a, { ...en, language })).toBe(text);
});

test('an open high prints as “or more”', () => {
  const a = answer(rule(), { incidents: [incident({ open: true, multiplicity: null })], figures: [] }, asked);
  expect(sentence(a, en)).toContain('our record holds 1 (at least 1, 1 or more)');
});

test('the end of a day is its 24:00', () => {
  const a = answer(rule(), { incidents: [], figures: [] }, { ...asked, cutoff: parseCutoff('2023-11-08') });
  expect(sentence(a, en)).toMatch(/^As of 8 November 2023 \(information cutoff 24:00 UTC\): /);
});

test.each([
  [{ low: 41, high: null }, 'at least 41 per'],
  [{ low: null, high: null, about: 50 }, 'about 50 per'],
  [{ low: null, high: 9 }, 'at most 9 per'],
  [{ low: 4, high: 6 }, '4 to 6 per'],
  [{ target: null }, 'on 8 November 2023 (scope as understood)'],
])('a tally of %j prints “%s”', (over, text) => {
  expect(sentence(answer(rule(), { incidents: [], figures: [figure(over)] }, asked), en)).toContain(text);
});

test('at most five voices, then how many more', () => {
  const voices = ['pentagon', 'us-official', 'wire', 'paper', 'observer', 'ctd', 'oir'];
  const figures = voices.map((voice, n) => figure({ voice, claim_no: n + 1 }));
  const text = sentence(answer(rule(), { incidents: [], figures }, asked), en);
  expect(text.match(/ per /g)).toHaveLength(5);
  expect(text).toContain('; and 2 more; ');
});

test('only reviewed claims are said to be so', () => {
  const a = answer(rule(), { incidents: [], figures: [] }, { ...asked, reviewedOnly: true });
  expect(sentence(a, en)).toContain('0 of 0 claims reviewed (reviewed claims only)');
});

test.each([
  [1, 'حادثة واحدة'],
  [2, 'حادثتان'],
  [3, '3 حوادث'],
  [10, '10 حوادث'],
  [11, '11 حادثة'],
  [99, '99 حادثة'],
  [100, '100 حادثة'],
  [103, '103 حوادث'],
])('%i in Arabic is %s', (n, text) => expect(counted(n, PHRASES.ar.counted.incident, 'ar')).toBe(text));

test.each([
  [{}, 'attacks on US forces since 17 October 2023'],
  [{ until: '2023-11-08' }, 'attacks on US forces from 17 October 2023 to 8 November 2023'],
  [{ since: null }, 'attacks on US forces'],
])('the question over %j', (window, text) => {
  expect(question(answer(rule(), { incidents: [], figures: [] }, { ...asked, ...window }), en)).toBe(text);
});

test('no template is left unfilled', () => {
  for (const saying of [en, ar]) expect(sentence(answer(rule(), held, asked), saying)).not.toMatch(/[{}]/);
});
