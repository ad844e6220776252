import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Claim } from '../model/claim.ts';
import { data, engine, read, report, words } from './desk.testing.ts';
import { createEngine, type ReadingInput } from './engine.ts';

type Incident = Extract<Claim, { kind: 'incident' }>;
type Figure = Extract<Claim, { kind: 'tally' | 'level' }>;

const incidents = (text: string, more: Partial<ReadingInput> = {}): Incident[] =>
  read(text, more).filter((c): c is Incident => c.kind === 'incident');
const figures = (text: string, more: Partial<ReadingInput> = {}): Figure[] =>
  read(text, more).filter((c): c is Figure => c.kind === 'tally' || c.kind === 'level');
const origin = (c: Claim): string => c.attribution.at(-1)?.speaker ?? '-';
const told = (c: Incident): string =>
  [c.place?.id ?? c.place?.text ?? '-', c.weapon.join('+'), c.outcome, c.stance, origin(c)].join(' | ');
const counted = (c: Figure): string => {
  const { unit, low, high, about } = c.tally;
  return `${unit} ${about === null ? `${low ?? ''}..${high ?? ''}` : `~${about}`} ${c.tally.from ?? ''}/${c.tally.to ?? ''} ${c.tally.place.join('+')} ${origin(c)}`;
};

const group = { source: { id: 'islamic-resistance-in-iraq', name: 'IRI', kind: 'armed group' }, medium: 'telegram' };
const ar = { language: 'ar' };

test.each<[string, Partial<ReadingInput>, string[]]>([
  [
    'Two drones were shot down near al-Asad Air Base on Wednesday, the Pentagon said.',
    {},
    ['ain-al-asad | drone | intercepted | confirms | pentagon'],
  ],
  [
    'A one-way attack drone crashed inside the perimeter of the Harir air base early Thursday, according to the Kurdistan Counter Terrorism Department.',
    {},
    ['harir-base | drone | missed | reports | krg-ctd'],
  ],
  [
    'The Syrian Observatory for Human Rights reported that rockets landed near the Conoco gas field on Tuesday night and that explosions were heard at Green Village.',
    {},
    ['conoco | rocket | missed | reports | sohr', 'green-village | unknown | unknown | reports | sohr'],
  ],
  [
    'A drone struck Tower 22 in Jordan on Sunday, killing three American soldiers, CENTCOM confirmed.',
    {},
    ['tower-22 | drone | hit | confirms | centcom'],
  ],
  [
    'The Islamic Resistance in Iraq claimed it had fired missiles at the Shaddadi base and the Omar oil field on Monday.',
    {},
    [
      'shaddadi-base | missile | unknown | claims responsibility | islamic-resistance-in-iraq',
      'al-omar-field | missile | unknown | claims responsibility | islamic-resistance-in-iraq',
    ],
  ],
  [
    'استهدف مجاهدو المقاومة الإسلامية في العراق فجر اليوم قاعدة خراب الجير في سوريا برشقة صاروخية كبيرة.',
    { ...ar, ...group },
    ['kharab-al-jir | rocket | unknown | claims responsibility | -'],
  ],
  [
    'قال مصدر أمني إن طائرتين مسيرتين أسقطتا قرب مطار أربيل مساء الأربعاء دون وقوع إصابات.',
    ar,
    ['erbil-airport | drone | intercepted | reports | iraq-security-source'],
  ],
  [
    'أعلن البنتاغون أن صواريخ سقطت في محيط قاعدة عين الأسد يوم الثلاثاء.',
    ar,
    ['ain-al-asad | rocket | missed | confirms | pentagon'],
  ],
])('incidents of: %s', (text, more, expected) => {
  expect(incidents(text, more).map(told)).toEqual(expected);
});

test.each<[string, Partial<ReadingInput>, string[]]>([
  [
    'American troops in Iraq and Syria have been attacked at least 130 times since Oct. 17, a Pentagon spokesperson said.',
    {},
    ['attack 130.. 2023-10-17/2024-01-12 iraq+syria pentagon'],
  ],
  [
    'According to the Pentagon, there have been more than 115 attacks since mid-October: 60 in Iraq and 55 in Syria.',
    {},
    ['attack 116.. 2023-10-15/2024-01-12 iraq+syria pentagon'],
  ],
  [
    'Some 70 US service members have been injured in the attacks on bases in Iraq and Syria since October 17, officials said.',
    {},
    ['injured ~70 2023-10-17/2024-01-12 iraq+syria us-official'],
  ],
  ['About 900 US troops are stationed in Syria.', {}, ['troops ~900 2024-01-12/2024-01-12 syria -']],
  [
    'تعرضت القوات الأمريكية في العراق وسوريا إلى ما لا يقل عن ١٢٠ هجوماً منذ 17 تشرين الأول، بحسب البنتاغون.',
    ar,
    ['attack 120.. 2023-10-17/2024-01-12 iraq+syria pentagon'],
  ],
])('figures of: %s', (text, more, expected) => {
  expect(figures(text, more).map(counted)).toEqual(expected);
});

test.each([['41'], ['47'], ['125']])('the number in the text is the number in the claim: %s', (n) => {
  const text = `US forces in Iraq and Syria have come under attack at least ${n} times since Oct. 17, according to the Pentagon.`;
  const [f] = figures(text);
  expect(f?.tally).toMatchObject({ low: Number(n), high: null, wording: `at least ${n} times`, from: '2023-10-17' });
  expect(origin(f!)).toBe('pentagon');
  expect(words(f!, text)).toContain(`at least ${n} times since Oct. 17`);
});

test.each([
  ['There was no attack on al-Asad air base on Monday, the Pentagon said.', 'negated', 'denies'],
  ['If rockets hit the al-Tanf garrison again, the US would respond, the Pentagon said.', 'hypothetical', 'confirms'],
  ['In January 2020 Iran fired ballistic missiles at the Ain al-Asad base.', 'historical', 'reports'],
  ['Rockets hit the al-Tanf garrison on Monday, the Pentagon said.', undefined, 'confirms'],
])('what must not be counted is marked: %s', (text, auxiliary, stance) => {
  expect(incidents(text).map((c) => [c.auxiliary, c.stance])).toEqual([[auxiliary, stance]]);
});

test('two sites in one country are two incidents in one claim', () => {
  const text = 'The Islamic Resistance in Iraq claimed on Tuesday that it hit two sites in eastern Syria with drones.';
  expect(incidents(text).map((c) => c.count)).toEqual([{ low: 2, high: 2 }]);
});

test('what a source says of itself has no chain, what it is told has one link less', () => {
  const text = 'Two drones were shot down near al-Tanf on Monday, a US official told CNN.';
  const chain = (id: string) =>
    incidents(text, { source: { id, name: id, kind: 'broadcaster' } })[0]!.attribution.map((a) => a.speaker);
  expect(chain('cnn')).toEqual(['us-official']);
  expect(chain('the-hill')).toEqual(['cnn', 'us-official']);
  const own = incidents(text.replace(', a US official told CNN', ''), {
    source: { id: 'sample', name: 's', kind: 'official' },
    speaks_for: 'centcom',
  });
  expect(own.map((c) => [c.attribution.length, c.stance])).toEqual([[0, 'confirms']]);
});

test('a question in a briefing is the reporter’s, the answer the office’s', () => {
  const text =
    'Q: The Islamic Resistance in Iraq claims a rocket attack on the Conoco gas field. Is that correct?\nMS. SINGH said rockets fell near the site on Sunday and nobody was hurt.';
  const chains = incidents(text, { medium: 'transcript', source: { id: 'pentagon', name: 'p', kind: 'official' } }).map(
    (c) => c.attribution.map((a) => a.speaker),
  );
  expect(chains[0]).toEqual(['reporter-question', 'islamic-resistance-in-iraq']);
  expect(chains[1]).toEqual(['pentagon-deputy-press-secretary']);
});

test.each([
  ['Subscribe to our newsletter for $100 per year. Sign in | About us | Contact us | Careers'],
  ['The elections will be held in 15 provinces, and more than 16 million voters are registered, the commission said.'],
  ['Attacks continue, and fears of escalation are growing in the region.'],
  ['The team won 3 of 5 matches in Erbil and scored twice on Friday.'],
])('no claim where there is nothing to claim: %s', (text) => {
  expect(read(text)).toEqual([]);
});

test('other languages are kept and not read', () => {
  expect(read('Deux drones ont attaqué al-Asad.', { language: 'fr' })).toEqual([]);
});

const pieces = fc.constantFrom(
  ...[
    'Two drones',
    'were shot down',
    'near al-Asad',
    'on Tuesday',
    ', the Pentagon said.',
    'at least 41 times',
    'since Oct. 17',
    'in Iraq and Syria',
    '\n',
    '«',
    'قاعدة عين الأسد',
    'بطائرتين مسيرتين',
    'قال مصدر أمني إن',
    'Q:',
    '\u200f',
    '\u200d',
    '😀',
    '\ud83d',
    'U.S.',
    'told Reuters',
    '14 in Iraq and nine in Syria',
    '<b>',
    '( ',
    '17 و30',
    'claimed',
    '. ',
  ],
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 40 }).map((p) => p.join(' ')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

test('property: any text is read without error, the same each time, on exact spans', () => {
  const other = createEngine(data);
  fc.assert(
    fc.property(
      texts,
      fc.constantFrom('en', 'ar'),
      fc.constantFrom('web', 'transcript', 'telegram'),
      (text, language, medium) => {
        const input = report(text, { language, medium });
        const claims = engine.read(input);
        expect(other.read(input)).toEqual(claims);
        for (const c of claims) {
          Claim.parse(c);
          let last = -1;
          for (const [a, b] of c.evidence) {
            expect(a).toBeGreaterThan(last);
            expect(b).toBeLessThanOrEqual(text.length);
            expect(text.slice(a, b)).toBe(text.slice(a, b).trim());
            for (const i of [a, b])
              expect(/[\ud800-\udbff]/.test(text[i - 1] ?? '') && /[\udc00-\udfff]/.test(text[i] ?? '')).toBe(false);
            last = b;
          }
        }
      },
    ),
    { numRuns: 400 },
  );
});

test.each([
  'Rebels attacked the air base at Al-Asad with drones 900,000 years ago, officials said.',
  'Militants fired 99999999999999999999 rockets at US forces in Iraq in the past 99999999999999 months.',
  'US forces were attacked at least 12 times since 31 February 2023 and on 99 October 9999.',
  'استهدفت مسيّرات قاعدة عين الأسد قبل 900000000 عام.',
])('a time that no calendar holds is no time: %s', (text) => {
  for (const claim of read(text, { language: /\p{Script=Arabic}/u.test(text) ? 'ar' : 'en' }))
    expect(Claim.safeParse(claim).success).toBe(true);
});

test('cost is linear and one endless line does no harm', () => {
  const text = 'Two drones were shot down near al-Asad on Monday, the Pentagon said, '.repeat(30_000);
  const started = performance.now();
  expect(engine.read(report(text)).length).toBeGreaterThan(0);
  expect(performance.now() - started).toBeLessThan(5000);
});
