import type { Clause } from './clauses.ts';
import type { IncidentDraft } from '../draft.ts';
import type { Frame } from './frame.ts';
import { listItem } from './lists.ts';
import type { Site } from './site.ts';

/** "two sites in Syria", "two separate attacks", "on three occasions": how many incidents one claim speaks of. */
export function countOf(f: Frame, site: Site | null): number | null {
  const { scene: s, quantities } = f.r;
  for (const q of quantities) {
    if (q.core[0] < f.from || q.core[1] > f.to || q.bound.low === null || q.bound.low > 9 || q.bound.low < 2) continue;
    const next = [
      ...s.all('deed', q.core[1], Math.min(s.length, q.core[1] + 3)),
      ...s.all('times', q.core[1], Math.min(s.length, q.core[1] + 2)),
    ][0];
    const places = s.all('sites', q.core[1], Math.min(s.length, q.core[1] + 3))[0];
    if (
      next &&
      (!site || site.spot) &&
      (f.sites.length === 1 || (site && site.from >= next.to && site.from - next.to <= 3))
    )
      return q.bound.low;
    if (places && site && !site.spot && site.from - q.core[1] <= 8 && site.from > q.core[0]) return q.bound.low;
  }
  return s.all('dual', f.from, f.to).some((d) => d.value === 'attack' || d.value === 'times') && f.sites.length <= 1
    ? 2
    : null;
}

/** "another was shot down", "two of them", "the first hit a tank", items of a list: the weapon told before. */
export function samesWeapons(f: Frame): IncidentDraft['weapons'] | undefined {
  const { scene: s } = f.r;
  if (!s.has('anew', f.from, f.to) && !s.has('further', f.from, f.to) && !partitive(f)) return undefined;
  const last = f.page.drafts.at(-1);
  if (last?.kind === 'tally' && (last.unit === 'drone' || last.unit === 'rocket')) return [last.unit];
  return f.page.told.at(-1)?.draft.weapons;
}

/** "The first …", "the other two …", "an hour later, a fourth …": part of what was told before is the subject. */
function partitive({ r: { scene: s }, from, to }: Frame): boolean {
  const act = s.all('act', from, to)[0]?.from ?? from;
  return s.has('partitive', from, Math.min(to, Math.max(act, from + 3)));
}

/** "the first aircraft", said of drones told before: what flies is called by a wider name. */
export const widened = (f: Frame, found: IncidentDraft['weapons']): boolean =>
  found.length === 1 &&
  found[0] === 'aircraft' &&
  f.page.told.at(-1)?.draft.weapons[0] === 'drone' &&
  (partitive(f) || f.r.scene.key(f.from) === 'the');

/** Number of "two of them" where the noun was told before; "the rest" are any number. */
export const ofThem = (f: Frame): { low: number | null; high: number | null } | null => {
  if (f.r.scene.has('remnant', f.from, f.to)) return null;
  const q = f.r.quantities.find(
    (x) => x.core[0] >= f.from && x.core[1] <= f.to && f.r.scene.starts('further', x.core[1]),
  );
  return q ? { low: q.bound.low, high: q.bound.high } : { low: 1, high: 1 };
};

/** Tokens of a clause that tell of one of its places; the whole clause where they share one weapon. */
export function shareOf(f: Frame, site: Site | null): Clause {
  const whole = { from: f.from, to: f.to };
  if (!site || f.sites.length < 2) return whole;
  const cuts = f.sites.slice(1).map((p, i) => cut(f, f.sites[i]!.to, p.from));
  const parts = f.sites.map((_, i) => ({ from: cuts[i - 1] ?? f.from, to: cuts[i] ?? f.to }));
  const { scene: s } = f.r;
  return parts.every((c) => s.has('weapon', c.from, c.to)) ? parts[f.sites.indexOf(site)]! : whole;
}

/** Where a clause goes on to tell what was aimed at ("strikes against two missiles"): weapons behind it are no weapons used. */
export function aimOf(s: Frame['r']['scene'], c: Clause): number {
  for (let i = c.from; i < c.to; i++) if (s.starts('aim', i)) return i;
  return c.to;
}

/** Where the telling of the next place begins: at the last conjunction or comma between the two. */
function cut(f: Frame, from: number, to: number): number {
  const { scene: s } = f.r;
  for (let i = from; i <= to; i++)
    if (s.starts('and', i) || s.isMark(i, ',،') || s.text[s.tokens[i]!.from] === 'و') return i;
  return from;
}

/** "The field had been rocketed: on Thursday three shells landed in it": the place named in the sentence before a clause that names none. */
export function namedBefore(f: Frame): Site[] {
  if (f.page.told.at(-1)?.at === f.r.index || !f.r.scene.isMark(f.from - 1, listItem(f.r, f.page) ? ':;؛–—' : ':;؛'))
    return [];
  const before = f.r.sites.findLast((p) => p.spot && p.to <= f.from);
  return before ? [before] : [];
}

/** "and a second, forty minutes later, …": one more attack on the place told last. */
export function onceMore(f: Frame): Site[] {
  const { scene: s } = f.r;
  const lead = s.all('anew', f.from, Math.min(f.to, f.from + 3))[0];
  const last = f.page.told.at(-1)?.draft.place;
  return lead && last && s.has('later', f.from, f.to)
    ? [{ from: lead.from, to: lead.to, id: last.id, spot: true, told: last.text }]
    : [];
}
