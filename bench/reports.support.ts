import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import type { ReadingInput } from '../src/extract/engine.ts';
import { ROOT } from '../src/compose.ts';

type Language = 'en' | 'ar';

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export function chance(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const samples = (): ReadingInput[] =>
  readdirSync(join(ROOT, 'samples'))
    .filter((f) => f.endsWith('.json'))
    .sort()
    .map(
      (f) =>
        ({
          medium: 'web',
          title: '',
          ...(JSON.parse(readFileSync(join(ROOT, 'samples', f), 'utf8')) as object),
        }) as ReadingInput,
    );

const ordinary = load(readFileSync(new URL('ordinary-news.yaml', import.meta.url), 'utf8')) as Record<
  Language,
  string[]
>;

/** Words that take each other's place, so that no two reports tell the same. */
const SWAPS: Readonly<Record<Language, readonly (readonly string[])[]>> = {
  en: [
    ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    ['al-Asad', 'Harir', 'al-Tanf', 'Conoco', 'Shaddadi', 'Erbil', 'Rmelan'],
    ['drone', 'rocket', 'missile'],
    ['morning', 'evening', 'night'],
  ],
  ar: [
    ['الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت', 'الأحد'],
    ['عين الأسد', 'حرير', 'التنف', 'كونيكو', 'الشدادي', 'أربيل', 'رميلان'],
    ['صباح', 'مساء', 'فجر'],
  ],
};

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)]!;

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const k = Math.floor(random() * (i + 1));
    [out[i], out[k]] = [out[k]!, out[i]!];
  }
  return out;
}

/** The paragraph with other numbers, days and places, its sentences in another order. */
export function varied(paragraph: string, language: Language, random: () => number): string {
  let text = shuffled(paragraph.split(/(?<=[.!?؟]) /), random).join(' ');
  for (const words of SWAPS[language]) text = text.replace(new RegExp(words.join('|'), 'g'), () => pick(words, random));
  return text.replace(/\b\d{1,2}\b/g, () => String(1 + Math.floor(random() * 27)));
}

/** Reports like the samples in English and Arabic until `bytes` of UTF-8 are reached; `between` ordinary paragraphs after each of theirs. */
export function reports(bytes: number, between: number): ReadingInput[] {
  const out: ReadingInput[] = [];
  const random = chance(20231017 + between);
  const models = samples();
  for (let n = 0, i = 0; n < bytes; i++) {
    const model = models[i % models.length]!;
    const language = model.language as Language;
    const paragraphs = model.text
      .split(/\n+/)
      .flatMap((p) => [
        varied(p, language, random),
        ...Array.from({ length: between }, () => varied(pick(ordinary[language], random), language, random)),
      ]);
    const text = paragraphs.join('\n\n');
    out.push({ ...model, id: `${model.id}-${i}`, text });
    n += Buffer.byteLength(text);
  }
  return out;
}

/** One report of `bytes` in which one paragraph in forty tells of an attack. */
export function longReport(bytes: number): ReadingInput {
  const random = chance(7);
  const model = samples().find((s) => s.language === 'en')!;
  const [attack] = model.text.split(/\n+/);
  const out: string[] = [];
  for (let n = 0, i = 0; n < bytes; i++) {
    out.push(varied(i % 40 === 0 ? attack! : pick(ordinary.en, random), 'en', random));
    n += out.at(-1)!.length + 2;
  }
  return { ...model, text: out.join('\n\n').slice(0, bytes) };
}

/** The pattern over and over, numbered now and then where it has words: a sentence that comes again is not read again. */
function filled(pattern: string, length: number): string {
  const parts: string[] = [];
  for (let n = 0, i = 1; n < length; n += parts.at(-1)!.length, i++)
    parts.push(pattern.endsWith(' ') ? `${pattern.repeat(5)}w${i} ` : pattern);
  return parts.join('').slice(0, length);
}

/** Texts of `length` code units that are made to cost: what they do to a reader, and the text. */
export const hostile = (length: number): [string, string][] =>
  (
    [
      ['one word', 'a'],
      ['one word, Arabic', 'ا'],
      ['digits', '9'],
      ['thousands', '1,000,'],
      ['dates', 'Oct. 17, 2023 to Oct. 18-19, '],
      ['slashes', '7/11/2023/'],
      ['hyphens', 'al-'],
      ['dots', '.'],
      ['closers', '.)”'],
      ['open quotations', '“Attack '],
      ['acronyms', 'U.S.'],
      ['spaces', ' '],
      ['line feeds', '\n'],
      ['commas', 'drone, '],
      ['drones', 'drone '],
      ['attacks at one place', 'attack at Harir '],
      ['numbers of attacks', '41 attacks 42 times '],
      ['speakers', 'the Pentagon said the Pentagon '],
      ['said that said', 'he said that it said that '],
      ['colons', 'Pentagon: '],
      ['conjunctions', 'and attacked and hit, and '],
      ['since', 'since since October '],
      ['ago', 'two days ago two '],
      ['several sites', 'Harir and al-Tanf and Conoco, '],
      ['wounded', 'killed 3 and wounded 4 soldiers '],
      ['bars', 'Home | News · '],
      ['marks inside', 'ا\u064b\u0640\u200f'],
      ['surrogates', '😀\ud83d'],
      ['possessives', "Iraq's base's "],
      ['conjunctions, Arabic', 'وهجوم وقصف و'],
      ['sayings, Arabic', 'قال إن قال إن '],
      ['a quotation over empty lines', `“A drone.${'\n'.repeat(length - 20)}“`],
      ['HTML', '<p class="a">&nbsp;<b>'],
    ] as [string, string][]
  ).map(([name, pattern]) => [name, filled(pattern, length)]);
