import { expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { statements } from './statements.ts';

test.each<[string, string, string[]]>([
  ['two', 'select 1; select 2;', ['select 1', 'select 2']],
  ['the last without semicolon', 'select 1;\nselect 2', ['select 1', 'select 2']],
  ['nothing', ' ;; \n -- only this\n /* and this */ ;', []],
  ['in a string', "select ';', 'it''s;'; select 2", ["select ';', 'it''s;'", 'select 2']],
  ['in an escaped string', "select E'\\';', e'a''b;'; select 2", ["select E'\\';', e'a''b;'", 'select 2']],
  ['a name that ends in e is no escape', "select name'\\'; select 2", ["select name'\\'", 'select 2']],
  ['in a quoted name', 'select 1 as "a;""b;"; select 2', ['select 1 as "a;""b;"', 'select 2']],
  ['in dollars', 'do $$ begin; end $$; select $a$ ; $$ ; $a$', ['do $$ begin; end $$', 'select $a$ ; $$ ; $a$']],
  ['dollars inside a name are none', 'select a$b$; select 2; select c$b$', ['select a$b$', 'select 2', 'select c$b$']],
  ['a parameter is no dollar quote', 'select $1; select $2', ['select $1', 'select $2']],
  ['in a comment', "select 1 -- it's;\n+ 1; select 2", ["select 1 -- it's;\n+ 1", 'select 2']],
  ['in nested comments', 'select /* ; /* ; */ ; */ 1; select 2', ['select /* ; /* ; */ ; */ 1', 'select 2']],
  ['a comment before stays', '-- why\nselect 1;', ['-- why\nselect 1']],
  ['a comment mark in a string', "select '--;'; select '/*;'", ["select '--;'", "select '/*;'"]],
  ['only punctuation', '(values (1));', ['(values (1))']],
])('%s', (_, sql, parts) => {
  expect(statements(sql)).toEqual(parts);
});

test('PostgreSQL takes each part as one statement', async () => {
  const sql = `select E'a;\\';' as x; select $t$;$$;$t$ as x; select /* ; /*;*/ */ ';' as x; -- ;\nselect "x;" from (values (1)) as t ("x;")`;
  const db = await testDatabase(null);
  // With a parameter list the extended protocol refuses more than one statement.
  const rows = await db.store.read(async (q) => {
    const all = [];
    for (const part of statements(sql)) all.push(...(await q(part, [])));
    return all;
  });
  expect(rows).toEqual([{ x: "a;';" }, { x: ';$$;' }, { x: ';' }, { 'x;': 1 }]);
  await db.close();
});
