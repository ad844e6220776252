/**
 * The rules of scale.md that keep the same tables shardable, as a lint: 1 (the key column first), 3 (foreign keys only
 * toward small shared tables or inside one family), 4 (forms that don't distribute), 5 (values come from the
 * application).
 */

/** Every big table and the key column that its primary key and unique indexes begin with. */
export const KEYS: Record<string, string> = {
  entry: 'seq',
  report: 'report_id',
  claim: 'report_id',
  mention: 'report_id',
  tally: 'report_id',
  reading: 'report_id',
  incident: 'incident_id',
  link: 'incident_id',
  judgement: 'judgement_id',
};

/** Small shared tables, and working tables that stay on one machine: written rarely, or short-lived. */
export const SMALL = ['idem', 'blob', 'source', 'actor', 'place', 'rule', 'data_file', 'migration', 'outdated'];

export interface Finding {
  rule: 1 | 3 | 4 | 5;
  what: string;
  sql: string;
}

/** What a statement of the schema breaks. */
export function lintSchema(statement: string): Finding[] {
  const sql = plain(statement);
  return [...keys(sql), ...foreignKeys(sql), ...lintForms(sql)].map((finding) => ({ ...finding, sql: head(sql) }));
}

/** What any statement breaks, those in the program too: rules 4 and 5. */
export function lintForms(statement: string): Finding[] {
  const sql = plain(statement);
  const found = [...FORMS, ...VALUES].filter(({ form }) => form.test(sql));
  return found.map(({ rule, what }) => ({ rule, what, sql: head(sql) }));
}

/** Lower case, one space, no comments; the insides of string literals are not SQL. */
function plain(sql: string): string {
  const bare = sql.replace(/--[^\n]*|\/\*[^]*?\*\//g, ' ').replace(/'(?:[^']|'')*'/g, "''");
  return bare.replace(/\s+/g, ' ').trim().toLowerCase();
}
const head = (sql: string): string => sql.slice(0, 120);

const form = (rule: 4 | 5, what: string, pattern: RegExp): { rule: 4 | 5; what: string; form: RegExp } => ({
  rule,
  what,
  form: pattern,
});
const FORMS = [
  form(4, 'a trigger', /\bcreate (or replace )?(constraint )?(event )?trigger\b/),
  form(4, 'a rule', /\bcreate (or replace )?rule\b/),
  form(4, 'an exclusion constraint', /\bexclude (using|\()/),
  form(4, 'inheritance', /\binherits ?\(|\balter table .* inherit\b/),
  form(4, 'MERGE', /\bmerge into\b/),
  form(4, 'a function of ours', /\bcreate (or replace )?(function|procedure)\b/),
];
const CLOCK = String.raw`\b(now|random|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday|gen_random_uuid|uuidv7|uuidv4) ?\(|\b(current_timestamp|current_date|current_time|localtimestamp|localtime)\b`;
const VALUES = [
  form(5, 'a value of the database’s clock or dice', new RegExp(String.raw`\b(update|do update) .*\bset .*(${CLOCK})`)),
];

type Broken = Omit<Finding, 'sql'>;

function keys(sql: string): Broken[] {
  const index =
    /^create unique index (?:concurrently )?(?:if not exists )?\w* ?on (?:only )?(\w+) (?:using \w+ )?\(([^)]*)\)/.exec(
      sql,
    );
  if (index) return wrongKey(index[1]!, index[2]!);
  const [, table, body] = /^(?:create table (?:if not exists )?|alter table (?:only )?)(\w+) (.*)$/.exec(sql) ?? [];
  if (!table || !body) return [];
  const listed = [...body.matchAll(/\b(?:primary key|unique(?: nulls not distinct)?) ?\(([^)]*)\)/g)].map((m) => m[1]!);
  const inline = [...body.matchAll(/(?:^\(|,|add column) ?(\w+) [^,]*?\b(?:primary key|unique)\b(?! ?\()/g)].map(
    (m) => m[1]!,
  );
  const broken = [...listed, ...inline].flatMap((columns) => wrongKey(table, columns));
  const known = table in KEYS || SMALL.includes(table);
  if (!known) broken.push({ rule: 1, what: `table ${table} is in neither list` });
  if (sql.startsWith('create table') && table in KEYS && !listed.length && !inline.length) {
    broken.push({ rule: 1, what: `table ${table} has no primary key` });
  }
  if (!SMALL.includes(table) && /\b(big|small)?serial\d?\b|\bas identity\b|\bnextval ?\(/.test(body)) {
    broken.push({ rule: 1, what: `table ${table} numbers its rows itself` });
  }
  return broken;
}

function wrongKey(table: string, columns: string): Broken[] {
  if (SMALL.includes(table)) return [];
  const first = columns.split(',')[0]!.trim().split(' ')[0]!;
  return first === KEYS[table] ? [] : [{ rule: 1, what: `${table} (${columns}) does not begin with its key` }];
}

/** A table's family is its key column; within one, the foreign key must hold it on both sides. */
function foreignKeys(sql: string): Broken[] {
  const table = /^(?:create table (?:if not exists )?|alter table (?:only )?)(\w+) /.exec(sql)?.[1];
  if (!table) return [];
  const references = [...sql.matchAll(/(?:foreign key ?\(([^)]*)\) )?\breferences (\w+)(?: ?\(([^)]*)\))?/g)];
  return references.flatMap(([, from = '', to, target = '']) => {
    if (SMALL.includes(to!)) return [];
    const key = KEYS[table];
    const family = key !== undefined && key === KEYS[to!];
    const held = [from, target].every((columns) => columns.split(',').some((c) => c.trim() === key));
    return family && held ? [] : [{ rule: 3 as const, what: `a foreign key from ${table} to ${to}` }];
  });
}

/** SQL in a TypeScript file: string and template literals that begin like a statement. */
export function sqlIn(source: string): string[] {
  const literals = source.match(/`(?:[^`\\]|\\[^])*`|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g) ?? [];
  const begins = /^.\s*(select|insert|update|delete|merge|with|create|alter|drop|grant|truncate)\s/i;
  return literals.filter((literal) => begins.test(literal)).map((literal) => literal.slice(1, -1));
}
