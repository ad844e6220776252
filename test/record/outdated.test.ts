import { afterAll, expect, test } from 'vitest';
import { bringUp } from '../../src/record/rebuild.ts';
import { attack, desk, dump, tell, type Desk } from './desk.test-support.ts';

/** A record that an older version wrote: its views lack what a migration added. */
const open: Desk[] = [];
afterAll(() => Promise.all(open.map((d) => d.close())));

test('the views of an older record are made again once, before anything reads them', async () => {
  const d = await desk();
  open.push(d);
  await tell(d, [{ id: 'r-1', claims: [attack()] }]);
  const good = await dump(d.store);
  await d.store.own((q) => q(`update incident set countable = '{}'`));
  await d.store.own((q) => q('insert into outdated values (2)'));
  const lines: string[] = [];
  await bringUp(d.store, (line) => lines.push(line));
  expect(await dump(d.store)).toBe(good);
  expect(lines).toHaveLength(2);
  await bringUp(d.store, (line) => lines.push(line));
  expect(lines).toHaveLength(2);
});
