import { dayOf, type Span } from '../times/calendar.ts';
import type { Scope } from '../speech/hearing.ts';
import type { FigureDraft, Harm, IncidentDraft } from '../draft.ts';
import { nearby } from './figure.ts';
import type { Quantity } from './numbers.ts';
import type { Page, Reading } from '../page.ts';

/** So many sentences later "three of them" still means those hurt in the attack. */
const BACK = 2;
/** So near, in tokens, stands the word of harm to the number of those hurt. */
const NEAR = 6;

type Toll = Pick<FigureDraft, 'chain' | 'unit' | 'bound' | 'window' | 'places' | 'target' | 'perpetrator'>;

/** Those hurt in one attack, as the count to which a part of them belongs: "Three of them were flown out", "seven killed, four of them Iraqi". */
export function tollBefore(r: Reading, page: Page, scope: Scope, q: Quantity): FigureDraft | null {
  const toll = tollHere(r, scope, q) ?? tollTold(r, page);
  if (!toll) return null;
  const common = { evidence: [], stance: 'reports', hedged: false, auxiliary: null, line: r.line } as const;
  return { kind: 'tally', wording: '', told: false, parts: [], excludes: null, ...common, ...toll, evidence: [] };
}

/** Of the attack told last. */
function tollTold(r: Reading, page: Page): Toll | null {
  const last = page.told.findLast((t) => r.index - t.at <= BACK && many(t.draft.injured ?? t.draft.killed));
  if (!last || !nearby(r, last.draft) || page.drafts.at(-1)?.kind === 'tally') return null;
  return toll(last.draft);
}

const many = (harm: Harm): boolean => harm !== null && (harm.low ?? harm.about ?? 0) > 1;

function toll(d: IncidentDraft): Toll | null {
  const harm = d.injured ?? d.killed;
  if (!harm) return null;
  return {
    chain: d.chain,
    unit: d.injured ? 'injured' : 'killed',
    bound: { low: harm.low, high: harm.high, about: harm.about ?? null },
    window: days(d.time.span),
    places: d.place?.id ? [d.place.id] : [],
    target: d.targets[0] ?? null,
    perpetrator: d.perpetrators[0]?.actor ?? null,
  };
}

/** Of the same sentence: where and when they were hurt is told there. */
function tollHere(r: Reading, scope: Scope, q: Quantity): Toll | null {
  const s = r.scene;
  const whole = r.quantities.findLast((o) => o.core[0] >= scope.from && o.core[1] <= q.from && (o.bound.low ?? 0) > 1);
  const summed = whole && s.has('sum', scope.from, whole.from);
  const harm = summed
    ? s.all('harm', scope.from, whole.from)[0]
    : whole && s.all('harm', Math.max(scope.from, whole.from - NEAR), Math.min(q.from, whole.to + NEAR)).at(-1);
  const time = r.times.find((t) => t.day !== null && !r.said.has(t))?.span ?? r.before;
  const spots = [
    ...new Set(r.sites.filter((p) => p.from >= scope.from && p.to <= scope.to).flatMap((p) => p.id ?? [])),
  ];
  if (!whole || !harm || !time || spots.length !== 1) return null;
  return {
    chain: scope.chain,
    unit: harm.value === 'killed' ? 'killed' : 'injured',
    bound: whole.bound,
    window: days(time),
    places: spots,
    target: null,
    perpetrator: null,
  };
}

const days = ({ from, to }: Span): Span => ({
  from: from === null ? null : dayOf(from),
  to: to === null ? null : dayOf(to),
});
