/**
 * How fast the engine reads: full extraction on one core, beside two libraries that only tag English on the same text
 * in the same run; how cost grows with length; what hostile text costs; what starting takes.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import compromise from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { ROOT } from '../src/compose.ts';
import { createEngine, type Engine, type ReadingInput } from '../src/extract/engine.ts';
import { nounsOf, readDataFiles, readLanguage } from '../src/operations/data-files.ts';
import { engineFromFiles } from '../src/operations/file-engine.ts';
import { hostile, longReport, reports } from './reports.support.ts';

/** What was measured, the figure, and the bar that it meets or does not. */
type Line = [what: string, figure: string, bar: string];

const MB = 1_000_000;
const BYTES = 5 * MB;
/** The libraries are read less text, or the bench would take minutes. */
const THEIR_BYTES = 0.3 * MB;

const bar = (met: boolean, text: string): string => `${met ? 'bar met' : 'BAR NOT MET'}: ${text}`;
const bytesOf = (list: readonly ReadingInput[]): number => list.reduce((n, r) => n + Buffer.byteLength(r.text), 0);

/** Milliseconds of processor time, so that what else the machine does counts for little; collecting garbage counts. */
function ms(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Megabytes of UTF-8 a second. */
const speed = (list: readonly ReadingInput[], read: (r: ReadingInput) => unknown): number =>
  bytesOf(list) / MB / (ms(() => list.forEach(read)) / 1000);

function reading(engine: Engine, lines: Line[]): void {
  const rows: [string, number][] = [
    ['every paragraph about attacks', 0],
    ['three ordinary paragraphs after each', 3],
  ];
  for (const [what, between] of rows) {
    const list = reports(BYTES, between);
    let claims = 0;
    const took = ms(() => list.forEach((r) => (claims += engine.read(r).length))) / 1000;
    const rate = bytesOf(list) / MB / took;
    const each = `${Math.round(claims / took).toLocaleString('en')} claims/s`;
    lines.push([`read, ${what}`, `${rate.toFixed(1)} MB/s, ${each}`, bar(rate >= 5, '5 MB/s')]);
  }
}

function beside(engine: Engine, lines: Line[]): void {
  const wink = winkNLP(model);
  const list = reports(THEIR_BYTES * 3, 3).filter((r) => r.language === 'en');
  const rows: [string, (r: ReadingInput) => unknown][] = [
    ['Daybook, claims', (r) => engine.read(r)],
    ['wink-nlp, tokens, sentences, entities, parts of speech', (r) => wink.readDoc(r.text).entities().length()],
    ['compromise, terms and parts of speech', (r) => compromise(r.text).json().length],
  ];
  for (const [what, read] of rows) {
    list.slice(0, 20).forEach(read);
    lines.push([`English part alone: ${what}`, `${speed(list, read).toFixed(1)} MB/s`, '']);
  }
}

/** The same kind of report, 100 times as long, read by the rules of the desk and, far from its theatre, by the general reader. */
function growth(engines: readonly (readonly [string, Engine])[], lines: Line[]): void {
  const best = (engine: Engine, r: ReadingInput, times: number): number =>
    Math.min(...Array.from({ length: times }, () => ms(() => engine.read(r))));
  for (const [who, engine] of engines) {
    const [small, large] = [longReport(20_000), longReport(2_000_000)];
    const ratio = best(engine, large, 3) / best(engine, small, 100);
    lines.push([
      `a report 100 times as long costs${who}`,
      `${ratio.toFixed(0)} times as much`,
      bar(ratio <= 110, '110'),
    ]);
  }
}

function worst(engine: Engine, lines: Line[]): void {
  const source = { id: 'islamic-resistance-in-iraq', name: 'IRI', kind: 'armed group' };
  const read = (text: string, language: string): void =>
    void engine.read({ id: 'h', source, medium: 'web', language, published: '2024-01-12T11:00:00Z', title: '', text });
  const took = hostile(100_000).map(([what, text]): [string, number] => {
    const times = ['en', 'ar'].map((l) => Math.min(...[1, 2, 3].map(() => ms(() => read(text, l)))));
    return [what, Math.max(...times)];
  });
  took.sort((a, b) => b[1] - a[1]);
  const [[what, most]] = took as [[string, number]];
  lines.push([
    `worst of ${took.length} hostile texts of 100 KB: ${what}`,
    `${most.toFixed(0)} ms`,
    bar(most <= 50, '50 ms'),
  ]);
  for (const [name, t] of took.slice(1)) if (t > 50) lines.push([`  ${name}`, `${t.toFixed(0)} ms`, '']);
}

interface Start {
  files: number;
  engine: number;
  mib: number;
}

/** The quickest of three starts, each in a process of its own. */
function starting(lines: Line[]): void {
  const script = fileURLToPath(new URL('engine-start.support.ts', import.meta.url));
  const run = (): Start =>
    JSON.parse(execFileSync(process.execPath, [...process.execArgv, script], { encoding: 'utf8' })) as Start;
  const { files, engine, mib } = [run(), run(), run()].sort((a, b) => a.engine - b.engine)[0]!;
  lines.push(['data files read, parsed and checked', `${files.toFixed(0)} ms`, '']);
  lines.push(['engine built from them, with all lexicons', `${engine.toFixed(0)} ms`, bar(engine <= 150, '150 ms')]);
  lines.push(['memory that data and engine hold', `${mib.toFixed(0)} MiB`, bar(mib <= 80, '80 MiB')]);
}

/** An engine whose theatre is the whole world and no country of its own: the general reader reads every report. */
async function generalEngine(): Promise<Engine> {
  const { actors, places } = nounsOf(await readDataFiles(join(ROOT, 'data')));
  const language = await readLanguage(join(ROOT, 'data'));
  return createEngine({ actors, places, ...language, theatre: { countries: [], anywhere: true } });
}

export async function bench(): Promise<void> {
  const { engine } = await engineFromFiles(join(ROOT, 'data'));
  const lines: Line[] = [];
  // What is compiled while it runs is not what is measured.
  reports(2 * MB, 1).forEach((r) => engine.read(r));
  reading(engine, lines);
  beside(engine, lines);
  growth(
    [
      ['', engine],
      [', read by the general reader', await generalEngine()],
    ],
    lines,
  );
  worst(engine, lines);
  starting(lines);
  const width = [0, 1].map((c) => Math.max(...lines.map((l) => l[c]!.length)));
  for (const [what, figure, verdict] of lines)
    console.log(`${what.padEnd(width[0]!)}  ${figure.padStart(width[1]!)}  ${verdict}`.trimEnd());
}
