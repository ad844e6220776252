import { MEDIA, type Medium } from '../model/codes.ts';
import type { Claim } from '../model/claim.ts';
import { MINUTE } from './times/calendar.ts';
import type { Draft, FigureDraft, IncidentDraft, Range } from './draft.ts';
import type { Link } from './speech/memory.ts';

/** Spans of a claim: trimmed, sorted, joined where they touch, inside the text. */
export function spans(ranges: readonly Range[], text: string): [number, number][] {
  const sorted = ranges
    .map(([a, b]): [number, number] => [Math.max(0, a), Math.min(text.length, b)])
    .filter(([a, b]) => a < b)
    .sort((x, y) => x[0] - y[0] || x[1] - y[1]);
  const out: [number, number][] = [];
  for (const [a, b] of sorted) {
    const last = out.at(-1);
    if (last && a <= last[1] + 2) last[1] = Math.max(last[1], b);
    else out.push([a, b]);
  }
  return out.slice(0, 50);
}

const isMedium = (v: string | null): v is Medium => v !== null && (MEDIA as readonly string[]).includes(v);

const attribution = (chain: readonly Link[]): Claim['attribution'] =>
  chain.slice(0, 10).map((l) => ({
    speaker: l.speaker,
    via: isMedium(l.via) ? l.via : null,
    cue: l.cue ? [l.cue[0], l.cue[1]] : null,
  }));

/** The wall time in so many characters of ISO 8601; null = open, and what no calendar holds is as unknown as what is unsaid. */
const wallTime = (wall: number | null, length: number): string | null =>
  wall === null || !(wall >= FIRST && wall <= LAST) ? null : new Date(wall).toISOString().slice(0, length);
/** Four digits of a year are all that the contract has: 1 … 9999. */
const [FIRST, LAST] = [-62_135_596_800_000, Date.UTC(9999, 11, 31)];

const minute = (wall: number | null): string | null => wallTime(wall && Math.floor(wall / MINUTE) * MINUTE, 16);
const date = (wall: number | null): string | null => wallTime(wall, 10);

const common = (d: Draft, text: string) => ({
  evidence: spans(d.evidence, text),
  attribution: attribution(d.chain),
  stance: d.stance,
  certainty: d.hedged ? ('hedged' as const) : ('stated' as const),
  ...(d.auxiliary ? { auxiliary: d.auxiliary } : {}),
});

function incident(d: IncidentDraft, text: string): Claim {
  const { from, to } = d.time.span;
  return {
    kind: 'incident',
    ...common(d, text),
    ...(d.count !== null && d.count > 1 ? { count: { low: d.count, high: d.count } } : {}),
    event: d.event,
    weapon: d.weapons,
    munitions: d.munitions,
    stage: d.stage,
    outcome: d.outcome,
    time: { from: minute(from), to: minute(from !== null && to !== null && to < from ? from : to), text: d.time.text },
    place: d.place,
    perpetrator: d.perpetrators,
    target: d.targets,
    killed: d.killed,
    injured: d.injured,
  };
}

function figure(d: FigureDraft, text: string): Claim {
  const tally = {
    unit: d.unit,
    ...d.bound,
    wording: d.wording,
    from: date(d.window.from),
    to: date(d.window.to),
    place: d.places,
    target: d.target,
    perpetrator: d.perpetrator,
    parts: d.parts,
    excludes: d.excludes,
  };
  return d.kind === 'tally'
    ? { kind: 'tally', ...common(d, text), tally }
    : { kind: 'level', ...common(d, text), tally };
}

/** A draft as a claim of the contract; null when it rests on no words. */
export function claimOf(d: Draft, text: string): Claim | null {
  if (spans(d.evidence, text).length === 0) return null;
  if (d.kind === 'incident') return incident(d, text);
  if (d.kind === 'statement') return { kind: 'statement', ...common(d, text), gist: d.gist };
  return figure(d, text);
}
