/** `npm run eval [-- gold|linking|system|findings|invented|gvc|longtail|questions|muc4|timex|polnear …] [--closed] [--held] [--errors] [--json] [--accept]`: one table, exit 1 where worse. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ENGINE } from '../src/extract/engine.ts';
import { judge } from './judge.ts';
import { SHARED, shared } from './labelled.ts';
import { accept, readLast, writeLast } from './last.ts';
import type { Measured } from './row.ts';
import { findings, findingsListed } from './sets/findings.ts';
import { gvc, longtail } from './sets/documents.ts';
import { gold } from './sets/gold.ts';
import { invented, inventedErrors, inventedFolder } from './sets/invented.ts';
import { linking, system } from './sets/linking.ts';
import { muc4 } from './sets/muc4.ts';
import { polnear } from './sets/polnear.ts';
import { questions } from './sets/questions.ts';
import { timex } from './sets/timex.ts';
import { json, table } from './table.ts';

interface EvalSet {
  needs(kept: boolean): string;
  measure(kept: boolean): Promise<Measured>;
  /** The flag that measures the part kept apart, where the set has one. */
  kept?: 'closed' | 'held';
  /** Errors of the open part, claim by claim. */
  errors?(): Promise<string>;
}

/** What can be measured and what it needs. */
const SETS: Readonly<Record<string, EvalSet>> = {
  gold: { needs: () => shared('gold', 'dev', 'reports'), measure: gold, kept: 'closed' },
  linking: { needs: () => shared('gold', 'dev', 'reports'), measure: linking, kept: 'closed' },
  system: { needs: () => shared('gold', 'dev', 'reports'), measure: system, kept: 'closed' },
  findings: { needs: () => shared('gold', 'dev', 'reports'), measure: findings, errors: findingsListed },
  invented: { needs: inventedFolder, measure: invented, kept: 'held', errors: inventedErrors },
  muc4: { needs: () => shared('data', 'muc4', 'dev.jsonl'), measure: muc4 },
  gvc: { needs: () => shared('data', 'incidents', 'gvc.dev.jsonl'), measure: gvc },
  longtail: { needs: () => shared('data', 'incidents', 'longtail.dev.jsonl'), measure: longtail },
  questions: { needs: () => shared('data', 'incidents', 'longtail.dev.questions.jsonl'), measure: questions },
  timex: { needs: () => shared('data', 'timex', 'dev.jsonl'), measure: timex },
  polnear: { needs: () => shared('data', 'polnear', 'dev.jsonl'), measure: polnear },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    closed: { type: 'boolean' },
    held: { type: 'boolean' },
    errors: { type: 'boolean' },
    json: { type: 'boolean' },
    accept: { type: 'boolean' },
  },
});

const kept = (set: string): boolean => SETS[set]!.kept !== undefined && values[SETS[set]!.kept] === true;

function wanted(): string[] {
  const unknown = positionals.find((p) => !SETS[p]);
  if (unknown !== undefined) {
    console.error(`eval: no set “${unknown}”; there are ${Object.keys(SETS).join(', ')}`);
    process.exit(2);
  }
  const asked = positionals.length ? positionals : Object.keys(SETS);
  return values.closed || values.held ? asked.filter(kept) : asked;
}

/** Labelled data is no part of the project: without it there is nothing to measure, and nothing is wrong. */
function missing(set: string): boolean {
  const lacks = [SETS[set]!.needs(kept(set)), shared('scorers')].find((path) => !existsSync(path));
  if (lacks !== undefined) console.error(`eval: ${set} not measured: ${lacks} is missing (set DAYBOOK_SHARED)`);
  return lacks !== undefined;
}

async function timed(set: string): Promise<Measured> {
  const start = performance.now();
  const measured = await SETS[set]!.measure(kept(set));
  console.error(`eval: ${measured.set} measured in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return measured;
}

const last = readLast();
const all: Measured[] = [];
for (const set of wanted()) {
  if (missing(set)) continue;
  if (values.errors && !kept(set) && SETS[set]!.errors) console.log(await SETS[set]!.errors());
  all.push(await timed(set));
}

if (all.length === 0) console.log(`eval: nothing measured; no labelled data in ${SHARED}`);
else {
  const lines = all.flatMap((m) => judge(m, last));
  console.log(values.json ? json(lines) : table(lines));
  if (values.accept) {
    const date = new Date().toISOString().slice(0, 10);
    writeLast(accept(last, all, { engine: `${ENGINE.name}/${ENGINE.version}`, date }));
    console.error('eval: accepted, written to evals/last.json');
  } else if (lines.some((l) => l.verdict === 'worse')) {
    console.error('eval: worse than the last accepted result at 95 %');
    process.exitCode = 1;
  }
}
