import { DaybookError } from '../model/errors.ts';

const MAGIC = [
  '%PDF-',
  'PK\u0003\u0004',
  '\u0089PNG',
  'GIF8',
  '\u00ff\u00d8\u00ff',
  '\u001f\u008b',
  '\u007fELF',
  'Rar!',
];

/** Whether these first bytes belong to something other than text. */
export function looksBinary(bytes: Buffer): boolean {
  const head = bytes.toString('latin1', 0, 4096);

  const controls = head.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  return MAGIC.some((m) => head.startsWith(m)) || head.includes('\u0000') || controls > head.length / 50;
}

/** UTF-16 with a byte order mark, as some editors still save it. */
export function utf16Label(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

const decodes = (bytes: Buffer): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
};

/** Position of the first byte that cannot belong to UTF-8 text; halving, since a decoder does not tell. */
function firstInvalid(bytes: Buffer): number {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return Math.min(good, bytes.length - 1);
}

/** Bytes → text in the named encoding, byte order mark removed; anything that does not decode is refused, not mended. */
export function decode(bytes: Buffer, encoding = 'utf-8'): string {
  const label = utf16Label(bytes) ?? encoding;
  if (!label.startsWith('utf-16') && looksBinary(bytes)) throw new DaybookError('file-binary');
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    if (text.includes('\u0000') && label.startsWith('utf-16')) throw new DaybookError('file-binary');
    return text;
  } catch (e) {
    if (e instanceof DaybookError) throw e;
    throw new DaybookError('encoding-invalid', { detail: whyNot(bytes, label) }, { cause: e });
  }
}

function whyNot(bytes: Buffer, label: string): string {
  if (label !== 'utf-8') return `it does not decode as “${label}”`;
  const at = firstInvalid(bytes);
  return `byte ${at} (0x${bytes[at]!.toString(16).padStart(2, '0')})`;
}
