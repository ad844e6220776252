import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../../src/operations/context.ts';
import { read } from '../../src/operations/read.ts';
import { DATA } from '../house.ts';
import { readLines, shared } from '../labelled.ts';
import { scorer, type Gold, type GoldClaim, type GoldScorer, type Prediction } from '../scorers.ts';

/** The part of the gold corpus that is measured, and the program's verb `read` on it. */
export interface GoldPart {
  gold: Gold;
  /** Claims read from the reports, their labels never seen. */
  read(): Promise<Prediction[]>;
  /** The same, linked: every claim with the incidents that it speaks of. */
  readLinked(): Promise<Prediction[]>;
  /** The labelled claims, linked: incident ids taken away, only how many a claim speaks of is left. */
  link(): Promise<Prediction[]>;
}

/** A labelled claim without its incidents: only how many it speaks of is left. */
export const unlinked = ({ incidents, ...claim }: GoldClaim): GoldClaim => {
  const k = incidents?.length ?? 0;
  return claim.count || k < 2 ? claim : { ...claim, count: { low: k, high: k } };
};

/** The verb `read` on `in.jsonl` of a folder. */
export async function readIn(folder: string, more: { claims?: string; link?: boolean }): Promise<Prediction[]> {
  const out = join(folder, 'out.jsonl');
  const input = { paths: [join(folder, 'in.jsonl')], out, ...more };
  const result = (await read.run({ dataFiles: DATA } as Context, input)) as { errors: { message?: string }[] };
  if (result.errors.length) throw new Error(`the corpus could not be read: ${JSON.stringify(result.errors[0])}`);
  return readLines<Prediction>(out);
}

/** Cuts a part out of the corpus into a folder of its own, lets it be measured and removes it. */
export async function withGoldPart<T>(closed: boolean, measure: (part: GoldPart) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-gold-'));
  try {
    const cut = [shared('scorers', 'gold-part.mjs'), shared('gold', 'dev'), closed ? 'closed' : 'open', folder];
    execFileSync(process.execPath, cut, { stdio: ['ignore', 'ignore', 'inherit'] });
    const { loadGold } = await scorer<GoldScorer>('gold');
    const gold = loadGold(join(folder, 'gold'));
    return await measure({
      gold,
      read: () => readIn(folder, {}),
      readLinked: () => readIn(folder, { link: true }),
      link: () => {
        const claims = join(folder, 'claims.jsonl');
        const lines = gold.reports.map((r) => JSON.stringify({ id: r.id, claims: r.claims.map(unlinked) }));
        writeFileSync(claims, `${lines.join('\n')}\n`);
        return readIn(folder, { claims, link: true });
      },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
