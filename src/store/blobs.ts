/**
 * Texts and captures, kept by the SHA-256 of their bytes. The name is the proof: what is read is hashed and compared,
 * and to put the same bytes twice changes nothing. Kept deflated where that helps; `size` is the size of the bytes.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { DaybookError } from '../model/errors.ts';
import type { Query } from './query.ts';

export interface Blob {
  bytes: Uint8Array;
  mediaType: string;
}
export interface StoredBlob extends Blob {
  sha256: string;
}

/** Above what any reader lets in; a larger `size` in the table is no blob of ours. */
const LARGEST = 64 * 2 ** 20;
/** Bytes that one statement carries. */
const BATCH = 8 * 2 ** 20;

const pack = promisify(deflateRaw);
const unpack = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflateRaw);

/** SHA-256 of the bytes, as 64 hexadecimal digits: the blob's name. */
export const blobName = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Puts the blobs that are not there yet; returns the name of each, in the order given. */
export async function putBlobs(q: Query, blobs: readonly Blob[]): Promise<string[]> {
  const names = blobs.map(({ bytes }) => blobName(bytes));
  const fresh = new Map(names.map((name, i) => [name, blobs[i]!]));
  const there = await q<{ name: string }>(
    `select encode(sha256, 'hex') as name from blob where sha256 = any($1::bytea[])`,
    [[...fresh.keys()].map(digest)],
  );
  for (const { name } of there) fresh.delete(name);
  // In the order of names, so that two writers of the same blobs wait for each other and never in a ring.
  const rows: Row[] = [];
  let bytes = 0;
  for (const name of [...fresh.keys()].sort()) {
    const row = await rowOf(name, fresh.get(name)!);
    if (bytes + row.packed.length > BATCH && rows.length) {
      await insert(q, rows.splice(0));
      bytes = 0;
    }
    rows.push(row);
    bytes += row.packed.length;
  }
  if (rows.length) await insert(q, rows);
  return names;
}

interface Row {
  name: string;
  mediaType: string;
  size: number;
  packed: Buffer;
  encoding: Encoding;
}
type Encoding = 'deflate' | 'identity';

async function rowOf(name: string, { bytes, mediaType }: Blob): Promise<Row> {
  if (bytes.length > LARGEST) throw new RangeError(`a blob of ${bytes.length} bytes; the largest is ${LARGEST}`);
  const plain = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const packed = await pack(plain);
  const helps = packed.length < plain.length;
  return {
    name,
    mediaType,
    size: plain.length,
    packed: helps ? packed : plain,
    encoding: helps ? 'deflate' : 'identity',
  };
}

const INSERT = `
  insert into blob (sha256, media_type, size, bytes, encoding)
  select * from unnest($1::bytea[], $2::text[], $3::bigint[], $4::bytea[], $5::text[])
  on conflict (sha256) do nothing`;

async function insert(q: Query, rows: Row[]): Promise<void> {
  await q(INSERT, [
    rows.map((row) => digest(row.name)),
    rows.map((row) => row.mediaType),
    rows.map((row) => row.size),
    rows.map((row) => row.packed),
    rows.map((row) => row.encoding),
  ]);
}

const digest = (name: string): Buffer => Buffer.from(name, 'hex');

/** The blob of that name, or null; what does not hash to its name is an error, never a result. */
export async function getBlob(q: Query, sha256: string): Promise<StoredBlob | null> {
  return (await getBlobs(q, [sha256])).get(sha256) ?? null;
}

/** Those of the blobs that are there, by name. */
export async function getBlobs(q: Query, names: readonly string[]): Promise<Map<string, StoredBlob>> {
  const rows = await q<Stored>(
    `select encode(sha256, 'hex') as sha256, media_type, size, bytes, encoding from blob
     where sha256 = any($1::bytea[])`,
    [names.map(digest)],
  );
  const found = await Promise.all(rows.map(async (row) => [row.sha256, await checked(row)] as const));
  return new Map(found);
}

type Stored = { sha256: string; media_type: string; size: number; bytes: Buffer; encoding: string };

async function checked({ sha256, media_type, size, bytes: packed, encoding }: Stored): Promise<StoredBlob> {
  const bytes = await unpacked(packed, size, encoding).catch(() => null);
  if (!bytes || bytes.length !== size || blobName(bytes) !== sha256) {
    throw new DaybookError('record-tampered', { detail: `the stored bytes of blob ${sha256} are not its own` });
  }
  return { sha256, mediaType: media_type, bytes };
}

async function unpacked(packed: Buffer, size: number, encoding: string): Promise<Buffer | null> {
  if (size > LARGEST) return null;
  if (encoding === 'identity') return packed;
  // A bomb stops at the size that was said; zlib refuses a limit of 0.
  return encoding === 'deflate' ? unpack(packed, { maxOutputLength: Math.max(size, 1) }) : null;
}
