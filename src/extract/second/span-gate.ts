import { Claim } from '../../model/claim.ts';
import { DAY, parseWall } from '../../model/instant.ts';
import { spans } from '../claims.ts';
import type { Range } from '../draft.ts';
import { slugged, slugStands, type KnownIds } from './known-ids.ts';
import { Proposal, type Quote } from './proposal.ts';

/** Why a proposal is dropped. */
export const DROPS = [
  'out of shape',
  'words not in the text',
  'unknown actor',
  'unknown place',
  'impossible time',
  'proposed twice',
  'too many',
] as const;
export type Drop = (typeof DROPS)[number];

/** Most proposals that one report's answer may hold; the rest are dropped. */
const MOST = 200;

export interface Gated {
  claims: Claim[];
  dropped: Drop[];
}

/**
 * What of a second reader's proposals becomes claims: every word byte-exact in the text, every actor known or named in it,
 * every place known, every time a time. Nothing is mended: a proposal that fails in one field is dropped whole.
 */
export function gate(proposals: readonly unknown[], page: { text: string; known: KnownIds }): Gated {
  const out: Gated = { claims: [], dropped: proposals.slice(MOST).map(() => 'too many') };
  const said = new Set<string>();
  const at = { ...page, slugged: slugged(page.text) };
  for (const proposal of proposals.slice(0, MOST)) {
    const claim = passed(proposal, at);
    const key = JSON.stringify(claim);
    if (typeof claim === 'string') out.dropped.push(claim);
    else if (said.has(key)) out.dropped.push('proposed twice');
    else {
      said.add(key);
      out.claims.push(claim);
    }
  }
  return out;
}

interface Page {
  text: string;
  known: KnownIds;
  slugged: string;
}

function passed(given: unknown, page: Page): Claim | Drop {
  const parsed = Proposal.safeParse(given);
  if (!parsed.success) return 'out of shape';
  const proposal = parsed.data;
  const evidence = proposal.evidence.map((q) => rangeOf(q, page.text));
  const cues = proposal.attribution.map((a) => a.cue && rangeOf(a.cue, page.text));
  const copied = wordings(proposal);
  if ([...evidence, ...cues].includes(undefined) || !copied.every((w) => stands(w, page.text)))
    return 'words not in the text';
  if (!actorsOf(proposal).every((id) => page.known.actors.has(id) || slugStands(id, page.slugged)))
    return 'unknown actor';
  if (!placesOf(proposal).every((id) => page.known.places.has(id))) return 'unknown place';
  if (!possible(proposal)) return 'impossible time';
  const claim = Claim.safeParse({
    ...proposal,
    evidence: spans(evidence as Range[], page.text),
    attribution: proposal.attribution.map((a, i) => ({ ...a, cue: cues[i] ?? null })),
  });
  return claim.success ? claim.data : 'out of shape';
}

/** Whether the words are whole characters of the text; half of a surrogate pair is not. */
const stands = (words: string, text: string): boolean => words.isWellFormed() && text.includes(words);

/** Where the words stand; undefined = nowhere. Blank words carry nothing. */
function rangeOf({ words, occurrence }: Quote, text: string): Range | undefined {
  if (!words.isWellFormed() || words.trim() === '') return undefined;
  let at = -1;
  for (let k = 0; k < occurrence; k++) {
    at = text.indexOf(words, at + 1);
    if (at < 0) return undefined;
  }
  return [at, at + words.length];
}

const given = (values: readonly (string | null | undefined)[]): string[] =>
  values.filter((v): v is string => v !== null && v !== undefined);

/** Every field that repeats words of the text. */
function wordings(p: Proposal): string[] {
  if (p.kind === 'statement') return [];
  if (p.kind !== 'incident') return given([p.tally.wording, p.tally.excludes]);
  const bounds = [p.count, p.munitions, p.killed, p.injured];
  return given([p.time.text, p.place?.text, ...bounds.map((b) => b?.wording)]);
}

function actorsOf(p: Proposal): string[] {
  const speakers = p.attribution.map((a) => a.speaker);
  if (p.kind === 'statement') return speakers;
  if (p.kind !== 'incident') return given([...speakers, p.tally.target, p.tally.perpetrator]);
  return given([...speakers, ...p.perpetrator.map((x) => x.actor), ...p.target, p.killed?.who, p.injured?.who]);
}

function placesOf(p: Proposal): string[] {
  if (p.kind === 'statement') return [];
  if (p.kind === 'incident') return given([p.place?.id]);
  return given([...p.tally.place, ...p.tally.parts.map((part) => part.place)]);
}

/** What the record can hold, as local days. */
const [EARLIEST, LATEST] = ['1900-01-01', '2199-12-31'];
/** Length of a bare date. */
const DATE = '2023-11-08'.length;

/** Whether the times exist and do not end before they begin; a bare date ends with its day. */
function possible(p: Proposal): boolean {
  if (p.kind === 'statement') return true;
  const { from, to } = p.kind === 'incident' ? p.time : p.tally;
  const [begin, end] = [from ?? EARLIEST, to ?? LATEST].map(parseWall);
  if (begin == null || end == null || (from ?? EARLIEST) < EARLIEST || (to ?? LATEST) > LATEST) return false;
  return to?.length === DATE ? begin < end + DAY : begin <= end;
}
