import { isDeepStrictEqual } from 'node:util';
import type { Query } from '../store/connection.ts';
import type { ViewTable } from './tables.ts';

export type Row = Record<string, unknown>;
type Version<R> = { row: R; since: number; until: number | null; stored: boolean };

/**
 * The live rows of one view table inside one transaction: loaded by group in bulk, superseded in memory, written at the
 * end in two statements. A row is inserted once and later only given its end; a row put and ended by the same entry leaves
 * no trace; putting a row equal to the live one changes nothing.
 */
export class Versioned<R extends Row> {
  readonly #table: ViewTable;
  readonly #q: Query;
  readonly #live = new Map<string, Version<R>>();
  /** The newest ended version of a key, where it ended in this transaction. */
  readonly #gone = new Map<string, R>();
  readonly #groups = new Map<unknown, Set<string>>();
  #loaded = new Set<unknown>();
  /** Groups whose last versions are here, where they have any. */
  readonly #lasting = new Set<unknown>();
  #all = false;
  readonly #pending = new Set<Version<R>>();
  #ended: Version<R>[] = [];

  constructor(table: ViewTable, q: Query) {
    this.#table = table;
    this.#q = q;
  }

  #key(row: Row): string {
    return this.#table.key.map((c) => String(row[c])).join('\u0001');
  }

  /** The row as the database gives it back (no undefined in documents), so that equal rows compare equal. */
  #plain(row: R): R {
    const plain: Row = {};
    for (const [c, type] of Object.entries(this.#table.columns))
      plain[c] = type === 'jsonb' ? JSON.parse(JSON.stringify(row[c])) : (row[c] ?? null);
    return plain as R;
  }

  #remember(version: Version<R>): void {
    const key = this.#key(version.row);
    this.#live.set(key, version);
    const group = version.row[this.#table.group];
    let keys = this.#groups.get(group);
    if (!keys) this.#groups.set(group, (keys = new Set()));
    keys.add(key);
  }

  #load(rows: Row[]): void {
    for (const { since, until: _until, ...row } of rows) {
      const key = this.#key(row);
      if (!this.#live.has(key)) this.#remember({ row: row as R, since: since as number, until: null, stored: true });
    }
  }

  /** Loads the live rows of these groups, if they are not here yet. */
  async ensure(groups: Iterable<unknown>): Promise<void> {
    if (this.#all) return;
    const missing = [...new Set(groups)].filter((g) => g !== null && g !== undefined && !this.#loaded.has(g));
    if (!missing.length) return;
    const { name, group, columns } = this.#table;
    this.#load(
      await this.#q(`select * from ${name} where ${group} = any($1::${columns[group]}[]) and until is null`, [missing]),
    );
    for (const g of missing) this.#loaded.add(g);
  }

  /** Says that these groups have no rows in the database (they are new in this transaction). */
  fresh(groups: Iterable<unknown>): void {
    for (const g of groups) this.#loaded.add(g);
  }

  /** Loads every live row: for the small shared tables. */
  async ensureAll(): Promise<void> {
    if (this.#all) return;
    this.#load(await this.#q(`select * from ${this.#table.name} where until is null`));
    this.#all = true;
  }

  /** The live row of a key, given as its key columns in order. */
  get(...key: unknown[]): R | undefined {
    return this.#live.get(key.map(String).join('\u0001'))?.row;
  }

  /** Number of the entry that made the live row. */
  since(...key: unknown[]): number | undefined {
    return this.#live.get(key.map(String).join('\u0001'))?.since;
  }

  /** The live rows of one group, in order of their keys' arrival. */
  of(group: unknown): R[] {
    const rows: R[] = [];
    for (const key of this.#groups.get(group) ?? []) {
      const v = this.#live.get(key);
      if (v) rows.push(v.row);
    }
    return rows;
  }

  /** Every live row that is loaded. */
  all(): R[] {
    return [...this.#live.values()].map((v) => v.row);
  }

  /** Makes `row` the live one from entry `seq` on; says whether anything changed. */
  put(given: R, seq: number): boolean {
    const row = this.#plain(given);
    const before = this.#live.get(this.#key(row));
    if (before && isDeepStrictEqual(before.row, row)) return false;
    if (before) this.#close(before, seq);
    const version: Version<R> = { row, since: seq, until: null, stored: false };
    this.#pending.add(version);
    this.#remember(version);
    return true;
  }

  /** Ends the live row of this key at entry `seq`; says whether there was one. */
  end(row: Row, seq: number): boolean {
    const key = this.#key(row);
    const before = this.#live.get(key);
    if (!before) return false;
    this.#close(before, seq);
    this.#live.delete(key);
    this.#groups.get(before.row[this.#table.group])?.delete(key);
    return true;
  }

  #close(version: Version<R>, seq: number): void {
    version.until = seq;
    if (version.stored || version.since !== seq) this.#gone.set(this.#key(version.row), version.row);
    if (version.stored) this.#ended.push(version);
    else if (version.since === seq) this.#pending.delete(version);
  }

  /** Loads the last version of each of these groups that has no live row, so that `last` asks the database for none of them. */
  async ensureLast(groups: Iterable<unknown>): Promise<void> {
    const { name, group, key, columns } = this.#table;
    const missing = [...new Set(groups)].filter((g) => !this.#lasting.has(g) && !this.#groups.get(g)?.size);
    if (!missing.length) return;
    const rows = await this.#q(
      `select distinct on (${key.join(', ')}) * from ${name} where ${group} = any($1::${columns[group]}[])
       order by ${key.join(', ')}, since desc`,
      [missing],
    );
    for (const { since: _since, until: _until, ...row } of rows)
      if (!this.#live.has(this.#key(row)) && !this.#gone.has(this.#key(row))) this.#gone.set(this.#key(row), row as R);
    for (const g of missing) this.#lasting.add(g);
  }

  /** The live version of a key, else the one that ended last, in this transaction or before it. */
  async last(key: Row): Promise<R | undefined> {
    const known = this.#live.get(this.#key(key))?.row ?? this.#gone.get(this.#key(key));
    if (known || this.#lasting.has(key[this.#table.group])) return known;
    const where = this.#table.key.map((c, i) => `${c} = $${i + 1}`).join(' and ');
    const sql = `select * from ${this.#table.name} where ${where} order by since desc limit 1`;
    const [row] = await this.#q(
      sql,
      this.#table.key.map((c) => key[c]),
    );
    if (!row) return undefined;
    const { since: _since, until: _until, ...rest } = row;
    return rest as R;
  }

  /** The version that the entry `seq` superseded, from the database (for undoing). */
  async endedBy(seq: number, key: Row): Promise<R | undefined> {
    const columns = Object.keys(key);
    const where = columns.map((c, i) => `${c} = $${i + 2}`).join(' and ');
    const [row] = await this.#q(`select * from ${this.#table.name} where until = $1 and ${where}`, [
      seq,
      ...columns.map((c) => key[c]),
    ]);
    if (!row) return undefined;
    const { since: _since, until: _until, ...rest } = row;
    return rest as R;
  }

  /** Writes what changed: ends first (one live row is a unique index), then the new rows, each in one statement. */
  async flush(): Promise<void> {
    const { name, key, columns } = this.#table;
    if (this.#ended.length) {
      const names = [...key, 'until'];
      const type = (c: string): string => (c === 'until' ? 'bigint' : columns[c]!);
      const values = names.map((c) => this.#ended.map((v) => (c === 'until' ? v.until : v.row[c])));
      await this.#q(
        `update ${name} set until = u.until from unnest(${names.map((c, i) => `$${i + 1}::${type(c)}[]`).join(', ')})
         as u(${names.join(', ')}) where ${key.map((c) => `${name}.${c} = u.${c}`).join(' and ')} and ${name}.until is null`,
        values,
      );
    }
    if (this.#pending.size) {
      const rows = [...this.#pending];
      const names = [...Object.keys(columns), 'since', 'until'];
      const type = (c: string): string => (c === 'since' || c === 'until' ? 'bigint' : columns[c]!);
      const value = (v: Version<R>, c: string): unknown =>
        c === 'since' ? v.since : c === 'until' ? v.until : type(c) === 'jsonb' ? JSON.stringify(v.row[c]) : v.row[c];
      await this.#q(
        `insert into ${name} (${names.join(', ')}) select ${names.map((c) => (type(c) === 'jsonb' ? `u.${c}::jsonb` : `u.${c}`)).join(', ')}
         from unnest(${names.map((c, i) => `$${i + 1}::${type(c) === 'jsonb' ? 'text' : type(c)}[]`).join(', ')}) as u(${names.join(', ')})`,
        names.map((c) => rows.map((v) => value(v, c))),
      );
    }
    for (const v of this.#pending) v.stored = true;
    this.#pending.clear();
    this.#ended = [];
  }
}
