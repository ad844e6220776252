import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Gazetteer } from '../../src/model/place.ts';
import { house } from '../house.ts';
import { PROJECT, shared } from '../labelled.ts';
import { scorer, type Gold, type GoldClaim, type GoldScorer, type Prediction } from '../scorers.ts';
import type { Measured } from '../row.ts';
import { goldRows } from './gold.ts';
import { readIn } from './gold-part.ts';

/** Reports written and labelled for this house: `dev` to learn from, `held` only to be measured. */
export const inventedFolder = (held: boolean): string => join(PROJECT, 'evals', 'invented', held ? 'held' : 'dev');

/** Places of a report as its labels tell them: they know those of the gold corpus alone, any other by a wider one or not at all. */
class Known {
  readonly #listed: ReadonlySet<string>;
  readonly #places: Gazetteer;

  constructor(places: Gazetteer) {
    const listed = JSON.parse(readFileSync(shared('gold', 'dev', 'places.json'), 'utf8')) as { id: string }[];
    this.#listed = new Set(listed.map((p) => p.id));
    this.#places = places;
  }

  /** The claim of a reading, its places told as the labels of the report tell theirs. */
  told({ place, tally, ...claim }: GoldClaim, labels: readonly GoldClaim[]): GoldClaim {
    const named = new Set(labels.flatMap((c) => c.place?.id ?? []));
    const incident = (id: string): string | null =>
      this.#listed.has(id) ? id : (this.#places.path(id).find((x) => named.has(x)) ?? null);
    const figure = (id: string): string[] =>
      this.#places
        .path(id)
        .filter((x) => this.#listed.has(x))
        .slice(0, 1);
    return {
      ...claim,
      ...(place === undefined ? {} : { place: place?.id ? { ...place, id: incident(place.id) } : place }),
      ...(tally ? { tally: { ...tally, place: [...new Set(tally.place.flatMap(figure))] } } : {}),
    };
  }
}

async function predicted(gold: Gold, folder: string): Promise<Prediction[]> {
  const known = new Known((await house()).gazetteer);
  const labels = new Map(gold.reports.map((r) => [r.id, r.claims]));
  const read = await readIn(folder, {});
  return read.map((p) => ({ ...p, claims: p.claims.map((c) => known.told(c, labels.get(p.id) ?? [])) }));
}

async function inFolder<T>(held: boolean, use: (gold: Gold, claims: Prediction[], folder: string) => T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-invented-'));
  try {
    const gold = (await scorer<GoldScorer>('gold')).loadGold(inventedFolder(held));
    const unlabelled = gold.reports.map(({ claims: _, ...report }) => JSON.stringify(report));
    writeFileSync(join(folder, 'in.jsonl'), `${unlabelled.join('\n')}\n`);
    return use(gold, await predicted(gold, folder), folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The invented reports, read without their labels. */
export async function invented(held: boolean): Promise<Measured> {
  const by = await scorer<GoldScorer>('gold');
  return inFolder(held, (gold, claims) => ({
    set: held ? 'invented held' : 'invented dev',
    units: gold.reports.map((r) => r.id),
    rows: goldRows(gold, claims, by),
  }));
}

/** What is missing, spurious or wrong on the open half, claim by claim, as the scorer lists it. */
export const inventedErrors = (): Promise<string> =>
  inFolder(false, (_, claims, folder) => {
    const file = join(folder, 'claims.jsonl');
    writeFileSync(file, claims.map((p) => `${JSON.stringify(p)}\n`).join(''));
    const args = [shared('scorers', 'gold.mjs'), inventedFolder(false), file, '--errors'];
    return execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e8 });
  });
