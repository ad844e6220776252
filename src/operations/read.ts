import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import * as z from 'zod';
import { collect } from '../collect/collect.ts';
import { createEngine, ENGINE, type Engine } from '../extract/engine.ts';
import type { Claim } from '../model/claim.ts';
import { LANGUAGES } from '../model/codes.ts';
import { DaybookError } from '../model/errors.ts';
import { parseInstant } from '../model/instant.ts';
import type { Report } from '../model/report.ts';
import { voiceOf, type Source } from '../model/source.ts';
import { Actors } from '../resolve/actors.ts';
import { link, type ToLink } from '../resolve/link.ts';
import { zonesOf } from '../resolve/zones.ts';
import { nounsOf, readDataFiles, readWords } from './data-files.ts';
import { fault, Fault, showFaults } from './faults.ts';
import { contentOf, labelledLines } from './import-claims.ts';
import { operation } from './operation.ts';

/** The reading engine over the data files alone. */
export async function engineFromFiles(root: string): Promise<{ engine: Engine } & ReturnType<typeof nounsOf>> {
  const nouns = nounsOf(await readDataFiles(root));
  const [lexicons, times] = [await readWords(root, 'lexicons'), await readWords(root, 'times')];
  return { ...nouns, engine: createEngine({ actors: nouns.actors, places: nouns.places, lexicons, times }) };
}

interface ReadReport {
  report: Report;
  claims: readonly { id: string; claim: Claim }[];
}

const zoneOf = (report: Report, source: Source | undefined): string | undefined => report.zone ?? source?.zone;

export const read = operation({
  name: 'read',
  summary: 'Reads reports for claims without any database: one line {id, claims} a report, in the exchange contract.',
  input: z.object({
    paths: z.array(z.string()).min(1).describe('files and folders, as for ingest'),
    out: z.string().optional().describe('file to write (default: standard output)'),
    link: z.boolean().optional().describe('fill `incidents` within the set'),
    claims: z.string().optional().describe('link these given claims instead of reading (.jsonl of {id, claims})'),
    source: z.string().optional().describe('id of the source, for files that do not name theirs'),
    published: z.string().optional().describe('when it was published, for files that do not say'),
    language: z.enum(LANGUAGES).optional().describe('language, for files that do not say'),
  }),
  output: z.object({
    reports: z.int(),
    claims: z.int(),
    errors: z.array(Fault),
    out: z.string().nullable(),
    lines: z.array(z.string()).describe('the lines, where no file was named'),
  }),
  positional: ['paths'],
  right: 'desk',
  writes: false,
  localOnly: true,
  examples: [
    'daybook read samples/ --out claims.jsonl --link',
    'daybook read in.jsonl --claims gold.jsonl --link --out linked.jsonl',
  ],
  async run(context, input) {
    const known = await engineFromFiles(context.dataFiles);
    const sources = new Map(known.sources.map((s) => [s.id, s]));
    const given = input.claims === undefined ? null : await givenClaims(input.claims);
    const errors: DaybookError[] = [...(given?.errors ?? [])];
    const read: ReadReport[] = [];
    for await (const outcome of collect(input.paths, { ...input, sources })) {
      if ('error' in outcome) errors.push(outcome.error);
      else {
        const { report } = outcome.ok;
        read.push({
          report,
          claims: given ? (given.byReport.get(report.id) ?? []) : readOne(report, { engine: known.engine, sources }),
        });
      }
    }
    const codes = input.link
      ? linked(read, { sources, actors: new Actors(known.actors), gazetteer: known.gazetteer })
      : null;
    const lines = read.map((r, i) => lineOf(r, codes?.[i] ?? null));
    if (input.out !== undefined) await written(input.out, lines);
    return {
      reports: read.length,
      claims: read.reduce((n, r) => n + r.claims.length, 0),
      errors: errors.map(fault),
      out: input.out ?? null,
      lines: input.out === undefined ? lines : [],
    };
  },
  show: (r) =>
    [
      ...r.lines,
      ...(r.out === null ? [] : [`${r.claims} claims of ${r.reports} reports → ${r.out}`]),
      ...showFaults(r.errors),
    ].join('\n'),
  exit: (r) => (r.errors.length ? 1 : 0),
});

function readOne(
  report: Report,
  known: { engine: Engine; sources: ReadonlyMap<string, Source> },
): ReadReport['claims'] {
  const source = known.sources.get(report.source.id);
  const claims = known.engine.read({ ...report, zone: zoneOf(report, source), speaks_for: source && voiceOf(source) });
  return claims.map((claim, i) => ({ id: `${report.id}.${i + 1}`, claim }));
}

async function givenClaims(
  file: string,
): Promise<{ byReport: Map<string, ReadReport['claims']>; errors: DaybookError[] }> {
  const byReport = new Map<string, ReadReport['claims']>();
  const errors: DaybookError[] = [];
  for await (const line of labelledLines(file)) {
    if (line instanceof DaybookError) errors.push(line);
    else
      byReport.set(
        line.id,
        line.claims.map((c, i) => ({ id: c.id ?? `${line.id}.${i + 1}`, claim: contentOf(c) })),
      );
  }
  return { byReport, errors };
}

function linked(
  read: readonly ReadReport[],
  known: { sources: ReadonlyMap<string, Source>; actors: Actors; gazetteer: ReturnType<typeof nounsOf>['gazetteer'] },
): string[][][] {
  const set = read.map(({ report, claims }): ToLink => {
    const source = known.sources.get(report.source.id);
    return {
      report: {
        code: report.id,
        published: parseInstant(report.published)!,
        source: report.source.id,
        voice: source ? voiceOf(source) : report.source.id,
        zone: zoneOf(report, source) ?? null,
        text: report.text,
      },
      claims,
    };
  });
  return link(set, [], { ...known, zoneOf: zonesOf(known.sources.values(), known.actors) });
}

/** A line of the exchange contract; empty reports have theirs too. */
function lineOf({ report, claims }: ReadReport, codes: string[][] | null): string {
  return JSON.stringify({
    id: report.id,
    claims: claims.map(({ id, claim }, i) => ({
      id,
      ...claim,
      ...(codes && claim.kind === 'incident' ? { incidents: codes[i] } : {}),
      engine: `${ENGINE.name}/${ENGINE.version}`,
    })),
  });
}

async function written(path: string, lines: readonly string[]): Promise<void> {
  const out = createWriteStream(path);
  const failed = once(out, 'error').then(([e]) => {
    throw new DaybookError('file-unreadable', { detail: (e as Error).message }, { where: { file: path } });
  });
  for (const line of lines) if (!out.write(`${line}\n`)) await Promise.race([once(out, 'drain'), failed]);
  out.end();
  await Promise.race([once(out, 'finish'), failed]);
}
