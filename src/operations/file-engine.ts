import { createEngine, type Engine, type ReadingInput } from '../extract/engine.ts';
import type { Claim } from '../model/claim.ts';
import type { Report } from '../model/report.ts';
import { voiceOf, type Source } from '../model/source.ts';
import { nounsOf, readDataFiles, readLanguage } from './data-files.ts';

/** The reading engine over the data files alone. */
export async function engineFromFiles(root: string): Promise<{ engine: Engine } & ReturnType<typeof nounsOf>> {
  const nouns = nounsOf(await readDataFiles(root));
  return {
    ...nouns,
    engine: createEngine({ actors: nouns.actors, places: nouns.places, ...(await readLanguage(root)) }),
  };
}

export const zoneOf = (report: Report, source: Source | undefined): string | undefined => report.zone ?? source?.zone;

/** A report as the engine reads it, with what its source adds. */
export const inputOf = (report: Report, source: Source | undefined): ReadingInput => ({
  ...report,
  zone: zoneOf(report, source),
  speaks_for: source && voiceOf(source),
});

/** A claim that was read, by whom, under the name that it goes by. */
export interface ReadClaim {
  id: string;
  claim: Claim;
  engine: string | undefined;
}

/** Claims of one reading under the report's id and their number, counted on from `after`. */
export const numbered = (
  report: string,
  claims: readonly Claim[],
  by: { engine: string; after: number },
): ReadClaim[] => claims.map((claim, i) => ({ id: `${report}.${by.after + i + 1}`, claim, engine: by.engine }));
