import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shared } from './labelled.ts';
import { scorer, type GoldScorer, type Prediction } from './scorers.ts';
import type { Row } from './row.ts';
import { unlinked, withGoldPart } from './sets/gold-part.ts';
import { goldRows } from './sets/gold.ts';
import { linkingRows, systemRows } from './sets/linking.ts';

const lacking = [shared('gold', 'dev'), shared('scorers')].find((path) => !existsSync(path));
if (lacking) console.log(`evals/gold.test.ts skipped: no labelled data, ${lacking} is missing`);

const value = (rows: readonly Row[], metric: string): number => {
  const row = rows.find((r) => r.metric === metric)!;
  return row.figure(row.parts)!;
};

test('rows pooled from single reports are the scorer’s own figures', async ({ skip }) => {
  if (lacking) skip(`no labelled data: ${lacking} is missing`);
  await withGoldPart(false, async ({ gold, read }) => {
    const predicted = await read();
    const all = await scorer<GoldScorer>('gold');
    const whole = all.scoreGold(gold, predicted, { only: () => true });
    const rows = goldRows(gold, predicted, all);
    const f1 = (x: unknown): number => 100 * (x as { f1: number }).f1;
    expect(value(rows, 'incident F1')).toBeCloseTo(f1(whole.detection.incident));
    expect(value(rows, 'tally full F1')).toBeCloseTo(f1(whole.tally.full));
    expect(value(rows, 'perpetrator, status F1')).toBeCloseTo(f1(whole.incident.perpetrator));
    expect(value(rows, 'chain exact')).toBeCloseTo(100 * (whole.attribution.chain as { acc?: number }).acc!);
    expect(value(rows, 'time overlap × width')).toBeCloseTo(100 * whole.incident.overlapTimesWidth!);
    expect(value(rows, 'false claims')).toBe(whole.falsePositives.claims);
  });
});

test('gold as its own prediction is perfect, and nothing at all is worth nothing', async ({ skip }) => {
  if (lacking) skip(`no labelled data: ${lacking} is missing`);
  await withGoldPart(false, async ({ gold }) => {
    const all = await scorer<GoldScorer>('gold');
    const same: Prediction[] = gold.reports.map(({ id, claims }) => ({ id, claims }));
    for (const row of [...goldRows(gold, same, all), ...(await linkingRows(gold, same))])
      expect([row.metric, row.figure(row.parts)]).toEqual([row.metric, row.smaller ? 0 : 100]);
    const none = goldRows(
      gold,
      gold.reports.map(({ id }) => ({ id, claims: [] })),
      all,
    );
    expect([value(none, 'incident F1'), value(none, 'tally value F1'), value(none, 'false claims')]).toEqual([0, 0, 0]);
  });
});

test('linking agrees with the scorer where no two claims rest on the same words', async ({ skip }) => {
  if (lacking) skip(`no labelled data: ${lacking} is missing`);
  await withGoldPart(false, async ({ gold, link }) => {
    const linked = await link();
    const { scoreGold } = await scorer<GoldScorer>('gold');
    const theirs = scoreGold(gold, linked, { only: () => true }).linking.overGoldClaims;
    const rows = await linkingRows(gold, linked);
    expect(Math.abs(value(rows, 'CoNLL F1') - 100 * theirs.conll)).toBeLessThan(1);
    expect(Math.abs(value(rows, 'pairwise precision') - 100 * theirs.pairwise.p)).toBeLessThan(1);
    expect(Math.abs(value(rows, 'pairwise recall') - 100 * theirs.pairwise.r)).toBeLessThan(1);
  });
});

test('linking of claims read by ourselves agrees with the scorer’s system mentions', async ({ skip }) => {
  if (lacking) skip(`no labelled data: ${lacking} is missing`);
  await withGoldPart(false, async ({ gold, readLinked }) => {
    const read = await readLinked();
    const { scoreGold } = await scorer<GoldScorer>('gold');
    const { systemMentions: theirs, inScope } = scoreGold(gold, read, { only: () => true }).linking;
    const rows = await systemRows(gold, read);
    expect(Math.abs(value(rows, 'CoNLL F1') - 100 * theirs.conll)).toBeLessThan(1);
    expect(Math.abs(value(rows, 'pairwise precision') - 100 * theirs.pairwise.p)).toBeLessThan(1);
    expect(Math.abs(value(rows, 'pairwise recall') - 100 * theirs.pairwise.r)).toBeLessThan(1);
    const error = (100 * Math.abs(inScope.error)) / inScope.gold;
    expect(Math.abs(value(rows, 'in-scope incidents, error') - error)).toBeLessThan(3);
  });
});

test.each([
  [{ kind: 'incident', incidents: ['a'] }, { kind: 'incident' }],
  [
    { kind: 'incident', incidents: ['a', 'b'] },
    { kind: 'incident', count: { low: 2, high: 2 } },
  ],
  [{ kind: 'tally' }, { kind: 'tally' }],
])('a claim to be linked does not say which incident it speaks of', (claim, without) => {
  expect(unlinked(claim)).toEqual(without);
});
