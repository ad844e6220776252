import { createReadStream } from 'node:fs';
import { unreadable } from './trouble.ts';

/** One line of a file; a line longer than the cap is measured and passed over, never held. */
export interface Line {
  line: number;
  bytes: Buffer;
  /** Size of a line that was passed over; its `bytes` are empty. */
  tooLong?: number;
}

/** The lines of a file of any size, with at most `cap` bytes of it in memory. */
export async function* linesOf(path: string, cap: number): AsyncGenerator<Line> {
  const held = new HeldLine(cap);
  let line = 1;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
      let start = 0;
      for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
        held.add(chunk.subarray(start, end));
        yield { line: line++, ...held.take() };
        start = end + 1;
      }
      held.add(chunk.subarray(start));
    }
  } catch (e) {
    throw unreadable(path, e);
  }
  if (held.size > 0) yield { line, ...held.take() };
}

class HeldLine {
  size = 0;
  private readonly cap: number;
  private pieces: Buffer[] = [];

  constructor(cap: number) {
    this.cap = cap;
  }

  add(piece: Buffer): void {
    this.size += piece.length;
    if (this.size <= this.cap) this.pieces.push(Buffer.from(piece));
    else this.pieces = [];
  }

  take(): Omit<Line, 'line'> {
    const taken: Omit<Line, 'line'> =
      this.size > this.cap ? { bytes: Buffer.alloc(0), tooLong: this.size } : { bytes: Buffer.concat(this.pieces) };
    this.size = 0;
    this.pieces = [];
    return taken;
  }
}
