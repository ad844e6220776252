import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../test/database.ts';
import { blobName, getBlob, getBlobs, putBlobs, type Blob } from './blobs.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const text = (words: string): Blob => ({ bytes: Buffer.from(words), mediaType: 'text/plain' });
const put = (...blobs: Blob[]): Promise<string[]> => db.store.write((q) => putBlobs(q, blobs));
const get = (name: string): ReturnType<typeof getBlob> => db.store.read((q) => getBlob(q, name));
const stored = async (name: string): Promise<Record<string, unknown>> =>
  (
    await db.store.read((q) =>
      q(`select size, encoding, length(bytes) as kept from blob where sha256 = decode($1, 'hex')`, [name]),
    )
  )[0]!;

test.each<[string, Buffer, string]>([
  ['prose', Buffer.from('an attack on the base '.repeat(200)), 'deflate'],
  ['Arabic', Buffer.from('هجوم على القاعدة '.repeat(50)), 'deflate'],
  ['what does not shrink', randomBytes(5000), 'identity'],
  ['nothing', Buffer.alloc(0), 'identity'],
  ['one byte', Buffer.from([0]), 'identity'],
  ['more than one statement carries', Buffer.concat([randomBytes(9_000_000), Buffer.alloc(100)]), 'identity'],
])('%s comes back as it went in', async (_, bytes, encoding) => {
  const [name] = await put({ bytes, mediaType: 'application/x-y' });
  expect(name).toBe(blobName(bytes));
  const blob = (await get(name!))!;
  expect({ ...blob, bytes: bytes.equals(blob.bytes) }).toEqual({
    sha256: name,
    mediaType: 'application/x-y',
    bytes: true,
  });
  if (bytes.length < 1e6) expect(await stored(name!)).toMatchObject({ size: bytes.length, encoding });
});

test('the name of the empty blob is the known one', () => {
  expect(blobName(Buffer.alloc(0))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test('to put twice changes nothing, within a list and later', async () => {
  const count = async (): Promise<unknown> => (await db.store.read((q) => q('select count(*) as n from blob')))[0]!.n;
  const names = await put(text('twice'), text('once'), text('twice'));
  const before = await count();
  expect(names[0]).toBe(names[2]);
  expect(await put(text('twice'), text('once'))).toEqual(names.slice(0, 2));
  expect(await count()).toBe(before);
});

test('many writers of the same blobs do not block each other for good', async () => {
  const blobs = Array.from({ length: 40 }, (_, i) => text(`shared ${i}`));
  await Promise.all([blobs, [...blobs].reverse(), blobs].map((list) => put(...list)));
  const found = await db.store.read((q) =>
    getBlobs(
      q,
      blobs.map((blob) => blobName(blob.bytes)),
    ),
  );
  expect(found.size).toBe(40);
});

test('what is not there is null, and absent from a list', async () => {
  const [there] = await put(text('there'));
  const missing = blobName(Buffer.from('missing'));
  expect(await get(missing)).toBeNull();
  expect([...(await db.store.read((q) => getBlobs(q, [missing, there!]))).keys()]).toEqual([there]);
});

describe('what was changed in the table is found on reading', () => {
  const words = 'an attack on the base at dawn '.repeat(20);
  const noise = randomBytes(300);
  const bomb = deflateRawSync(Buffer.alloc(50_000_000));
  test.each<[string, Uint8Array, string, unknown[]]>([
    ['a flipped byte of a packed blob', Buffer.from(words), 'bytes = set_byte(bytes, 9, get_byte(bytes, 9) # 1)', []],
    ['a flipped byte of a plain blob', noise, 'bytes = set_byte(bytes, 9, get_byte(bytes, 9) # 1)', []],
    ['a cut blob', Buffer.from(words), 'bytes = substring(bytes from 1 for 20)', []],
    ['another size', Buffer.from(words), 'size = size + 1', []],
    ['a size beyond all limits', Buffer.from(words), 'size = 4000000000', []],
    ['another encoding', Buffer.from(words), "encoding = 'identity'", []],
    ['an encoding that is none', Buffer.from(words), "encoding = 'brotli'", []],
    ['a bomb', Buffer.from(words), 'bytes = $2::bytea', [bomb]],
    ['the bytes of another', Buffer.from(words), "bytes = 'x', size = 1, encoding = 'identity'", []],
  ])('%s', async (_, bytes, change, values) => {
    const [name] = await put({ bytes, mediaType: 'text/plain' });
    const where = `where sha256 = decode($1, 'hex')`;
    await db.store.own((q) => q(`update blob set ${change} ${where}`, [name, ...values]));
    await expect(get(name!)).rejects.toMatchObject({
      code: 'record-tampered',
      message: expect.stringContaining(name!),
    });
    await db.store.own((q) => q(`delete from blob ${where}`, [name]));
  });
});
