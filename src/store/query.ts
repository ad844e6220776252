/** A way to ask inside one transaction. It ends with the transaction: used later, it throws. */
export interface Query {
  <R extends object = Record<string, unknown>>(sql: string, params?: unknown[]): Promise<R[]>;
  /** Rows in batches through a cursor, for walks over millions of rows in flat memory. */
  stream<R extends object = Record<string, unknown>>(
    sql: string,
    params?: unknown[],
    batch?: number,
  ): AsyncGenerator<R[], void, undefined>;
}

/** What a Query needs of a connection. */
export interface Connection {
  query(sql: string, params?: unknown[]): Promise<{ rows: unknown[]; command: string }>;
}

/** Makes the Query of one transaction, and `end`, after which it refuses. */
export function queryOn(connection: Connection): { q: Query; end: () => void } {
  let ended = false;
  let cursors = 0;
  let last: Promise<unknown> = Promise.resolve();

  // One statement at a time: a connection has one line, and pg no longer keeps the queue for us.
  const ask = async <R>(sql: string, params?: unknown[]): Promise<R[]> => {
    if (ended) throw new Error('this transaction has ended');
    const turn = last.then(() => connection.query(sql, params));
    last = turn.catch(() => undefined);
    return (await turn).rows as R[];
  };

  async function* stream<R>(sql: string, params?: unknown[], batch = 1000): AsyncGenerator<R[], void, undefined> {
    const cursor = `walk_${++cursors}`;
    await ask(`declare ${cursor} no scroll cursor for ${sql}`, params);
    try {
      for (;;) {
        const rows = await ask<R>(`fetch forward ${batch} from ${cursor}`);
        if (rows.length) yield rows;
        if (rows.length < batch) return;
      }
    } finally {
      // After an error the transaction is lost anyway; its own error is the one to tell.
      if (!ended) await ask(`close ${cursor}`).catch(() => undefined);
    }
  }
  return { q: Object.assign(ask, { stream }) as Query, end: () => void (ended = true) };
}
