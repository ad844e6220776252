import { afterAll, beforeAll, expect, test } from 'vitest';
import { capture } from '../../src/operations/capture.ts';
import { act } from '../../src/operations/acting.ts';
import { append } from '../../src/record/append.ts';
import { attack, collected, desk, tell, textOf, type Desk } from './desk.test-support.ts';
import { claimOfTotal } from './claims.test-support.ts';

/** B2: what was answered once is answered again, to the byte, however much is recorded after it. */
let d: Desk;
beforeAll(async () => {
  d = await desk();
});
afterAll(() => d.close());

const person = { by: 'editor', why: 'seen' };
const RULES = [
  'attacks-on-us-forces',
  'attacks-on-us-forces-hits',
  'claimed-by-islamic-resistance',
  'us-strikes-in-response',
];
const AP = { id: 'ap', name: 'AP', kind: 'news agency' } as const;

test('10,000 entries later every earlier answer has the same bytes', { timeout: 120_000 }, async () => {
  const points = [0, await d.last()];
  for (let day = 2; day < 14; day++) {
    const date = `2024-01-${String(day).padStart(2, '0')}`;
    const told = {
      published: `${date}T20:00:00Z`,
      claims: [attack({ from: date }), attack({ from: date, site: 'al-tanf' }), claimOfTotal(30 + day)],
    };
    await tell(d, [
      { id: `d${day}`, ...told },
      { id: `e${day}`, source: AP, ...told },
    ]);
    points.push(await d.last());
    if (day % 3 === 0) {
      await d.go('claim reject', { claim: `d${day}.2`, ...person });
      await d.go('grade', {
        incident: (await d.count()).incidents[0]!.code,
        grade: day % 2 ? 'Contested' : 'Confirmed',
        ...person,
      });
      points.push(await d.last());
    }
  }
  const questions = points.flatMap((at) =>
    RULES.flatMap((rule) => [
      { rule, at },
      { rule, at, asOf: '2024-01-07', since: '2024-01-03', until: '2024-01-09' },
      { rule, at, reviewed: true },
    ]),
  );
  const ask = async (): Promise<string[]> => {
    const answers: string[] = [];
    for (const q of questions) answers.push(JSON.stringify(await d.count(q)));
    return answers;
  };
  const before = await ask();
  expect(new Set(before).size).toBeGreaterThan(questions.length / 3);

  const first = await d.last();
  // More reports about the same days at the same places, some of them late, then reviews of old claims and new.
  for (let batch = 0; batch < 5; batch++) {
    const reports = Array.from({ length: 600 }, (_, i) => ({
      id: `n${batch}-${i}`,
      published: `2024-0${1 + (i % 3)}-${String(2 + (i % 24)).padStart(2, '0')}T12:00:00Z`,
      claims:
        i % 8
          ? []
          : [
              attack({
                from: `2024-01-${String(2 + ((i / 8 + batch) % 20)).padStart(2, '0')}`,
                site: i % 16 ? 'al-tanf' : 'harir-base',
              }),
            ],
    }));
    await tell(d, reports);
  }
  const rows = await d.store.read((q) =>
    q<{ report_id: number; claim_no: number; code: string }>(
      'select c.report_id, c.claim_no, r.code from claim c join report r using (report_id) where c.until is null and r.until is null order by 1, 2',
    ),
  );
  while ((await d.last()) < first + 10_000) {
    const round = await d.last();
    await append(
      d.store,
      {
        key: `reviews ${round}`,
        stages: [
          () =>
            rows.map((r, i) => ({
              kind: (i + round) % 2 ? 'claim.rejected' : 'claim.accepted',
              by: 'editor',
              data: { report_id: r.report_id, claim_no: r.claim_no, claim: `${r.code}.${r.claim_no}`, why: 'again' },
            })),
        ],
      },
      d.context.now,
    );
  }
  expect(await d.last()).toBeGreaterThanOrEqual(first + 10_000);
  const after = await ask();
  expect(after.filter((a, i) => a !== before[i])).toEqual([]);
  // The question without a point has moved: the test can tell.
  expect((await d.count({ rule: RULES[0] })).best).not.toBe(JSON.parse(before.at(-12)!).best);
});

test('a rule that is changed without a new version is refused by load; capture of another text under an id too', async () => {
  const done = await capture(d.context, [collected({ id: 'd2', text: 'another text altogether' })], 'desk');
  expect(done.errors.map((e) => e.code)).toEqual(['report-changed']);
  const again = await capture(d.context, [collected({ id: 'd2', text: textOf('d2') })], 'desk');
  expect(again).toEqual({ captured: [], already: ['d2'], errors: [] });
  await expect(act(d.context, { by: 'x', touched: [], draft: () => Promise.reject(new Error('no')) })).rejects.toThrow(
    'no',
  );
});
