import type { Instant } from '../model/instant.ts';
import type { Tables } from '../record/small-tables.ts';
import { many, pointColumns, when, type Column } from './export-columns.ts';
import type { ClaimView, TallyView } from './outputs.ts';

export interface ClaimRowOut {
  claim: ClaimView;
  site: string | null;
  from: Instant | null;
  to: Instant | null;
  tables: Tables;
}
export interface TallyRowOut {
  tally: TallyView;
  tables: Tables;
}

const words = (c: ClaimView): string => c.excerpts.map((e) => e.words.replace(/\s+/g, ' ')).join(' … ');

export const CLAIM_COLUMNS: readonly Column<ClaimRowOut>[] = [
  { name: 'claim', says: 'REPORT.NUMBER', of: (r) => r.claim.name },
  { name: 'report', says: 'id of its report', of: (r) => r.claim.report },
  { name: 'published', says: 'UTC', of: (r) => r.claim.published },
  { name: 'language', says: 'of the report', of: (r) => r.claim.language },
  { name: 'source', says: 'source id', of: (r) => r.claim.source.id },
  { name: 'source_name', says: 'as it is printed', of: (r) => r.claim.source.name.en },
  { name: 'reliability', says: 'Admiralty letter, set by the desk', of: (r) => r.claim.source.reliability },
  { name: 'provenance', says: 'captured, paraphrase, import', of: (r) => r.claim.provenance },
  { name: 'voice', says: 'who it is per, id', of: (r) => r.claim.voice.id },
  { name: 'chain', says: 'who said it, origin last, ids', of: (r) => r.claim.chain.map((c) => c.id).join(' > ') },
  { name: 'stance', says: 'reports, claims responsibility, confirms, denies, …', of: (r) => r.claim.claim.stance },
  { name: 'certainty', says: 'stated or hedged', of: (r) => r.claim.claim.certainty },
  { name: 'review', says: 'suggested, accepted, amended', of: (r) => r.claim.review },
  { name: 'engine', says: 'who read it', of: (r) => r.claim.engine },
  { name: 'incidents', says: 'codes of its incidents', of: (r) => many(r.claim.incidents) },
  { name: 'from', says: 'earliest instant told, UTC', of: (r) => when(r.from) },
  { name: 'to', says: 'latest, UTC, not included', of: (r) => when(r.to) },
  { name: 'site', says: 'place id', of: (r) => r.site },
  ...pointColumns<ClaimRowOut>((r) => r.site),
  { name: 'words', says: 'the exact words, as rights allow', of: (r) => words(r.claim) },
  { name: 'notice', says: 'what must be said beside the words', of: (r) => r.claim.source.notice?.en ?? null },
];

export const TALLY_COLUMNS: readonly Column<TallyRowOut>[] = [
  { name: 'claim', says: 'REPORT.NUMBER', of: (r) => r.tally.claim },
  { name: 'report', says: 'id of its report', of: (r) => r.tally.report },
  { name: 'published', says: 'UTC', of: (r) => r.tally.published },
  { name: 'source', says: 'source id', of: (r) => r.tally.source.id },
  { name: 'source_name', says: 'as it is printed', of: (r) => r.tally.source.name.en },
  { name: 'reliability', says: 'Admiralty letter, set by the desk', of: (r) => r.tally.source.reliability },
  { name: 'voice', says: 'who it is per, id', of: (r) => r.tally.voice.id },
  { name: 'chain', says: 'who said it, origin last, ids', of: (r) => r.tally.chain.map((c) => c.id).join(' > ') },
  { name: 'certainty', says: 'stated or hedged', of: (r) => r.tally.certainty },
  { name: 'review', says: 'suggested, accepted, amended', of: (r) => r.tally.review },
  { name: 'unit', says: 'what it counts', of: (r) => r.tally.unit },
  { name: 'low', says: 'at least; empty = open', of: (r) => r.tally.low },
  { name: 'high', says: 'at most; empty = open', of: (r) => r.tally.high },
  { name: 'about', says: 'where that is what is said', of: (r) => r.tally.about },
  { name: 'wording', says: 'the number as said', of: (r) => r.tally.wording },
  { name: 'from', says: 'first local day; empty = unsaid', of: (r) => r.tally.from },
  { name: 'to', says: 'last local day; empty = unsaid', of: (r) => r.tally.to },
  { name: 'places', says: 'place ids', of: (r) => many(r.tally.places.map((p) => p.id)) },
  ...pointColumns<TallyRowOut>((r) => (r.tally.places.length === 1 ? r.tally.places[0]!.id : null)),
  { name: 'target', says: 'actor id', of: (r) => r.tally.target?.id ?? null },
  { name: 'perpetrator', says: 'actor id', of: (r) => r.tally.perpetrator?.id ?? null },
  { name: 'excludes', says: 'what it says that it leaves out', of: (r) => r.tally.excludes },
  { name: 'understood', says: 'scope or window was left unsaid', of: (r) => r.tally.understood },
  { name: 'words', says: 'the exact words, as rights allow', of: (r) => r.tally.words },
  { name: 'notice', says: 'what must be said beside the words', of: (r) => r.tally.source.notice?.en ?? null },
];
