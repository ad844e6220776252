import type { TallyUnit } from '../../model/codes.ts';
import type { Clause } from '../incidents/clauses.ts';
import { aimed, clauseOf, deedUnit, figure, type Figure } from './figure.ts';
import type { Scope } from '../speech/hearing.ts';
import type { Quantity } from './numbers.ts';
import type { Page, Reading } from '../page.ts';
import type { Hit, Scene } from '../scene.ts';
import { spans } from './tally-spans.ts';

/** How many words may stand between the ordinal and what it counts ("the second such exchange"). */
const NEAR = 4;

/** Times that say over how long was counted. */
const COUNTED: ReadonlySet<string> = new Set(['since', 'window', 'range', 'stretch']);

const ENDING = /^(st|nd|rd|th)$/;

/** Ordinals of a sentence: words of the lexicon, and digits with an ending ("12th"). */
export function ordinals(s: Scene): readonly Hit[] {
  const digits: Hit[] = [];
  for (let i = 0; i + 1 < s.length; i++) {
    const t = s.tokens[i]!;
    if (t.form.kind !== 'number' || t.form.value < 2 || s.tokens[i + 1]!.from !== t.to) continue;
    if (ENDING.test(s.key(i + 1))) digits.push({ cat: 'ordinal', value: String(t.form.value), from: i, to: i + 2 });
  }
  const words = s.all('ordinal').map((h) => composed(s, h));
  return digits.length > 0 ? [...words, ...digits] : words;
}

/** "twenty-second": tens before the word of the unit. */
function composed(s: Scene, h: Hit): Hit {
  const tens = Number(h.value) < 10 ? s.ends('number', h.from) : undefined;
  const n = tens ? Number(tens.value) : 0;
  return tens && n >= 20 && n < 100 && n % 10 === 0 ? { ...h, value: String(n + Number(h.value)), from: tens.from } : h;
}

/** Whether what was done again was a strike ("had struck the port") and no attack ("was attacked"). */
export const struck = (s: Scene): boolean =>
  s.all('act').some((a) => a.value === 'struck' && !s.covers('passive', a.from - 1)) && !s.has('force');

/** What it counts: the deed after it ("twelfth attack", "fourth time"), in Arabic also the one before it ("الهجوم الثالث"). */
function counted(s: Scene, h: Hit): { unit: TallyUnit; to: number } | null {
  const end = Math.min(s.length, h.to + NEAR);
  const after = s.all('deed', h.to, end)[0] ?? (s.language === 'ar' ? s.ends('deed', h.from) : undefined);
  if (after) return { unit: deedUnit(s, after), to: Math.max(h.to, after.to) };
  const done = s.language === 'ar' ? s.ends('ops', h.from) : undefined;
  if (done) return { unit: 'operation', to: h.to };
  const venture = s.all('venture', h.to, end)[0] ?? (s.language === 'ar' ? s.ends('venture', h.from) : undefined);
  if (venture) return { unit: 'attack', to: Math.max(h.to, venture.to) };
  const raid = s.all('weapon', h.to, end).find((w) => w.value === 'aircraft' && s.language === 'ar');
  if (raid) return { unit: 'strike', to: raid.to };
  const times = s.all('times', h.to, end)[0] ?? (s.language === 'ar' ? s.ends('times', h.from) : undefined);
  if (times && (s.has('act') || s.has('deed'))) return { unit: struck(s) ? 'strike' : 'attack', to: times.to };
  const open = ['since', 'kind', 'over', 'past'].some((cat) => s.starts(cat, h.to)) || AFTER.test(s.key(h.to));
  return (open && /^(the|a)$/.test(s.key(h.from - 1))) || s.starts('since', h.to) || s.has('kind', h.to, end)
    ? { unit: subject(s, h), to: h.to }
    : null;
}

/** "the second in as many days", "the fifth to be shot down". */
const AFTER = /^(in|on|to|this|over|within|since|at|against)$/;

/** What the ordinal stands for: drones that were shot down, else the deed named before it. */
function subject(s: Scene, h: Hit): TallyUnit {
  if (s.has('act', 0, s.length, 'stop') && s.all('weapon', 0, h.from).some((w) => w.value === 'drone')) return 'drone';
  if (s.has('ops', 0, h.from)) return 'operation';
  const apposed = s.isMark(h.from - 2, ',') ? s.ends('weapon', h.from - 2)?.value : undefined;
  if (apposed === 'drone' || apposed === 'rocket') return apposed;
  const deed = s.all('deed', 0, h.from).at(-1);
  return deed && !aimed(s, h.to) ? deedUnit(s, deed) : 'attack';
}

/** Whether the sentence says over how long was counted. */
const lasted = (r: Reading, page: Page, x: { f: Figure; c: Clause }): boolean =>
  spans(r, page, { ...x, today: page.today }).times.some((t) => COUNTED.has(t.kind) && t.from >= x.f.quantity.to);

/** "the twelfth attack on the field since January", "وهي الثالثة منذ مطلع العام": so many until now. */
export function ordinalFigures(r: Reading, page: Page, scope: Scope): { f: Figure; range: Clause }[] {
  const s = r.scene;
  return ordinals(s).flatMap((h) => {
    if (h.from < scope.from || h.to > scope.to || s.covers('weekday', h.from) || s.covers('month', h.to)) return [];
    const what = counted(s, h);
    if (!what) return [];
    const n = Number(h.value);
    if (n < 2) return [];
    const bound = { low: n, high: n, about: null };
    const quantity: Quantity = { from: h.from, to: h.to, core: [h.from, h.to], bound, hedge: null, also: false };
    const f = { ...figure(quantity, what.unit, what.to), from: Math.min(h.from, what.to - 1) };
    const range = clauseOf(r, scope, quantity);
    return lasted(r, page, { f, c: range }) ? [{ f, range }] : [];
  });
}

/** Whether a figure is told by an ordinal. */
export const isOrdinal = (r: Reading, f: Figure): boolean =>
  r.scene.starts('ordinal', f.quantity.core[0]) !== undefined || ENDING.test(r.scene.key(f.quantity.core[0] + 1));
