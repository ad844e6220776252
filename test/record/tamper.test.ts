import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonical, parseStrict, type Json } from '../../src/record/json.ts';
import { leafHash } from '../../src/record/merkle.ts';
import { VIEW_TABLES } from '../../src/record/tables.ts';
import { verify as verifyRecord } from '../../src/record/verify.ts';
import type { Query } from '../../src/store/connection.ts';
import { attack, desk, tell, type Desk } from './desk.test-support.ts';
import { claimOfTotal } from './claims.test-support.ts';

/** Somebody with the database's own password changes rows past every role; `daybook verify` must say where. */
interface Verdict {
  good: boolean;
  size: number;
  root: string;
  faults: { seq: number | null; what: string }[];
}

let d: Desk;
let clean: Verdict;
beforeAll(async () => {
  d = await desk();
  const told = ['a', 'b', 'c', 'd'].map((id, i) => ({
    id,
    published: `2024-01-0${4 + i}T12:00:00Z`,
    claims: [attack(), attack({ site: 'al-tanf', from: '2024-01-03' }), claimOfTotal(40 + i)],
  }));
  await tell(d, told);
  const who = { by: 'editor', why: 'seen' };
  await d.go('claim accept', { claim: 'a.1', ...who });
  await d.go('claim reject', { claim: 'b.2', ...who });
  await d.go('judge', { verdict: 'DIFFERENT', a: 'a.1', b: 'c.1', ...who });
  clean = await d.go<Verdict>('verify');
});
afterAll(() => d.close());

const verify = (input: Record<string, unknown> = {}): Promise<Verdict> => d.go<Verdict>('verify', input);

class Undone extends Error {}

/** The verdict on the record as a change by its owner would leave it; nothing of the change stays. */
async function after(
  change: (q: Query) => Promise<unknown>,
  ask: Parameters<typeof verifyRecord>[1] = {},
): Promise<Verdict> {
  const inside = async <T>(fn: (q: Query) => Promise<T>): Promise<T> => {
    let value: T | undefined;
    const work = d.store.own(async (q) => {
      await change(q);
      // The snapshot is chosen already: this transaction holds the change.
      const asked = (sql: string, params?: unknown[]): Promise<object[]> =>
        sql.startsWith('set transaction') ? Promise.resolve([]) : q(sql, params);
      value = await fn(Object.assign(asked, { stream: q.stream }) as Query);
      throw new Undone();
    });
    await work.catch((e: unknown) => {
      if (!(e instanceof Undone)) throw e;
    });
    return value!;
  };
  return verifyRecord({ ...d.store, own: inside }, ask);
}

interface Row {
  seq: number;
  body: Buffer;
}
const bodyOf = async (seq: number): Promise<Buffer> =>
  (await d.store.read((q) => q<Row>('select seq, body from entry where seq = $1', [seq])))[0]!.body;
const rewrite = (q: Query, seq: number, body: Uint8Array): Promise<unknown> =>
  q('update entry set body = $2, leaf = $3 where seq = $1', [seq, body, leafHash(body)]);
/** The entry's envelope with some members changed, in good form and with a leaf that fits. */
async function forge(q: Query, seq: number, change: (e: Record<string, Json>) => void): Promise<void> {
  const e = parseStrict((await bodyOf(seq)).toString()) as Record<string, Json>;
  change(e);
  await rewrite(q, seq, Buffer.from(canonical(e)));
}
const seqOf = async (kind: string): Promise<number> =>
  (await d.store.read((q) => q<Row>('select min(seq) as seq from entry where kind = $1', [kind])))[0]!.seq;

describe('verify', () => {
  test('finds a clean record good, twice with one root, and again after a repair', async () => {
    expect(clean).toMatchObject({ good: true, faults: [] });
    const again = await after(async () => undefined);
    expect(again).toEqual(clean);
    expect(await verify({ remembered: `${clean.size}:${clean.root}` })).toEqual(clean);
  });

  test.each([
    ['seq', 'update entry set seq = 1000 where seq = 7'],
    ['seq to one before all', 'update entry set seq = 0 where seq = 7'],
    ['kind', "update entry set kind = 'source.noted' where seq = 7"],
    ['at', "update entry set at = at + interval '1 microsecond' where seq = 7"],
    ['by', "update entry set by = by || '.' where seq = 7"],
    ['leaf', 'update entry set leaf = set_byte(leaf, 31, get_byte(leaf, 31) # 1) where seq = 7'],
  ])('finds a changed column: %s', async (_name, sql) => {
    const v = await after((q) => q(sql));
    expect(v.good).toBe(false);
    expect(v.faults[0]!.seq).toBe(sql.includes('seq = 0') ? 0 : 7);
  });

  test('finds any one changed byte of a body', async () => {
    const body = await bodyOf(9);
    for (const at of [0, 1, Math.floor(body.length / 3), Math.floor(body.length / 2), body.length - 1]) {
      const v = await after((q) =>
        q('update entry set body = set_byte(body, $1::int, get_byte(body, $1::int) # 1) where seq = 9', [at]),
      );
      expect([at, v.faults[0]?.seq]).toEqual([at, 9]);
    }
  });

  test('finds a dropped, a doubled and two swapped entries, and names the first', async () => {
    const dropped = await after((q) => q('delete from entry where seq = 5'));
    expect(dropped.faults[0]).toMatchObject({ seq: 5, what: 'entry 5 is missing' });
    const first = await after((q) => q('delete from entry where seq = 1'));
    expect(first.faults[0]!.seq).toBe(1);
    const added = await after((q) =>
      q(`insert into entry select ${clean.size + 1}, kind, at, by, body, leaf from entry where seq = 6`),
    );
    expect(added.faults[0]!.seq).toBe(clean.size + 1);
    const swapped = await after((q) =>
      q('update entry e set body = o.body, leaf = o.leaf from entry o where e.seq + o.seq = 13 and e.seq in (6, 7)'),
    );
    expect(swapped.faults[0]!.seq).toBe(6);
  });

  test('finds the last entries cut off, with and without what somebody remembers', async () => {
    const cut = `delete from entry where seq > ${clean.size - 2}`;
    expect((await after((q) => q(cut))).good).toBe(false);
    const v = await after((q) => q(cut), { remembered: { size: clean.size, root: clean.root } });
    expect(v.faults.map((f) => f.seq)).toContain(clean.size - 1);
  });

  test('finds a body rewritten in good form with its leaf, whatever was changed in it', async () => {
    const seq = await seqOf('claim.accepted');
    const remembered = { size: clean.size, root: clean.root };
    const reason = (e: Record<string, Json>): void => void ((e.data as Record<string, Json>).why = 'another reason');
    const v = await after((q) => forge(q, seq, reason), { remembered, views: false });
    expect(v.faults).toEqual([{ seq: clean.size, what: expect.stringContaining('not the remembered one') }]);
    // Without anything remembered it shows where views rest on the words that were changed.
    expect((await after((q) => forge(q, seq, reason))).good).toBe(false);
    for (const change of [
      (e: Record<string, Json>): void => void (e.nonce = '0'.repeat(32)),
      (e: Record<string, Json>): void => void (e.idem = 'another'),
    ])
      expect((await after((q) => forge(q, seq, change), { remembered })).good).toBe(false);
  });

  test('tells what is no entry as a fault of that entry, and never breaks on it', async () => {
    const forms = ['{}', '[]', '7', 'null', '{"blobs":[]}', 'no json', ''];
    for (const form of forms) {
      const v = await after((q) => rewrite(q, 8, Buffer.from(form)));
      expect([form, v.good, v.faults[0]?.seq]).toEqual([form, false, 8]);
    }
    for (const change of [
      (e: Record<string, Json>): void => void (e.kind = 'subject.erased'),
      (e: Record<string, Json>): void => void (e.kind = 'no.kind'),
      (e: Record<string, Json>): void => void (e.data = null),
      (e: Record<string, Json>): void => void (e.v = 2),
      (e: Record<string, Json>): void => void (e.extra = 1),
      (e: Record<string, Json>): void => void delete e.nonce,
    ]) {
      const v = await after(async (q) => {
        await forge(q, 8, change);
        await q(`update entry set kind = convert_from(body, 'UTF8')::jsonb->>'kind' where seq = 8`);
      });
      expect(v.faults[0]?.seq).toBe(8);
    }
  });

  test('finds an entry that names what never was', async () => {
    const seq = await seqOf('claim.rejected');
    const v = await after((q) => forge(q, seq, (e) => void ((e.data as Record<string, Json>).claim_no = 99)));
    expect(v.good).toBe(false);
  });

  test('finds a flipped, a missing and an exchanged blob', async () => {
    const seq = await seqOf('report.captured');
    const { blobs } = parseStrict((await bodyOf(seq)).toString()) as { blobs: string[] };
    const name = Buffer.from(blobs[0]!, 'hex');
    const flip = 'update blob set bytes = set_byte(bytes, 3, get_byte(bytes, 3) # 4) where sha256 = $1';
    const other = Buffer.from('other words');
    for (const [sql, params] of [
      [flip, [name]],
      ['delete from blob where sha256 = $1', [name]],
      ["update blob set bytes = $2, size = $3, encoding = 'identity' where sha256 = $1", [name, other, other.length]],
    ] as const) {
      const v = await after((q) => q(sql, [...params]));
      expect([sql, v.faults[0]?.seq]).toEqual([sql, seq]);
    }
    // The blob and its name exchanged together: the entry still names the first.
    const sha = createHash('sha256').update(other).digest();
    const v = await after((q) =>
      q("update blob set sha256 = $2, bytes = $3, size = $4, encoding = 'identity' where sha256 = $1", [
        name,
        sha,
        other,
        other.length,
      ]),
    );
    expect(v.faults[0]?.seq).toBe(seq);
  });

  test('finds a lost or forged idempotency key', async () => {
    expect((await after((q) => q('delete from idem where first = 1'))).faults[0]?.seq).toBe(1);
    expect((await after((q) => q("insert into idem values ('x', 3, 3)"))).good).toBe(false);
    expect((await after((q) => q('update idem set last = last + 1 where first = 1'))).good).toBe(false);
  });

  const edits: Record<string, string> = {
    source: 'body = body || \'{"reliability":"A"}\'',
    actor: "file = 'x'",
    place: "file = 'x'",
    rule: 'body = body || \'{"version":9}\'',
    report: 'published = published + 1',
    claim: "review = 'accepted'",
    mention: 'from_us = from_us + 1',
    tally: "unit = 'drone'",
    incident: "grade = 'Confirmed'",
    link: 'score = score + 1',
    judgement: "verdict = 'POSITIVE'",
    reading: 'claims = claims + 1',
    data_file: "sha256 = ''",
  };
  const one = (name: string): string =>
    `ctid = (select min(ctid) from ${name} where until is null ${name === 'claim' ? "and review = 'suggested'" : ''})`;
  const added = ({ name, columns, key }: (typeof VIEW_TABLES)[keyof typeof VIEW_TABLES]): string => {
    const copy = Object.entries(columns).map(([c, type]) =>
      c !== key[0] ? c : type === 'text' ? `${c} || 'x'` : `${c} + 900000`,
    );
    const names = Object.keys(columns).join(', ');
    return `insert into ${name} (${names}, since) select ${copy.join(', ')}, since from ${name} where ${one(name)}`;
  };
  test.each<[string, (t: (typeof VIEW_TABLES)[keyof typeof VIEW_TABLES]) => string]>([
    ['edited', ({ name }) => `update ${name} set ${edits[name]} where ${one(name)}`],
    ['ended', ({ name }) => `update ${name} set until = ${clean.size} where ${one(name)}`],
    ['dated anew', ({ name }) => `update ${name} set since = since + 1 where ${one(name)}`],
    ['deleted', ({ name }) => `delete from ${name} where ${one(name)}`],
    ['added', added],
  ])('finds a row of every view %s, each by its name', async (_how, sql) => {
    const tables = Object.values(VIEW_TABLES);
    const v = await after(async (q) => {
      for (const t of tables) await q(sql(t));
    });
    expect(v.faults.map((f) => /“(\w+)”/.exec(f.what)![1])).toEqual(tables.map((t) => t.name));
  });

  test('is not misled by what others record while it looks', async () => {
    const busy = Promise.all(
      Array.from({ length: 12 }, (_, i) => tell(d, [{ id: `busy-${i}`, claims: [attack({ from: '2024-02-01' })] }])),
    );
    const verdicts = [await verify(), await verify(), await verify()];
    await busy;
    expect(verdicts.flatMap((v) => v.faults)).toEqual([]);
    expect((await verify()).good).toBe(true);
  });
});
