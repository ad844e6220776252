import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import * as z from 'zod';
import { collect } from '../collect/collect.ts';
import { ENGINE } from '../extract/engine.ts';
import { LANGUAGES } from '../model/codes.ts';
import { DaybookError } from '../model/errors.ts';
import { parseInstant } from '../model/instant.ts';
import type { Report } from '../model/report.ts';
import { voiceOf, type Source } from '../model/source.ts';
import { Actors } from '../resolve/actors.ts';
import { link, type ToLink } from '../resolve/link.ts';
import { zonesOf } from '../resolve/zones.ts';
import type { Context } from './context.ts';
import type { nounsOf } from './data-files.ts';
import { fault, Fault, showFaults } from './faults.ts';
import { engineFromFiles, inputOf, numbered, zoneOf, type ReadClaim } from './file-engine.ts';
import { contentOf, labelledLines } from './import-claims.ts';
import { operation } from './operation.ts';
import { ReadDiff, readDiff } from './read-diff.ts';
import { restsOnRecord } from './read-sides.ts';
import { SecondReading, SecondUse, showUse } from './second-reading.ts';
import { showDiff } from './show-diff.ts';

interface ReadReport {
  report: Report;
  claims: readonly ReadClaim[];
}

const Lines = z.object({
  reports: z.int(),
  claims: z.int(),
  errors: z.array(Fault),
  out: z.string().nullable(),
  lines: z.array(z.string()).describe('the lines, where no file was named'),
  second: SecondUse.optional().describe('what the second reader used, where it was asked'),
});

const input = z.object({
  paths: z.array(z.string()).min(1).describe('files and folders, as for ingest'),
  out: z.string().optional().describe('file to write (default: standard output)'),
  link: z.boolean().optional().describe('fill `incidents` within the set'),
  second: z.boolean().optional().describe('let the second reader propose claims too, each marked as its own'),
  diff: z
    .string()
    .optional()
    .describe(
      'OLD: say what NEW, the first path, would change in it; both are a file of {id, claims} lines, “record” or “engine”; further paths are the reports',
    ),
  claims: z.string().optional().describe('link these given claims instead of reading (.jsonl of {id, claims})'),
  source: z.string().optional().describe('id of the source, for files that do not name theirs'),
  published: z.string().optional().describe('when it was published, for files that do not say'),
  language: z.enum(LANGUAGES).optional().describe('language, for files that do not say'),
});

export const read = operation({
  name: 'read',
  summary: 'Reads reports for claims without any database: one line {id, claims} a report, in the exchange contract.',
  input,
  output: z.union([ReadDiff, Lines]),
  positional: ['paths'],
  right: 'desk',
  writes: false,
  localOnly: true,
  examples: [
    'daybook read samples/ --out claims.jsonl --link',
    'daybook read in.jsonl --claims gold.jsonl --link --out linked.jsonl',
    'daybook read reports/ --second --out both.jsonl',
    'daybook read --diff old.jsonl new.jsonl',
    'daybook read --diff record engine',
  ],
  needsRecord: ({ diff, paths = [] }) => diff !== undefined && restsOnRecord(diff, paths),
  async run(context, input) {
    return input.diff === undefined ? readPaths(context, input) : readDiff(context, { ...input, old: input.diff });
  },
  show: (r) => ('totals' in r ? showDiff(r) : showLines(r)),
  exit: (r) => (r.errors.length ? 1 : 0),
});

type Input = z.infer<typeof input>;

async function readPaths(context: Context, input: Input): Promise<z.input<typeof Lines>> {
  const known = await engineFromFiles(context.dataFiles);
  const sources = new Map(known.sources.map((s) => [s.id, s]));
  const given = input.claims === undefined ? null : await givenClaims(input.claims);
  const second = input.second ? secondReading(context, known) : null;
  const errors: DaybookError[] = [...(given?.errors ?? [])];
  const read: ReadReport[] = [];
  const proposed: ReadClaim[][] = [];
  for await (const outcome of collect(input.paths, { ...input, sources })) {
    if ('error' in outcome) {
      errors.push(outcome.error);
      continue;
    }
    const { report, where } = outcome.ok;
    const page = inputOf(report, sources.get(report.source.id));
    const claims = given?.byReport.get(report.id) ?? (given ? [] : numbered(report.id, known.engine.read(page), RULES));
    read.push({ report, claims });
    const by = second && { engine: second.engine, after: claims.length };
    proposed.push(by ? numbered(report.id, await second!.read(page, where), by) : []);
  }
  const codes = input.link
    ? linked(read, { sources, actors: new Actors(known.actors), gazetteer: known.gazetteer })
    : null;
  const lines = read.map((r, i) => lineOf({ ...r, claims: [...r.claims, ...proposed[i]!] }, codes?.[i] ?? null));
  if (input.out !== undefined) await written(input.out, lines);
  const used = second?.end();
  // Where the lines are printed, they are all that is: somebody pipes them on.
  if (used && input.out === undefined) for (const line of showUse(used.use)) context.tell(line);
  return {
    reports: read.length,
    claims: [...read.map((r) => r.claims), ...proposed].reduce((n, claims) => n + claims.length, 0),
    errors: [...errors, ...(used?.faults ?? [])].map(fault),
    out: input.out ?? null,
    lines: input.out === undefined ? lines : [],
    second: used?.use,
  };
}

const showLines = (r: z.infer<typeof Lines>): string =>
  [
    ...r.lines,
    ...(r.out === null ? [] : [`${r.claims} claims of ${r.reports} reports → ${r.out}`]),
    ...(r.out === null || !r.second ? [] : showUse(r.second)),
    ...showFaults(r.errors),
  ].join('\n');

const RULES = { engine: `${ENGINE.name}/${ENGINE.version}`, after: 0 };

function secondReading({ second }: Context, known: ReturnType<typeof nounsOf>): SecondReading {
  if (!second) throw new DaybookError('model-unset');
  return new SecondReading(second, known);
}

async function givenClaims(file: string): Promise<{ byReport: Map<string, ReadClaim[]>; errors: DaybookError[] }> {
  const byReport = new Map<string, ReadClaim[]>();
  const errors: DaybookError[] = [];
  for await (const line of labelledLines(file)) {
    if (line instanceof DaybookError) errors.push(line);
    else
      byReport.set(
        line.id,
        line.claims.map((c, i) => ({ id: c.id ?? `${line.id}.${i + 1}`, claim: contentOf(c), engine: c.engine })),
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
    claims: claims.map(({ id, claim, engine }, i) => ({
      id,
      ...claim,
      words: claim.evidence.map(([from, to]) => report.text.slice(from, to)),
      ...(codes && claim.kind === 'incident' ? { incidents: codes[i] } : {}),
      engine,
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
