import type { Finding, FigureRow, MatchedTally } from '../model/answer.ts';
import { add, contradicts, type Bound } from '../model/bound.ts';
import { DAY, parseWall } from '../model/instant.ts';
import type { Rule } from '../model/rule.ts';
import { byText } from '../resolve/order.ts';
import { SINCE_DAYS, live, numberOf, upTo, agreementOf, type Asking } from './tallies.ts';

interface Series extends Asking {
  rule: Rule;
  /** Totals that match the rule, by publication. */
  totals: readonly MatchedTally[];
  /** Every tally of the rule's unit and scope, whatever its window, by publication. */
  related: readonly FigureRow[];
}

type Check = (s: Series) => Finding[];
const CHECKS: readonly Check[] = [partsDoNotSum, totalFalls, twoTotals, belowItsDelta, windowDoesNotFit];

/** What does not add up among the tallies near a rule, each with the claims that show it. */
export function findingsOf(
  totals: readonly MatchedTally[],
  figures: readonly FigureRow[],
  asking: Asking & { rule: Rule },
): Finding[] {
  const related = live(figures, asking).filter((f) => !agreementOf(asking.rule, f, asking).includes('differs'));
  return CHECKS.flatMap((check) => check({ ...asking, totals, related }));
}

const name = (f: FigureRow): string => `${f.report_code}.${f.claim_no}`;
const bound = ({ low, high, about }: Bound): Bound => ({ low, high, about: about ?? undefined }) as Bound;
const days = (a: string, b: string): number =>
  Math.abs((parseWall(a.slice(0, 10)) ?? 0) - (parseWall(b.slice(0, 10)) ?? 0)) / DAY;

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function partsDoNotSum({ related }: Series): Finding[] {
  return related.flatMap((f) => {
    const places = new Set(f.parts.map((p) => p.place));
    if (f.parts.length < 2 || places.has(null) || places.size < f.parts.length) return [];
    const sum = f.parts.map((p) => bound(p as Bound)).reduce(add);
    // Parts that leave a place out may fall short of the whole; none may exceed it.
    const whole = f.place.every((p) => places.has(p));
    const off = whole ? contradicts(sum, bound(f as Bound)) : sum.low! > (f.high ?? Infinity);
    if (!off) return [];
    return [
      {
        kind: 'parts do not sum',
        voice: f.voice,
        note: `parts sum to ${show(sum)}, the total is ${show(f)}`,
        claims: [name(f)],
      },
    ];
  });
}

/** A later total of one voice, up to a later or the same day, that is lower than an earlier one. */
function totalFalls({ totals }: Series): Finding[] {
  return [...grouped(totals.filter(stated), (t) => t.voice)].flatMap(([voice, series]) => {
    const found: Finding[] = [];
    let top: MatchedTally | null = null;
    for (const t of series) {
      if (top && numberOf(t)! < numberOf(top)! && upTo(t) >= upTo(top) && !retells(t, top))
        found.push({
          kind: 'total falls',
          voice,
          note: `${show(top)} by ${upTo(top)}, then ${show(t)} by ${upTo(t)}`,
          claims: [name(top), name(t)],
        });
      if (!top || numberOf(t)! >= numberOf(top)!) top = t;
    }
    return found;
  });
}
/** Two totals in one report are a contradiction of that page, told by `twoTotals`. */
const retells = (a: FigureRow, b: FigureRow): boolean => a.report_id === b.report_id;
const stated = (f: FigureRow): boolean => f.certainty === 'stated' && numberOf(f) !== null;

/** Different totals up to one day, whoever says them: one finding a day with every claim of that day. */
function twoTotals({ totals }: Series): Finding[] {
  return [...grouped(totals.filter(stated), upTo)]
    .sort(([a], [b]) => byText(a, b))
    .flatMap(([day, said]) => {
      const values = [...new Set(said.map((t) => numberOf(t)!))].sort((a, b) => a - b);
      if (values.length < 2) return [];
      const voices = [...new Set(said.map((t) => t.voice))];
      return [
        {
          kind: 'two totals at one time',
          voice: voices.length === 1 ? voices[0]! : 'several',
          note: `${values.join(' / ')} up to ${day}`,
          claims: said.map(name),
        },
      ];
    });
}

/** A total that is lower than what the same voice counts in a part of its window. */
function belowItsDelta({ totals, related, window }: Series): Finding[] {
  return totals.filter(stated).flatMap((t) =>
    related
      .filter((d) => stated(d) && d.voice === t.voice && d.from !== null && isDelta(d, window.since))
      .filter((d) => upTo(d) <= upTo(t) && d.published <= t.published && numberOf(d)! > (t.high ?? numberOf(t)!))
      .map((d): Finding => ({
        kind: 'total below its delta',
        voice: t.voice,
        note: `${show(t)} in all, ${show(d)} since ${d.from!.slice(0, 10)} alone`,
        claims: [name(d), name(t)],
      })),
  );
}

const isDelta = (f: FigureRow, since: string | null): boolean =>
  since !== null && f.from! > since && days(f.from!, since) > SINCE_DAYS;

/** The same number up to about the same day with another beginning: a "since" that was copied wrong. */
function windowDoesNotFit({ totals, related, window }: Series): Finding[] {
  if (window.since === null) return [];
  return related
    .filter((f) => stated(f) && f.from !== null && days(f.from, window.since!) > SINCE_DAYS)
    .flatMap((f) => {
      const twin = totals.find(
        (t) => t.from !== null && numberOf(t) === numberOf(f) && t.unit === f.unit && days(upTo(t), upTo(f)) <= 2,
      );
      if (!twin) return [];
      const note = `${show(f)} since ${f.from!.slice(0, 10)}, elsewhere since ${twin.from!.slice(0, 10)}`;
      return [{ kind: 'window does not fit', voice: f.voice, note, claims: [name(twin), name(f)] }];
    });
}

function show({ low, high, about }: { low: number | null; high: number | null; about?: number | null }): string {
  if (low !== null && low === high) return String(low);
  if (low === null && high === null) return about == null ? 'an unknown number' : `about ${about}`;
  return low === null ? `at most ${high}` : high === null ? `at least ${low}` : `${low} to ${high}`;
}
