import { randomBytes } from 'node:crypto';
import type { Instant } from '../model/instant.ts';
import { parseInstant, SECOND } from '../model/instant.ts';
import { putBlobs, type Blob } from '../store/blobs.ts';
import type { Query, Store } from '../store/connection.ts';
import { retryable } from '../store/retry.ts';
import { apply, checked, prepare } from './apply.ts';
import { seal, type Draft, type Entry, type SealedEntry } from './envelope.ts';
import { Views } from './views.ts';

/** One key of PostgreSQL's advisory locks: the sequencer. */
export const SEQUENCER = 20_231_017;

export interface Act {
  /** Idempotency: doing what was done under this key again changes nothing. */
  key: string;
  /** Each stage sees the views as the stages before it left them, under the sequencer's lock. */
  stages: readonly ((views: Views, next: number) => Promise<readonly Draft[]> | readonly Draft[])[];
  blobs?: readonly Blob[];
  /** Texts by SHA-256 that the caller has at hand, so that they need not be loaded back. */
  texts?: ReadonlyMap<string, string>;
}

export interface Appended {
  /** First and last entry; `last` < `first` when there was nothing to record. */
  first: number;
  last: number;
  /** True when the key had been used before: nothing was written now. */
  already: boolean;
}

/**
 * The sequencer, the only writer of the record: one transaction takes one lock, numbers the entries without gaps, and
 * writes entries, views and the idempotency key together. Acknowledged = committed. Connection losses are retried under
 * the same key.
 */
export async function append(store: Store, act: Act, now: () => Instant): Promise<Appended> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await store.write((q) => appendOnce(q, act, { store, now }));
    } catch (e) {
      if (attempt >= 4 || !retryable(e)) throw e;
      await new Promise((done) => setTimeout(done, 50 * 2 ** attempt));
    }
  }
}

async function appendOnce(q: Query, act: Act, { store, now }: { store: Store; now: () => Instant }): Promise<Appended> {
  await q('select pg_advisory_xact_lock($1)', [SEQUENCER]);
  const [done] = await q<{ first: number; last: number }>('select first, last from idem where key = $1', [act.key]);
  if (done) return { ...done, already: true };
  const [head] = await q<{ seq: number; at: string }>('select seq, at from entry order by seq desc limit 1');
  const clock = { seq: head?.seq ?? 0, at: head ? parseMicros(head.at) : 0 };
  const first = clock.seq + 1;
  if (act.blobs?.length) await putBlobs(q, act.blobs);
  const views = new Views(q, { texts: act.texts, scope: store });
  for (const stage of act.stages) {
    const drafts = await stage(views, clock.seq + 1);
    const sealed = drafts.map((d) => number(checked(d), { clock, idem: act.key, now }));
    await insertEntries(q, sealed);
    await applyAll(
      views,
      sealed.map((s) => s.entry),
    );
    await views.flush();
  }
  if (clock.seq >= first)
    await q('insert into idem (key, first, last) values ($1, $2, $3)', [act.key, first, clock.seq]);
  return { first, last: clock.seq, already: false };
}

/** Applies entries in order, loading what they need in bulk first. */
export async function applyAll(views: Views, entries: readonly Entry[]): Promise<void> {
  const undone = await prepare(views, entries);
  for (const e of entries) await apply(views, e, undone);
}

/** Gives a draft its number, its time (the real clock, and never at or before the entry before it) and its nonce. */
function number(
  draft: Draft,
  at: { clock: { seq: number; at: Instant }; idem: string; now: () => Instant },
): SealedEntry {
  const { clock } = at;
  clock.seq += 1;
  clock.at = Math.max(at.now(), clock.at + 1);
  const nonce = randomBytes(16).toString('hex');
  return seal(draft, { seq: clock.seq, at: showMicros(clock.at), idem: at.idem, nonce });
}

async function insertEntries(q: Query, sealed: readonly SealedEntry[]): Promise<void> {
  if (!sealed.length) return;
  await q(
    `insert into entry (seq, kind, at, by, body, leaf)
     select * from unnest($1::bigint[], $2::text[], $3::timestamptz[], $4::text[], $5::bytea[], $6::bytea[])`,
    [
      sealed.map((s) => s.entry.seq),
      sealed.map((s) => s.entry.kind),
      sealed.map((s) => s.entry.at),
      sealed.map((s) => s.entry.by),
      sealed.map((s) => s.body),
      sealed.map((s) => s.leaf),
    ],
  );
}

/** An instant as entries print it: always six digits of a second. */
export const showMicros = (at: Instant): string =>
  `${new Date(Math.floor(at / 1000)).toISOString().slice(0, 19)}.${String(((at % SECOND) + SECOND) % SECOND).padStart(6, '0')}Z`;

const parseMicros = (s: string): Instant => parseInstant(s) ?? 0;
