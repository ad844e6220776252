import type { Finding, FigureRow, MatchedTally } from '../model/answer.ts';
import { add, contradicts, type Bound } from '../model/bound.ts';
import { DAY, parseWall } from '../model/instant.ts';
import type { Rule } from '../model/rule.ts';
import { byText } from '../resolve/order.ts';
import { bestOf, placed, within, type Scoped } from './sets.ts';
import { SINCE_DAYS, live, numberOf, stated, totalsOf, upTo, agreementOf, type Asking } from './tallies.ts';

interface Series extends Asking {
  rule: Rule;
  /** Totals that match the rule, by publication; without those that a page tells as a part of another. */
  totals: readonly MatchedTally[];
  /** Every tally of the rule's unit and scope, whatever its window, by publication. */
  related: readonly FigureRow[];
  incidents: readonly Scoped[];
}

type Check = (s: Series) => Finding[];
const CHECKS: readonly Check[] = [
  partsDoNotSum,
  twoOnOnePage,
  belowItsList,
  totalFalls,
  revised,
  twoTotals,
  belowItsDelta,
  windowDoesNotFit,
];

/** What the record holds that findings look at. */
interface Near {
  incidents: readonly Scoped[];
  figures: readonly FigureRow[];
}

/** What does not add up among the tallies near a rule, each with the claims that show it. */
export function findingsOf(
  tallies: readonly MatchedTally[],
  { incidents, figures }: Near,
  asking: Asking & { rule: Rule },
): Finding[] {
  const related = live(figures, asking).filter((f) => !agreementOf(asking.rule, f, asking).includes('differs'));
  const totals = totalsOf(tallies);
  const series = { ...asking, totals, related, incidents };
  return CHECKS.flatMap((check) => check(series));
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

/** Two totals of one voice up to one day on one page: one of them is a slip. */
function twoOnOnePage({ totals }: Series): Finding[] {
  const pages = grouped(totals, (t) => `${t.report_id} ${t.voice} ${upTo(t)}`);
  return [...pages.values()].flatMap((said) =>
    valuesOf(said).length < 2 ? [] : [different('two totals on one page', said)],
  );
}

/** A total that is lower than the number of incidents which its own page tells of within its window. */
function belowItsList({ related, incidents, rule }: Series): Finding[] {
  if (rule.unit !== 'incident') return [];
  const told = new Map<number, Scoped[]>();
  for (const i of incidents) for (const r of i.incident.reports) told.set(r, [...(told.get(r) ?? []), i]);
  return related.filter(stated).flatMap((f) => {
    if (f.from === null) return [];
    const there = told.get(f.report_id) ?? [];
    const listed = within(
      placed(rule, there, { since: f.from.slice(0, 10), until: upTo(f), zone: rule.zone }),
      'low',
      'best',
    );
    const n = bestOf(listed);
    if (n <= (f.high ?? numberOf(f)!)) return [];
    const note = `${show(f)} since ${f.from.slice(0, 10)}, the page tells of ${n}: ${listed.map((p) => p.incident.code).join(', ')}`;
    return [{ kind: 'total below what it lists', voice: f.voice, note, claims: [name(f)] }];
  });
}

/** A total of one party that is lower than one told before it up to an earlier day. An older total told again on the same page is none. */
function totalFalls({ totals }: Series): Finding[] {
  const slips = new Set(twoOnOnePage({ totals } as Series).flatMap((f) => f.claims));
  const sound = totals.filter((t) => !slips.has(name(t)));
  return [...grouped(sound, (t) => t.party).values()].flatMap((series) => {
    const found: Finding[] = [];
    const told = new Set<string>();
    let top: MatchedTally | null = null;
    for (const t of [...series].sort((a, b) => a.published - b.published || byText(upTo(a), upTo(b)))) {
      if (
        top &&
        numberOf(t)! < numberOf(top)! &&
        upTo(t) > upTo(top) &&
        !retells(t, top) &&
        !told.has(`${numberOf(top)} ${numberOf(t)}`)
      ) {
        told.add(`${numberOf(top)} ${numberOf(t)}`);
        found.push({
          kind: 'total falls',
          voice: t.voice === top.voice ? t.voice : 'several',
          note: `${show(top)} by ${upTo(top)}, then ${show(t)} by ${upTo(t)}`,
          claims: [name(top), name(t)],
        });
      }
      if (!top || numberOf(t)! >= numberOf(top)!) top = t;
    }
    return found;
  });
}

const retells = (a: FigureRow, b: FigureRow): boolean => a.report_id === b.report_id && a.voice === b.voice;
const valuesOf = (said: readonly FigureRow[]): number[] =>
  [...new Set(said.map((t) => numberOf(t)!))].sort((a, b) => a - b);

/** One finding with every claim of a day that tells another number. */
function different(kind: Finding['kind'], said: readonly FigureRow[], values = valuesOf(said).join(' / ')): Finding {
  const voices = [...new Set(said.map((t) => t.voice))];
  return {
    kind,
    voice: voices.length === 1 ? voices[0]! : 'several',
    note: `${values} up to ${upTo(said[0]!)}`,
    claims: said.map(name),
  };
}

/** What a voice says later of a day that it had told another number of. */
function revised({ totals }: Series): Finding[] {
  return [...grouped(totals, (t) => `${t.voice} ${upTo(t)}`).values()].flatMap((said) => {
    const steps = said.filter((t, i) => i === 0 || numberOf(t) !== numberOf(said[i - 1]!));
    if (new Set(steps.map((t) => t.report_id)).size < 2) return [];
    return [different('total is revised', steps, steps.map((t) => numberOf(t)).join(' then '))];
  });
}

/** Different totals of different voices up to one day, each by what the voice said last of it. */
function twoTotals({ totals }: Series): Finding[] {
  return [...grouped(totals, upTo)]
    .sort(([a], [b]) => byText(a, b))
    .flatMap(([, said]) => {
      const last = new Map(said.map((t) => [t.voice, numberOf(t)!]));
      if (new Set(last.values()).size < 2) return [];
      return [
        different(
          'two totals at one time',
          said.filter((t) => numberOf(t) === last.get(t.voice)),
        ),
      ];
    });
}

/** A total that is lower than what the same voice counts in a part of its window. */
function belowItsDelta({ totals, related, window }: Series): Finding[] {
  return totals.flatMap((t) =>
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
