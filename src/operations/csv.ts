/** A cell of a table that leaves: numbers stay numbers, null is an empty cell. */
export type Cell = string | number | boolean | null;

/** A spreadsheet would run a text that begins so as a formula; a quote in front keeps it a text. */
const FORMULA = /^(\s*[=+\-@＝＋－＠]|[\t\r])/;

/** Rows as RFC 4180 has it: CRLF, quotes doubled; texts of strangers can be opened in a spreadsheet without harm. */
export const csv = (head: readonly string[], rows: Iterable<readonly Cell[]>): string =>
  [head, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');

function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
