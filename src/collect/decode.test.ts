import { expect, test } from 'vitest';
import type { DaybookError } from '../model/errors.ts';
import { decode } from './decode.ts';

const utf16 = (text: string, big: boolean): Buffer => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

test.each([
  ['plain UTF-8', Buffer.from('قاعدة and base'), 'utf-8', 'قاعدة and base'],
  ['UTF-8 with a byte order mark', Buffer.from('\ufeffقاعدة'), 'utf-8', 'قاعدة'],
  ['UTF-16, little end first', utf16('قاعدة', false), 'utf-8', 'قاعدة'],
  ['UTF-16, big end first', utf16('قاعدة', true), 'utf-8', 'قاعدة'],
  ['windows-1256', Buffer.from([0xde, 0xc7, 0xda, 0xcf, 0xc9]), 'windows-1256', 'قاعدة'],
])('%s is decoded', (_, bytes, encoding, text) => {
  expect(decode(bytes, encoding)).toBe(text);
});

test.each([
  ['a byte that UTF-8 does not have', Buffer.from([0x61, 0x62, 0xff, 0x63]), 'encoding-invalid', 'byte 2 (0xff)'],
  ['windows-1256 taken for UTF-8', Buffer.from([0x61, 0xde, 0xc7, 0x20]), 'encoding-invalid', 'byte 2 (0xc7)'],
  ['a letter cut in two', Buffer.from('aق').subarray(0, 2), 'encoding-invalid', 'byte 1 (0xd9)'],
  ['an overlong form', Buffer.from([0x61, 0xc0, 0xaf]), 'encoding-invalid', 'byte 1 (0xc0)'],
  ['a zero byte', Buffer.from('a\u0000b'), 'file-binary', 'not text'],
  ['one zero byte in much text', Buffer.from(`${'words '.repeat(100)}\u0000`), 'file-binary', 'not text'],
  ['a PDF', Buffer.from('%PDF-1.7 text'), 'file-binary', 'not text'],
  ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'file-binary', 'not text'],
  ['UTF-16 with zero characters', utf16('a\u0000b', false), 'file-binary', 'not text'],
])('%s is refused', (_, bytes, code, words) => {
  const fault = (() => {
    try {
      decode(bytes);
    } catch (e) {
      return e as DaybookError;
    }
  })();
  expect(fault?.code).toBe(code);
  expect(fault?.message).toContain(words);
});
