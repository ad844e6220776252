import { describe, expect, test } from 'vitest';
import { read, words } from '../desk.testing.ts';

const chain = (text: string, more: Parameters<typeof read>[1] = {}): string[] =>
  read(text, more)
    .slice(0, 1)
    .flatMap((c) => c.attribution.map((a) => a.speaker));

const HIT = 'a drone hit the Ain al-Asad base housing US forces on Tuesday';

describe('speakers whom no table knows, in English', () => {
  test.each([
    [`A local official in Hasakah said ${HIT}.`, ['hasakah-local-official']],
    [
      `A drone hit the Ain al-Asad base on Tuesday, a spokesman for the Dar Harbour Council said.`,
      ['dar-harbour-council-spokesperson'],
    ],
    [
      `A drone hit the Ain al-Asad base on Tuesday, said a spokesman for the Dar Harbour Council.`,
      ['dar-harbour-council-spokesperson'],
    ],
    [`A local official in Hasakah told Reuters that ${HIT}.`, ['hasakah-local-official']],
    [`A local official in Hasakah told CNN that ${HIT}.`, ['cnn', 'hasakah-local-official']],
    [`According to two people familiar with the matter, ${HIT}.`, ['people-familiar-matter']],
    [`The provincial governor said ${HIT}.`, ['anbar-governor']],
    [`Karim Testov, a former adviser to the council, said ${HIT}.`, ['karim-testov']],
    [`The mayor, Karim Testov, said ${HIT}.`, ['karim-testov']],
    [`"A drone hit the Ain al-Asad base on Tuesday," said Karim Testov, a local journalist.`, ['karim-testov']],
    [`A drone hit the Ain al-Asad base housing US forces on Tuesday, the ministry added in a statement.`, ['ministry']],
  ])('%s', (text, expected) => {
    expect(chain(text)).toEqual(expected);
  });

  test('a last name, a pronoun and a title go back to who was heard', () => {
    const text = `Karim Testov, a local journalist, said ${HIT}. Three US soldiers were injured, Testov said. He added that 14 rockets were fired at US forces in Syria.`;
    const speakers = read(text).map((c) => c.attribution.at(-1)?.speaker);
    expect(new Set(speakers)).toEqual(new Set(['karim-testov']));
    expect(speakers.length).toBeGreaterThan(1);
  });

  test('who passed the words on stays in the chain of what the same speaker says next', () => {
    const text = `A US official told CNN that ${HIT}. Two rockets hit the Conoco base on Monday, the official said.`;
    expect(read(text).map((c) => c.attribution.map((a) => a.speaker))).toEqual([
      ['cnn', 'us-official'],
      ['cnn', 'us-official'],
    ]);
  });

  test('whom a newspaper cites is the origin', () => {
    const text = `The New York Times reported, citing a local official in Hasakah, that ${HIT}.`;
    expect(chain(text)).toEqual(['the-new-york-times', 'hasakah-local-official']);
  });

  test.each([
    `On Tuesday ${HIT}.`,
    'The attack on the Ain al-Asad base housing US forces on Tuesday claimed two lives.',
    'The drone that hit the Ain al-Asad base on Tuesday posted no threat to US forces.',
  ])('nobody speaks in: %s', (text) => {
    expect(chain(text)).toEqual([]);
  });
});

describe('speakers whom no table knows, in Arabic', () => {
  const ar = { language: 'ar', source: { id: 'baghdad-today', name: 'بغداد اليوم', kind: 'news agency' } };
  const hit = 'طائرة مسيرة هاجمت قاعدة عين الأسد التي تضم قوات أميركية يوم الثلاثاء';

  test.each([
    [`قال مسؤول محلي في الحسكة إن ${hit}.`, ['hasakah-local-official']],
    [`أفاد مسؤول محلي في الحسكة لوكالة فرانس برس بأن ${hit}.`, ['afp', 'hasakah-local-official']],
    [`ذكر محافظ الأنبار أن ${hit}.`, ['anbar-governor']],
    [
      `استهدفت صواريخ القاعدة الأميركية في الشدادي يوم الاثنين، وفق ما قال قائد في المجلس العسكري.`,
      ['military-council-commander'],
    ],
    [`قال العميد سالم تجريبي إن ${hit}.`, ['سالم-تجريبي']],
    [`نقلت وكالة رويترز عن مسؤول محلي في الحسكة قوله إن ${hit}.`, ['reuters', 'hasakah-local-official']],
  ])('%s', (text, expected) => {
    expect(chain(text, ar)).toEqual(expected);
  });

  test('the words said begin behind the speaker and "that"', () => {
    const text = `قال مسؤول محلي في الحسكة إن ${hit}.`;
    expect(words(read(text, ar)[0]!, text)).toBe(hit);
  });

  test('the channel is told apart from the speaker', () => {
    const text = `أعلن مسؤول محلي في الحسكة، عبر قناته في تلغرام، أن ${hit}.`;
    expect(read(text, ar)[0]!.attribution).toMatchObject([{ speaker: 'hasakah-local-official', via: 'telegram' }]);
  });

  test('nobody speaks where nobody is named', () => {
    expect(chain('هاجمت طائرة مسيرة قاعدة عين الأسد التي تضم قوات أميركية يوم الثلاثاء.', ar)).toEqual([]);
  });
});

test('who told "the news agency" told the one named before', () => {
  const source = { id: 'the-hill', name: 't', kind: 'newspaper' };
  const text = 'Rockets fell in Baghdad on Monday, Reuters reported.\nTwo US officials told the news agency that ';
  const last = (more: string): string[] | undefined =>
    read(`${text}${more}`, { source })
      .at(-1)
      ?.attribution.map((a) => a.speaker);
  expect(last(`${HIT}.`)).toEqual(['reuters', 'us-official']);
  expect(
    read(`Two US officials told the news agency that ${HIT}.`, { source })[0]?.attribution.map((a) => a.speaker),
  ).toEqual(['us-official']);
});

test('what a denial says that others told is what is denied', () => {
  const text = 'نفت خلية الإعلام الأمني ما تداولته مواقع التواصل عن استهداف قاعدة عين الأسد بطائرة مسيرة.';
  expect(chain(text, { language: 'ar' })).toEqual(['iraq-security-media-cell']);
  const source = { id: 'the-hill', name: 't', kind: 'newspaper' };
  const told = 'قال مسؤول أمريكي لوكالة رويترز إن طائرة مسيرة استهدفت قاعدة عين الأسد يوم الاثنين.';
  expect(chain(told, { language: 'ar', source })).toEqual(['reuters', 'us-official']);
});
