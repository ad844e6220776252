import type { ContractClaim } from '../../src/model/claim.ts';
import { parseInstant } from '../../src/model/instant.ts';
import { mentionKey, type Mention } from '../../src/model/mention.ts';
import { voiceOf } from '../../src/model/source.ts';
import { contentOf } from '../../src/operations/import-claims.ts';
import { nounsOf, readDataFiles } from '../../src/operations/data-files.ts';
import { Actors } from '../../src/resolve/actors.ts';
import type { World } from '../../src/resolve/facts.ts';
import { mentionsOf } from '../../src/resolve/mentions.ts';
import { zonesOf } from '../../src/resolve/zones.ts';
import { DATA } from '../house.ts';
import type { GoldReport } from '../scorers.ts';
import { unlinked, withGoldPart } from '../sets/gold-part.ts';

type Report = GoldReport & { source: { id: string }; published: string; text: string };

export interface GoldMentions {
  mentions: Mention[];
  /** Gold's incident of each mention, by key. */
  incident: ReadonlyMap<string, string>;
  world: World;
}

/** The mentions of the labelled claims of gold's open part, with the incidents that they speak of. */
export async function goldMentions(): Promise<GoldMentions> {
  const nouns = nounsOf(await readDataFiles(DATA));
  const sources = new Map(nouns.sources.map((s) => [s.id, s]));
  const world = { actors: new Actors(nouns.actors), gazetteer: nouns.gazetteer };
  const tables = { ...world, zoneOf: zonesOf(nouns.sources, world.actors) };
  const incident = new Map<string, string>();
  const mentions = await withGoldPart(false, ({ gold }) =>
    Promise.resolve(
      (gold.reports as Report[]).flatMap((r, i) => {
        const source = sources.get(r.source.id);
        const voice = source ? voiceOf(source) : r.source.id;
        const told = { voice, zone: source?.zone ?? null, published: parseInstant(r.published)!, text: r.text };
        const report = { code: r.id, source: r.source.id, ...told };
        return r.claims.flatMap((c, k) => {
          const claim = contentOf(unlinked(c) as ContractClaim);
          const at = { report, report_id: i + 1, claim_no: k + 1, claim, review: 'suggested' as const };
          const found = mentionsOf(at, tables);
          found.forEach((m, n) => incident.set(mentionKey(m), c.incidents?.[n] ?? `none ${mentionKey(m)}`));
          return found;
        });
      }),
    ),
  );
  return { mentions, incident, world };
}
