import {
  scorer,
  type Gold,
  type GoldClaim,
  type GoldScore,
  type GoldScorer,
  type Prediction,
  type Right,
} from '../scorers.ts';
import { accuracy, beside, count, f1, type Measured, type Row } from '../row.ts';
import { withGoldPart } from './gold-part.ts';

const low = (x: unknown): string =>
  String(x ?? '')
    .trim()
    .toLowerCase();

const armed = (c: GoldClaim): boolean => (c.weapon ?? []).some((w) => low(w) !== 'unknown');

/** Event on matched incident claims whose gold weapon is known: where it is not, gold took the event from elsewhere. */
export function eventOf(score: Pick<GoldScore, 'detail'>): Right {
  const matched = score.detail.pairs.flat().filter(([g]) => g.c.kind === 'incident' && armed(g.c));
  return { right: matched.filter(([g, p]) => low(g.c.event) === low(p.c.event)).length, of: matched.length };
}

/** The scorer gives a mean here; times its claims it can be pooled again. */
const timeOf = ({ incident }: GoldScore): Right => ({
  right: (incident.overlapTimesWidth ?? 0) * incident.matched,
  of: incident.matched,
});

function rowsOf(each: readonly GoldScore[], languages: readonly string[], empty: readonly boolean[]): Row[] {
  const incident = f1(
    'incident F1',
    each.map((s) => s.detection.incident),
  );
  const full = f1(
    'tally full F1',
    each.map((s) => s.tally.full),
  );
  const origin = accuracy(
    'origin',
    each.map((s) => s.attribution.origin),
  );
  const arabic = [incident, full, origin].flatMap((row) => beside(row, ['en', 'ar'], (i) => languages[i]!));
  return [
    incident,
    f1(
      'tally F1',
      each.map((s) => s.detection.tally),
    ),
    f1(
      'tally value F1',
      each.map((s) => s.tally.value),
    ),
    full,
    f1(
      'weapon F1',
      each.map((s) => s.incident.weapon),
    ),
    accuracy(
      'stage',
      each.map((s) => s.incident.stage),
    ),
    accuracy(
      'outcome',
      each.map((s) => s.incident.outcome),
    ),
    accuracy('event, weapon known', each.map(eventOf)),
    origin,
    accuracy(
      'chain exact',
      each.map((s) => s.attribution.chain),
    ),
    accuracy(
      'stance',
      each.map((s) => s.attribution.stance),
    ),
    accuracy(
      'certainty',
      each.map((s) => s.attribution.certainty),
    ),
    accuracy(
      'place exact',
      each.map((s) => s.incident.placeExact),
    ),
    accuracy('time overlap × width', each.map(timeOf)),
    f1(
      'perpetrator, status F1',
      each.map((s) => s.incident.perpetrator),
    ),
    f1(
      'statement F1',
      each.map((s) => s.detection.statement),
    ),
    f1(
      'level F1',
      each.map((s) => s.detection.level),
    ),
    ...arabic,
    count(
      'false claims',
      each.map((s) => s.falsePositives.claims),
      empty.filter(Boolean).length,
    ),
  ];
}

/** The rows of a prediction: reports scored one by one, so that they can be drawn, pooled again by the rows. */
export function goldRows(gold: Gold, predicted: Prediction[], { scoreGold }: GoldScorer): Row[] {
  const { reports } = gold;
  return rowsOf(
    reports.map((r) => scoreGold(gold, predicted, { only: (x) => x.id === r.id })),
    reports.map((r) => r.language),
    reports.map((r) => r.claims.length === 0),
  );
}

/** The gold corpus, read without its labels. */
export const gold = (closed: boolean): Promise<Measured> =>
  withGoldPart(closed, async (part) => ({
    set: closed ? 'gold closed' : 'gold',
    units: part.gold.reports.map((r) => r.id),
    rows: goldRows(part.gold, await part.read(), await scorer<GoldScorer>('gold')),
  }));
