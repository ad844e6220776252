import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { recordReadings } from '../../src/operations/reading.ts';
import { rebuild } from '../../src/record/rebuild.ts';
import { attack, besidesN, codeOfText, desk, dump, RULE, tell, textOf, type Desk } from './desk.test-support.ts';

/** What people do to the record, each with what it does to the answer and back. */
interface Done {
  entry: number;
  last: number;
}
interface Changes {
  difference: number;
  changes: { by: number; cause: string; incident: string; note: string; entries: { seq: number; kind: string }[] }[];
}
const who = { by: 'editor', why: 'seen the page' };

let d: Desk;
const open: Desk[] = [];
beforeEach(async () => {
  d = await desk();
  open.push(d);
  await tell(d, [
    { id: 'first', claims: [attack(), attack({ site: 'al-tanf', from: '2024-01-03' })] },
    {
      id: 'second',
      published: '2024-01-05T12:00:00Z',
      source: { id: 'ap', name: 'AP', kind: 'news agency' },
      claims: [attack({ site: 'harir-base' })],
    },
  ]);
});
afterAll(() => Promise.all(open.map((o) => o.close())));

const codes = async (): Promise<string[]> => (await d.count()).incidents.map((i) => i.code);
const act = (verb: string, input: Record<string, unknown>): Promise<Done> => d.go<Done>(verb, { ...who, ...input });

describe('a rejection', () => {
  test('lowers the answer, and what changed names it and sums to the difference', async () => {
    const before = await d.count();
    const done = await act('claim reject', { claim: 'first.1' });
    const after = await d.count();
    expect([before.best, after.best]).toEqual([3, 2]);
    const told = await d.go<Changes>('changes', { rule: RULE, from: before.n, to: after.n });
    expect(told.difference).toBe(-1);
    expect(told.changes).toHaveLength(1);
    expect(told.changes[0]).toMatchObject({
      by: -1,
      cause: 'review',
      entries: [{ seq: done.entry, kind: 'claim.rejected' }],
    });
    expect(told.changes[0]!.note).toContain('first.1 rejected: seen the page');
  });

  test('undone: the answer is the same to the byte, codes included', async () => {
    const before = await d.count();
    const { entry } = await act('claim reject', { claim: 'first.1' });
    const undone = await act('undo', { entry });
    const after = await d.count();
    expect(besidesN(after)).toBe(besidesN(before));
    const told = await d.go<Changes>('changes', { rule: RULE, from: entry, to: after.n });
    expect(told).toMatchObject({
      difference: 1,
      changes: [{ by: 1, cause: 'correction', entries: [{ seq: undone.entry }] }],
    });
  });

  test('keeps what a person said of the incident when it is undone', async () => {
    const code = (await codes())[0]!;
    await act('grade', { incident: code, grade: 'Confirmed' });
    const before = await d.count();
    const { entry } = await act('claim reject', { claim: 'first.1' });
    expect(await codes()).not.toContain(code);
    await act('undo', { entry });
    expect(besidesN(await d.count())).toBe(besidesN(before));
    expect((await d.go<{ override: unknown }>('incident', { incident: code })).override).toEqual({
      grade: 'Confirmed',
      why: who.why,
    });
  });
});

describe('an acceptance', () => {
  test('moves “reviewed n of m” and back; the count of accepted claims follows', async () => {
    expect((await d.count()).reviewed).toEqual({ n: 0, of: 3 });
    const { entry } = await act('claim accept', { claim: 'first.1' });
    expect((await d.count()).reviewed).toEqual({ n: 1, of: 3 });
    expect((await d.count({ reviewed: true })).best).toBe(1);
    await act('undo', { entry });
    expect((await d.count()).reviewed).toEqual({ n: 0, of: 3 });
    expect((await d.count({ reviewed: true })).best).toBe(0);
  });
  test('twice is refused', async () => {
    await act('claim accept', { claim: 'first.1' });
    expect(await d.refusal('claim accept', { claim: 'first.1', ...who })).toMatch(/^claim-state: .*accepted already/);
  });
});

describe('an amendment', () => {
  test('links the claim again: to where it says now, and back', async () => {
    const before = await d.count();
    const { entry } = await act('claim amend', { claim: 'second.1', content: { place: { id: 'ain-al-asad' } } });
    const after = await d.count();
    expect(after.best).toBe(2);
    expect(after.incidents.find((i) => i.code.includes('asad'))).toMatchObject({
      claims: 2,
      grade: 'Fair',
      reviewed: 1,
    });
    await act('undo', { entry });
    expect(besidesN(await d.count())).toBe(besidesN(before));
  });
  test('whose words are not in the text, or that is no claim, is refused', async () => {
    const amend = (content: unknown): Promise<string> =>
      d.refusal('claim amend', { claim: 'first.1', content, ...who });
    expect(await amend({ evidence: [[0, 100_000]] })).toMatch(/^claim-words-missing/);
    expect(await amend({ evidence: [[5, 5]] })).toMatch(/^claim-invalid/);
    expect(await amend({ outcome: 'lost' })).toMatch(/^claim-invalid: .*outcome/);
    expect(await amend('{')).toMatch(/^json-invalid/);
  });
});

test('an added claim counts, is reviewed, and goes when undone; its number is not given again', async () => {
  const before = await d.count();
  const content = attack({ site: 'erbil-airport', from: '2024-01-04' });
  const { entry } = await act('claim add', { report: 'second', content });
  expect(await d.count()).toMatchObject({ best: 4, reviewed: { n: 1, of: 4 } });
  await act('undo', { entry });
  expect(besidesN(await d.count())).toBe(besidesN(before));
  await act('claim add', { report: 'second', content });
  expect(await d.refusal('claim accept', { claim: 'second.2', ...who })).toMatch(/^claim-unknown/);
  expect(await d.refusal('claim accept', { claim: 'second.3', ...who })).toMatch(/^claim-state/);
});

test('a withdrawn report takes its claims along and brings them back', async () => {
  const before = await d.count();
  const { entry } = await act('report withdraw', { report: 'first' });
  expect((await d.count()).best).toBe(1);
  expect(await d.refusal('report withdraw', { report: 'first', ...who })).toMatch(/^report-withdrawn/);
  expect(await d.refusal('claim add', { report: 'first', content: attack(), ...who })).toMatch(/^report-withdrawn/);
  await act('undo', { entry });
  expect(besidesN(await d.count())).toBe(besidesN(before));
  expect(await d.refusal('undo', { entry, ...who })).toMatch(/^entry-not-undoable: .*undone already/);
});

describe('judgements', () => {
  test('SAME joins two incidents and its undoing parts them under their own codes', async () => {
    const before = await d.count();
    const { entry } = await act('judge', { verdict: 'SAME', a: 'first.1', b: 'second.1' });
    expect((await d.count()).best).toBe(2);
    const told = await d.go<Changes>('changes', { rule: RULE, from: before.n });
    expect(told).toMatchObject({
      difference: -1,
      changes: [{ by: -1, cause: 'judgement', entries: [{ seq: entry }] }],
    });
    await act('undo', { entry });
    expect(besidesN(await d.count())).toBe(besidesN(before));
  });

  test('DIFFERENT parts what linking had joined; against an incident it means its founding mention', async () => {
    await tell(d, [
      {
        id: 'third',
        published: '2024-01-06T12:00:00Z',
        source: { id: 'ap', name: 'AP', kind: 'news agency' },
        claims: [attack()],
      },
    ]);
    const before = await d.count();
    const joined = before.incidents.find((i) => i.claims === 2)!;
    const { entry } = await act('judge', { verdict: 'DIFFERENT', a: 'third.1', b: joined.code });
    expect((await d.count()).best).toBe(before.best + 1);
    await act('undo', { entry });
    expect(besidesN(await d.count())).toBe(besidesN(before));
  });

  test('one that contradicts others is refused with their chain, and nothing is recorded', async () => {
    await tell(d, [{ id: 'third', published: '2024-01-06T12:00:00Z', claims: [attack({ site: 'erbil-airport' })] }]);
    const one = await act('judge', { verdict: 'SAME', a: 'first.1', b: 'second.1' });
    const two = await act('judge', { verdict: 'SAME', a: 'second.1', b: 'third.1' });
    const n = await d.last();
    const said = await d.refusal('judge', { verdict: 'DIFFERENT', a: 'first.1', b: 'third.1', ...who });
    expect(said).toMatch(/^judgement-contradicts/);
    for (const e of [one.entry, two.entry]) expect(said).toContain(`entry ${e}, editor`);
    expect(await d.last()).toBe(n);
  });

  test('mentions of one claim are never one incident', async () => {
    await tell(d, [{ id: 'two', claims: [attack({ site: 'erbil-airport', count: { low: 2, high: 2 } })] }]);
    expect(await d.refusal('judge', { verdict: 'SAME', a: 'two.1.1', b: 'two.1.2', ...who })).toMatch(
      /^judgement-contradicts/,
    );
    expect(await d.refusal('judge', { verdict: 'SAME', a: 'two.1.1', b: 'two.1.1', ...who })).toMatch(/^input-invalid/);
    expect(await d.refusal('judge', { verdict: 'SAME', a: 'two.1.1', b: 'nobody.1', ...who })).toMatch(
      /^mention-unknown/,
    );
  });
});

describe('a grade', () => {
  test('is overridden with a reason, taken back, and undone', async () => {
    const before = await d.count();
    const incident = before.incidents[0]!.code;
    const { entry } = await act('grade', { incident, grade: 'Discounted' });
    expect((await d.count()).best).toBe(2);
    await act('grade', { incident, grade: 'computed' });
    expect(besidesN(await d.count())).toBe(besidesN(before));
    expect(await d.refusal('undo', { entry, ...who })).toMatch(/^entry-not-undoable: .*another by now/);
    const again = await act('grade', { incident, grade: 'Discounted' });
    await act('undo', { entry: again.entry });
    expect(besidesN(await d.count())).toBe(besidesN(before));
    expect(await d.refusal('undo', { entry: again.entry, ...who })).toMatch(/^entry-not-undoable/);
  });

  test('that a later one stands on is not undone under it; from the last to the first they are', async () => {
    const before = await d.count();
    const incident = before.incidents[0]!.code;
    const one = await act('grade', { incident, grade: 'Discounted' });
    const two = await act('grade', { incident, grade: 'Confirmed', why: 'acknowledged' });
    expect(await d.refusal('undo', { entry: one.entry, ...who })).toMatch(/^entry-not-undoable/);
    expect((await d.count()).incidents[0]!.grade).toBe('Confirmed');
    await act('undo', { entry: two.entry });
    expect((await d.count()).best).toBe(2);
    await act('undo', { entry: one.entry });
    expect(besidesN(await d.count())).toBe(besidesN(before));
  });
});

describe('undoing', () => {
  test('says why what cannot be undone is not', async () => {
    const kinds = await d.store.read((q) =>
      q<{ kind: string; seq: number }>('select kind, min(seq) as seq from entry group by kind'),
    );
    const seqOf = Object.fromEntries(kinds.map((k) => [k.kind, k.seq]));
    const said: Record<string, RegExp> = {
      'report.captured': /what was received was received.*report withdraw/s,
      'report.read': /a reading is replaced by the next one/,
      'links.settled': /links follow from claims and judgements.*judge/s,
      'source.noted': /a data file is changed by changing the file/,
      'rule.set': /a data file is changed/,
    };
    for (const [kind, words] of Object.entries(said)) {
      const sentence = await d.refusal('undo', { entry: seqOf[kind], ...who });
      expect(sentence).toMatch(/^entry-not-undoable/);
      expect(sentence).toMatch(new RegExp(words.source.split('.*')[0]!));
    }
    const { entry } = await act('claim accept', { claim: 'first.1' });
    const { entry: undone } = await act('undo', { entry });
    expect(await d.refusal('undo', { entry: undone, ...who })).toMatch(/an undoing is not undone/);
    expect(await d.refusal('undo', { entry, ...who })).toMatch(/it is undone already/);
    expect(await d.refusal('undo', { entry: 9999, ...who })).toMatch(/^entry-unknown/);
  });

  test('of an earlier change waits for the later one, then works', async () => {
    const before = await d.count();
    const one = await act('claim accept', { claim: 'first.1' });
    const two = await act('claim reject', { claim: 'first.1' });
    expect(await d.refusal('undo', { entry: one.entry, ...who })).toContain(
      `entry ${two.entry} changed the claim after it`,
    );
    await act('undo', { entry: two.entry });
    expect((await d.count()).reviewed.n).toBe(1);
    await act('undo', { entry: one.entry });
    expect(besidesN(await d.count())).toBe(besidesN(before));
  });
});

test('every verb that writes needs its person, and every correction its reason', async () => {
  const incident = (await codes())[0]!;
  const inputs: Record<string, Record<string, unknown>> = {
    'claim accept': { claim: 'first.1' },
    'claim reject': { claim: 'first.1' },
    'claim amend': { claim: 'first.1', content: {} },
    'claim add': { report: 'first', content: attack() },
    'report withdraw': { report: 'first' },
    judge: { verdict: 'SAME', a: 'first.1', b: 'second.1' },
    grade: { incident, grade: 'Fair' },
    undo: { entry: 1 },
  };
  const n = await d.last();
  for (const [verb, input] of Object.entries(inputs)) {
    expect([verb, await d.refusal(verb, { ...input, why: 'x' })]).toEqual([verb, expect.stringMatching(/^by-missing/)]);
    expect([verb, await d.refusal(verb, { ...input, by: 'x' })]).toEqual([verb, expect.stringMatching(/^why-missing/)]);
  }
  for (const name of ['first.9', 'first', 'nobody.1', ''])
    expect(await d.refusal('claim accept', { claim: name, ...who })).toMatch(/^claim-unknown/);
  expect(await d.last()).toBe(n);
});

test('another reading keeps what people did, flags what it no longer finds, and never gives a number twice', async () => {
  const id = (
    await d.store.read((q) => q<{ id: number }>("select report_id as id from report where code = 'first'"))
  )[0]!.id;
  const text = codeOfText(textOf('first'));
  const read = (version: string, claims: ReturnType<typeof attack>[]): Promise<unknown> =>
    recordReadings(d.context, [{ report_id: id, text, engine: { name: 'test', version }, claims }], 'desk');
  await act('claim accept', { claim: 'first.1' });
  await read('2', []);
  const claims = async (): Promise<string[]> =>
    (
      await d.store.read((q) =>
        q<{ v: string }>(
          `select claim_no || ' ' || review || coalesce(' ' || (body->>'flag'), '') as v from claim where until is null and report_id = ${id} order by claim_no`,
        ),
      )
    ).map((r) => r.v);
  expect(await claims()).toEqual(['1 accepted vanished']);
  await read('3', [attack({ evidence: [[30, 40]] }), attack()]);
  expect(await claims()).toContain('3 suggested');
  await act('claim accept', { claim: 'first.1' }).catch(() => undefined);
  await read('4', []);
  await read('5', [attack({ site: 'al-tanf', from: '2024-01-03', evidence: [[50, 60]] })]);
  expect(await claims()).toContain('4 suggested');
  const n = await d.last();
  await read('5', [attack({ site: 'al-tanf', from: '2024-01-03', evidence: [[50, 60]] })]);
  expect(await d.last()).toBe(n);
});

test('after all of this a rebuild gives the same tables, and verify finds nothing', async () => {
  const one = await act('claim reject', { claim: 'first.1' });
  await act('undo', { entry: one.entry });
  await act('judge', { verdict: 'SAME', a: 'first.1', b: 'second.1' });
  const two = await act('claim amend', { claim: 'second.1', content: { place: { id: 'al-tanf' } } });
  await act('undo', { entry: two.entry });
  await act('report withdraw', { report: 'first' });
  const before = await dump(d.store);
  await rebuild(d.store);
  expect(await dump(d.store)).toBe(before);
  expect(await d.go('verify')).toMatchObject({ good: true });
  // The dump can tell: one changed row makes another.
  await d.tamper("set role daybook_owner; update claim set review = 'accepted'");
  expect(await dump(d.store)).not.toBe(before);
});
