import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Claim } from '../../src/model/claim.ts';
import { DaybookError } from '../../src/model/errors.ts';
import { recordReadings } from '../../src/operations/reading.ts';
import { open } from '../../src/record/envelope.ts';
import { countOf, fold, mentionsOf, type Logged, type Probe } from '../../src/record/naive-fold.test-support.ts';
import { attack, codeOfText, desk, RULE, tell, textOf, type Desk } from './desk.test-support.ts';

/**
 * B1: what the record answers at any point and cutoff, against a fold of its entries that shares no code with it.
 * Histories of one database lie years apart, so that none meets another. Replay a failure with DAYBOOK_SEED=… .
 */
const RUNS = Number(process.env.DAYBOOK_HISTORIES ?? (process.env.DAYBOOK_LONG ? 2000 : 500));
const LANES = 6;
const seed = Number(process.env.DAYBOOK_SEED ?? (process.env.DAYBOOK_LONG ? Date.now() % 2 ** 31 : 20231017));

const SITES = ['ain-al-asad', 'harir-base', 'al-tanf'];
const SOURCES = [
  { id: 'reuters', name: 'Reuters', kind: 'news agency' },
  { id: 'ap', name: 'AP', kind: 'news agency' },
  { id: 'pentagon', name: 'Pentagon', kind: 'official' },
  { id: 'islamic-resistance-in-iraq', name: 'IRI', kind: 'armed group' },
] as const;

/** A claim by numbers, so that shrinking makes it plainer. */
type Dice = { source: number; site: number; day: number; hour: number; long: number; twice: boolean; denies: boolean };
const dice = fc.record<Dice>({
  source: fc.nat(3),
  site: fc.nat(2),
  day: fc.nat(3),
  hour: fc.nat(2),
  long: fc.nat(2),
  twice: fc.boolean(),
  denies: fc.boolean(),
});
const which = fc.nat(40);
const command = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('tell' as const),
      dice: fc.array(dice, { minLength: 1, maxLength: 3 }),
      late: fc.nat(4),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('accept', 'reject'), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('amend' as const), which, dice }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('add' as const), which, dice }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('read again' as const), which, dice: fc.array(dice, { maxLength: 3 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const), which }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('judge' as const),
      which,
      other: which,
      verdict: fc.constantFrom('SAME', 'DIFFERENT', 'UNSURE'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('grade' as const),
      which,
      grade: fc.constantFrom('Discounted', 'Confirmed', 'Contested', 'computed'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const), which }) },
);
type Command = {
  do: string;
  which?: number;
  other?: number;
  dice?: Dice | Dice[];
  late?: number;
  verdict?: string;
  grade?: string;
};
const probes = fc.array(
  fc.record({ n: fc.nat(100), from: fc.nat(4), days: fc.nat(3), cutoff: fc.option(fc.nat(6)), reviewed: fc.boolean() }),
  { minLength: 3, maxLength: 3 },
);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Where history h begins: a day of its own, nine days from the next. */
const startOf = (h: number): number => Date.UTC(2024, 0, 1) + h * 9 * DAY;
const local = (ms: number): string => new Date(ms + 3 * HOUR).toISOString().slice(0, 16);

class History {
  readonly reports: { code: string; id: number; source: number; dice: Dice[] }[] = [];
  readonly start: number;
  readonly #d: Desk;
  readonly #name: string;
  first = 0;

  constructor(d: Desk, h: number) {
    this.#d = d;
    this.#name = `h${h}`;
    this.start = startOf(h);
  }

  claim(x: Dice, source: number): Claim {
    const from = this.start + (x.day + 1) * DAY - 3 * HOUR + x.hour * 11 * HOUR;
    const stance = x.denies && source !== 3 ? 'denies' : source === 3 ? 'claims responsibility' : 'reports';
    return attack({
      site: SITES[x.site],
      from: local(from),
      to: local(from + (x.long + 1) * 3 * HOUR),
      stance,
      evidence: [[0, 80]],
      ...(x.twice ? { count: { low: 2, high: 2 } } : {}),
    });
  }

  async #entries(kinds: string): Promise<number[]> {
    const rows = await this.#d.store.read((q) =>
      q<{ seq: number }>('select seq from entry where seq > $1 and kind ~ $2 order by seq', [this.first, kinds]),
    );
    return rows.map((r) => r.seq);
  }

  async #mentions(): Promise<string[]> {
    const ids = this.reports.map((r) => r.id);
    const rows = await this.#d.store.read((q) =>
      q<{ m: string }>(
        `select r.code || '.' || m.claim_no || '.' || m.k as m from mention m join report r on r.report_id = m.report_id and r.until is null
         where m.until is null and m.report_id = any($1) order by m.report_id, m.claim_no, m.k`,
        [ids],
      ),
    );
    return rows.map((r) => r.m);
  }

  /** Does it as a desk would; what the desk refuses is no part of the history. */
  async run(c: Command): Promise<void> {
    const d = this.#d;
    const person = { by: 'editor', why: 'history' };
    const pick = <T>(list: readonly T[], n = c.which!): T | undefined => list[n % Math.max(1, list.length)];
    if (c.do === 'tell') {
      const all = c.dice as Dice[];
      const { source } = all[0]!;
      const code = `${this.#name}-${this.reports.length}`;
      const published = new Date(this.start + (5 + c.late!) * DAY + 12 * HOUR).toISOString();
      const [id] = await tell(d, [
        { id: code, published, source: SOURCES[source]!, claims: all.map((x) => this.claim(x, source)) },
      ]);
      this.reports.push({ code, id: id!, source, dice: all });
      return;
    }
    const report = pick(this.reports);
    if (!report) return;
    if (c.do === 'accept' || c.do === 'reject')
      await d.go(`claim ${c.do}`, { claim: `${report.code}.${1 + (c.which! % 3)}`, ...person });
    if (c.do === 'amend')
      await d.go('claim amend', {
        claim: `${report.code}.1`,
        content: this.claim(c.dice as Dice, report.source),
        ...person,
      });
    if (c.do === 'add')
      await d.go('claim add', { report: report.code, content: this.claim(c.dice as Dice, report.source), ...person });
    if (c.do === 'read again') {
      const claims = (c.dice as Dice[]).map((x) => this.claim(x, report.source));
      const engine = { name: 'test', version: '2' };
      await recordReadings(
        d.context,
        [{ report_id: report.id, text: codeOfText(textOf(report.code)), engine, claims }],
        'desk',
      );
    }
    if (c.do === 'withdraw') await d.go('report withdraw', { report: report.code, ...person });
    if (c.do === 'judge') {
      const mentions = await this.#mentions();
      const [a, b] = [pick(mentions), pick(mentions, c.other)];
      if (a && b) await d.go('judge', { verdict: c.verdict, a, b, ...person });
    }
    if (c.do === 'grade') {
      const rows = await d.store.read((q) =>
        q<{ code: string }>(
          `select distinct i.code from incident i join link l on l.incident_id = i.incident_id and l.until is null
           where i.until is null and l.report_id = any($1) order by 1`,
          [this.reports.map((r) => r.id)],
        ),
      );
      const incident = pick(rows)?.code;
      if (incident) await d.go('grade', { incident, grade: c.grade, ...person });
    }
    if (c.do === 'undo') {
      const entry = pick(await this.#entries('^(claim|mentions|incident|report.withdrawn)'));
      if (entry) await d.go('undo', { entry, ...person });
    }
  }
}

interface Lane {
  desk: Desk;
  next: number;
}

async function historyHolds(
  lane: Lane,
  commands: readonly Command[],
  asked: readonly { n: number; from: number; days: number; cutoff: number | null; reviewed: boolean }[],
): Promise<void> {
  const { desk: d } = lane;
  const h = new History(d, lane.next++);
  h.first = await d.last();
  for (const c of commands)
    await h.run(c as Command).catch((e: unknown) => {
      if (!(e instanceof DaybookError) || e.code === 'unexpected') throw e;
    });
  const last = await d.last();
  const entries = await d.store.read((q) =>
    q<{ body: Buffer }>('select body from entry where seq > $1 order by seq', [h.first]),
  );
  const logged = entries.map((r) => open(r.body) as unknown as Logged);
  for (const p of asked) {
    const n = h.first + (p.n % (last - h.first + 1));
    const from = h.start + p.from * DAY;
    const window: Probe['window'] = [from - 3 * HOUR, from - 3 * HOUR + (p.days + 1) * DAY];
    const cutoff = p.cutoff === null ? null : h.start + (4 + p.cutoff) * DAY + 12 * HOUR;
    const expected = fold(logged, n);
    expect(
      await heldAt(
        d,
        n,
        h.reports.map((r) => r.id),
      ),
    ).toEqual(inWords(expected));
    const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
    const answer = await d.count({
      rule: RULE,
      at: n,
      since: day(from),
      until: day(from + p.days * DAY),
      ...(cutoff === null ? {} : { asOf: new Date(cutoff).toISOString() }),
      reviewed: p.reviewed,
    });
    const naive = countOf(expected, { window, cutoff, reviewedOnly: p.reviewed });
    const sets = Object.fromEntries(answer.incidents.map((i) => [i.code, i.set]));
    expect({ n: answer.n, sets, partition: answer.partition, reviewed: answer.reviewed }).toEqual({ n, ...naive });
    const inner = Object.values(naive.sets).filter((s) => s !== 'high').length;
    expect(answer.best).toBe(inner);
    expect(answer.low).toBeLessThanOrEqual(answer.best);
    expect(answer.high).toBeGreaterThanOrEqual(answer.best);
  }
}

const HELD = 'since <= $1 and (until is null or until > $1)';

/** The views at a point, in the words of the fold. */
function heldAt(d: Desk, n: number, ids: readonly number[]) {
  return d.store.read(async (q) => {
    const ask = <T extends object>(sql: string): Promise<T[]> => q<T>(sql, [n, ids]);
    const claims = await ask<{ k: string; v: string }>(
      `select report_id || '.' || claim_no as k, review || coalesce(' ' || (body->>'flag'), '') || ' ' || (body->'claim'->'time'->>'from') as v from claim where ${HELD} and report_id = any($2)`,
    );
    const mentions = await ask<{ k: string }>(
      `select report_id || '.' || claim_no || '.' || k as k from mention where ${HELD} and report_id = any($2)`,
    );
    const links = await ask<{ k: string; i: number }>(
      `select report_id || '.' || claim_no || '.' || k as k, incident_id as i from link where ${HELD} and report_id = any($2)`,
    );
    const withdrawn = await ask<{ id: number }>(
      `select report_id as id from report where ${HELD} and withdrawn and report_id = any($2)`,
    );
    const judged = await ask<{ id: number }>(
      `select judgement_id as id from judgement where ${HELD} and split_part(a, '.', 1)::bigint = any($2)`,
    );
    return {
      claims: Object.fromEntries(claims.map((c) => [c.k, c.v])),
      mentions: mentions.map((m) => m.k).sort(),
      links: Object.fromEntries(links.map((l) => [l.k, l.i])),
      withdrawn: withdrawn.map((w) => w.id).sort(),
      judged: judged.map((j) => j.id).sort(),
    };
  });
}

function inWords({ held, links }: ReturnType<typeof fold>) {
  const words = [...held.claims].map(([k, c]) => [
    k,
    `${c.review}${c.vanished ? ' vanished' : ''} ${c.claim.kind === 'incident' ? c.claim.time.from : ''}`,
  ]);
  return {
    claims: Object.fromEntries(words) as Record<string, string>,
    mentions: [...mentionsOf(held).keys()].sort(),
    links: Object.fromEntries(links),
    withdrawn: [...held.reports]
      .filter(([, r]) => r.withdrawn)
      .map(([id]) => id)
      .sort(),
    judged: [...held.judgements.keys()].sort(),
  };
}

describe(`random histories (DAYBOOK_SEED=${seed})`, () => {
  const lanes: Lane[] = [];
  beforeAll(async () => {
    for (let i = 0; i < LANES; i++) lanes.push({ desk: await desk(), next: 0 });
  });
  afterAll(() => Promise.all(lanes.map((l) => l.desk.close())));

  test(`${RUNS} histories answer as a naive fold of their entries does`, { timeout: 600_000 }, async () => {
    let told = 0;
    await Promise.all(
      lanes.map((lane, i) =>
        fc.assert(
          fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 25 }), probes, async (commands, asked) => {
            told++;
            await historyHolds(lane, commands as Command[], asked);
          }),
          { numRuns: Math.ceil(RUNS / LANES), seed: seed + i, endOnFailure: process.env.DAYBOOK_SHRINK === 'off' },
        ),
      ),
    );
    expect(told).toBeGreaterThanOrEqual(RUNS);
  });
});
