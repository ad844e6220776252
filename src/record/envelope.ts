import { createHash } from 'node:crypto';
import type { EntryKind } from '../model/codes.ts';
import { DaybookError } from '../model/errors.ts';
import { canonical, parseStrict, type Json } from './json.ts';
import { leafHash } from './merkle.ts';

/** What somebody wants recorded: the kind, who acts, the content, and the hashes of blobs that it rests on. */
export interface Draft {
  kind: EntryKind;
  by: string;
  data: Json;
  blobs?: string[];
}

/** One line of the record, as read back. `at` is RFC 3339 UTC with microseconds. */
export interface Entry extends Draft {
  seq: number;
  at: string;
  idem: string;
  blobs: string[];
}

export interface SealedEntry {
  entry: Entry;
  body: Buffer;
  leaf: Buffer;
}

/** Puts a draft into its envelope: RFC 8785 bytes and the RFC 6962 leaf over them. */
export function seal(draft: Draft, place: { seq: number; at: string; idem: string; nonce: string }): SealedEntry {
  const { seq, at, idem, nonce } = place;
  const blobs = draft.blobs ?? [];
  const body = Buffer.from(
    canonical({ v: 1, seq, kind: draft.kind, at, by: draft.by, idem, nonce, data: draft.data, blobs }),
    'utf8',
  );
  return { entry: { seq, at, idem, ...draft, blobs }, body, leaf: leafHash(body) };
}

/** Reads an envelope back, refusing whatever `seal` would not have written. */
export function open(body: Uint8Array): Entry & { nonce: string } {
  const bytes = Buffer.from(body);
  const value = parseStrict(bytes.toString('utf8'));
  // Bytes, not strings: an invalid byte would decode to U+FFFD and pass.
  if (!Buffer.from(canonical(value), 'utf8').equals(bytes))
    throw new DaybookError('entry-invalid', { detail: 'its bytes are not in RFC 8785 form' });
  if (!isEnvelope(value)) throw new DaybookError('entry-invalid', { detail: 'it is not in the form of an entry' });
  return value;
}

const MEMBERS = 'at,blobs,by,data,idem,kind,nonce,seq,v';

/** Exactly the members that `seal` writes, each of its type. */
function isEnvelope(value: Json): value is Json & Entry & { nonce: string } {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false;
  const { v, seq, blobs, data, ...words } = value;
  return (
    Object.keys(value).sort().join() === MEMBERS &&
    v === 1 &&
    typeof seq === 'number' &&
    Array.isArray(blobs) &&
    blobs.every((b) => typeof b === 'string' && /^[0-9a-f]{64}$/.test(b)) &&
    data !== undefined &&
    Object.values(words).every((w) => typeof w === 'string')
  );
}

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Bytes that the list would take inside an envelope; lists are cut where this passes `room`. */
export function splitByBytes<T extends Json>(items: readonly T[], room = 48_000): T[][] {
  const parts: T[][] = [[]];
  let size = 0;
  for (const item of items) {
    const bytes = Buffer.byteLength(JSON.stringify(item), 'utf8') + 1;
    if (size + bytes > room && parts.at(-1)!.length) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)!.push(item);
    size += bytes;
  }
  return parts;
}
