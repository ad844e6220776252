import type { Incident } from '../model/incident.ts';
import { mentionKey, type Mention } from '../model/mention.ts';
import type { LinkRow } from '../record/rows.ts';
import type { Tables } from '../record/small-tables.ts';
import { originsOf, rootsOf } from '../resolve/copies.ts';
import { affirms } from '../resolve/grade.ts';
import { inOrder } from '../resolve/order.ts';
import { deniesKnowing, standingOf, type Standing } from '../resolve/standing.ts';
import type { ClaimView, Independence } from './outputs.ts';
import { actorNamed } from './present.ts';

type Telling = Independence['tellings'][number];
type Word = Telling['word'];
type Side = Independence['sides'][number];

/** The strongest word first: a party that affirms it once has affirmed it. */
const WORDS: readonly Word[] = ['affirms', 'denies', 'does not confirm', 'other'];

function wordOf(m: Mention): Word {
  if (affirms(m)) return 'affirms';
  return m.stance === 'denies' || m.stance === 'does not confirm' ? m.stance : 'other';
}

/** What the links of one incident say of who is independent of whom; `nameOf` is how people name a mention. */
export function independenceOf(
  links: readonly LinkRow[],
  incident: Pick<Incident, 'grade' | 'contested' | 'parties'>,
  context: { tables: Tables; claims: ReadonlyMap<string, ClaimView>; nameOf: (l: LinkRow) => string },
): Independence {
  const { tables, claims, nameOf } = context;
  const names = new Map(links.map((l) => [mentionKey(l), nameOf(l)]));
  const mentions = inOrder(links.map((l) => l.mention)).filter((m) => m.review !== 'rejected');
  const roots = rootsOf(mentions);
  const origins = originsOf(mentions.filter(affirms));
  const partyOf = new Map(mentions.map((m) => [mentionKey(m), origins.get(mentionKey(m)) ?? m.origin]));
  const told = mentions.map((m): Telling => {
    const key = mentionKey(m);
    const claim = claims.get(`${m.report_id}.${m.claim_no}`)!;
    const root = roots.get(key)!;
    const party = partyOf.get(key)!;
    // The same words in another party's name are that party's own telling.
    const copies = root !== key && partyOf.get(root) === party ? names.get(root)! : null;
    return { mention: names.get(key)!, claim: claim.name, source: claim.source, word: wordOf(m), party, copies };
  });
  const standing = standingOf(mentions, tables.actors, tables.gazetteer);
  return {
    tellings: told,
    parties: partiesOf(told).map(({ id, word }) => ({ ...actorNamed(id, tables), word })),
    sides: sidesOf(mentions, standing, { actors: tables.actors, named: (id) => actorNamed(id, tables) }),
    credibility: credibilityOf(incident),
  };
}

/** Each party once, in the order of its first telling, with the strongest of its words. */
function partiesOf(tellings: readonly Telling[]): { id: string; word: Word }[] {
  const said = new Map<string, Word>();
  for (const { party, word } of tellings) {
    const before = said.get(party);
    if (before === undefined || WORDS.indexOf(word) < WORDS.indexOf(before)) said.set(party, word);
  }
  return [...said].map(([id, word]) => ({ id, word }));
}

/**
 * Every word of each side in a position to know. Denied, not confirmed, and not asked are three things: where we hold no
 * word of a side, that is what is said of it.
 */
function sidesOf(
  mentions: readonly Mention[],
  standing: Standing,
  { actors, named }: { actors: Tables['actors']; named: (id: string) => Pick<Side, 'id' | 'name'> },
): Side[] {
  const struck = [...standing.struck].sort();
  // A class of groups is nobody who could be asked.
  const doers = [...standing.perpetrators].filter((p) => !standing.struck.has(p) && !actors.isCategory(p)).sort();
  const rows = (id: string, side: Side['side']): Side[] => {
    const own = mentions.filter((m) => m.party === id);
    const words = WORDS.filter((w) => w !== 'other').flatMap((word) => {
      const claims = own.filter((m) => wordOf(m) === word).map((m) => `${m.report_code}.${m.claim_no}`);
      return claims.length ? [{ ...named(id), side, word, claims: [...new Set(claims)] }] : [];
    });
    return words.length ? words : [{ ...named(id), side, word: 'not asked', claims: [] }];
  };
  const deniers = mentions.filter((m) => deniesKnowing(m, standing, actors)).map((m) => m.party);
  const others = [...new Set(deniers)].filter((p) => !standing.struck.has(p) && !doers.includes(p)).sort();
  return [
    ...struck.flatMap((id) => rows(id, 'struck')),
    ...doers.flatMap((id) => rows(id, 'said to have done it')),
    ...others.flatMap((id) => rows(id, 'in a position to know')),
  ];
}

/**
 * Credibility on the Admiralty scale (NATO STANAG 2511), from parties alone, never from the letters of sources: 5 shown
 * not to have happened; 4 denied against one party, 3 against several; 1 told by independent parties; 2 by one party,
 * against its interest; else 6, which is "cannot be judged" and not the worst.
 */
export function credibilityOf({
  grade,
  contested,
  parties,
}: Pick<Incident, 'grade' | 'contested' | 'parties'>): number {
  if (grade === 'Discounted') return 5;
  if (contested) return parties.length > 1 ? 3 : 4;
  if (parties.length > 1) return 1;
  return grade === 'Confirmed' ? 2 : 6;
}
