import { open } from 'node:fs/promises';
import { DaybookError } from '../model/errors.ts';
import type { InputFile } from './inputs.ts';
import { showMiB } from './limits.ts';
import { unreadable } from './trouble.ts';

export const tooLarge = (size: number, limit: number): DaybookError =>
  new DaybookError('file-too-large', { limit: showMiB(limit), size: showMiB(size) });

/** The whole file, never more than `limit` bytes in memory, whatever the file system said of its size. */
export async function readCapped(file: InputFile, limit: number): Promise<Buffer> {
  if (file.size > limit) throw tooLarge(file.size, limit);
  const handle = await open(file.path, 'r').catch((e: unknown) => {
    throw unreadable(file.path, e);
  });
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of handle.createReadStream({ autoClose: false })) {
      chunks.push(chunk as Buffer);
      size += (chunk as Buffer).length;
      if (size > limit) throw tooLarge(size, limit);
    }
  } catch (e) {
    throw e instanceof DaybookError ? e : unreadable(file.path, e);
  } finally {
    await handle.close();
  }
  return Buffer.concat(chunks, size);
}
