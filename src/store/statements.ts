/**
 * Splits SQL into its statements: semicolons outside quotes, dollar quotes, comments end one
 * (SQL-standard function bodies, which hold bare ones, are not known: scale.md has no functions). Comments are kept inside a statement; what holds only comments is dropped.
 */
const TOKEN =
  /--[^\n]*|\/\*|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$|[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*|;/g;

/** SQL text → statements, without their semicolons. */
export function statements(sql: string): string[] {
  const found: string[] = [];
  let start = 0;
  let empty = true;
  const token = new RegExp(TOKEN);
  const cut = (end: number): void => {
    if (!empty) found.push(sql.slice(start, end).trim());
    empty = true;
  };
  let from = 0;
  for (let m = token.exec(sql); m; m = token.exec(sql)) {
    const [text] = m;
    if (sql.slice(from, m.index).trim()) empty = false;
    if (text === ';') {
      cut(m.index);
      start = token.lastIndex;
    } else if (text === '/*') token.lastIndex = commentEnd(sql, token.lastIndex);
    else if (!text.startsWith('--')) {
      empty = false;
      token.lastIndex = quoteEnd(sql, m);
    }
    from = token.lastIndex;
  }
  if (sql.slice(from).trim()) empty = false;
  cut(sql.length);
  return found;
}

/** Where a quotation that the token opens ends; the token's own end for all else. */
function quoteEnd(sql: string, m: RegExpExecArray): number {
  const end = m.index + m[0].length;
  if (m[0].startsWith('$')) {
    const close = sql.indexOf(m[0], end);
    return close < 0 ? sql.length : close + m[0].length;
  }
  // E'…' knows backslashes; the token before it is the bare word E.
  if (/^e$/i.test(m[0]) && sql[end] === "'") {
    const escaped = /'(?:[^'\\]|\\[^]|'')*'/y;
    escaped.lastIndex = end;
    return escaped.test(sql) ? escaped.lastIndex : sql.length;
  }
  return end;
}

/** Block comments nest in PostgreSQL. */
function commentEnd(sql: string, from: number): number {
  const mark = /\/\*|\*\//g;
  mark.lastIndex = from;
  for (let depth = 1; depth > 0;) {
    const m = mark.exec(sql);
    if (!m) return sql.length;
    depth += m[0] === '/*' ? 1 : -1;
  }
  return mark.lastIndex;
}
