import { expect, test } from 'vitest';
import { attack, desk, tell, dump } from './desk.test-support.ts';
test('x', async () => {
  let t = Date.now(); const lap = (s: string) => { console.log(s, Date.now() - t); t = Date.now(); };
  const d = await desk(); lap('first desk');
  const e = await desk(); lap('second desk'); await e.close(); lap('close');
  await tell(d, [{ id: 'a', claims: [attack()] }]); lap('tell 1');
  for (let i = 0; i < 20; i++) await tell(d, [{ id: 'a'+i, claims: [attack({site: 'al-tanf', from: `2024-02-${String(i+1).padStart(2,'0')}`})] }]); lap('tell 20');
  for (let i = 0; i < 20; i++) await d.count(); lap('count 20');
  for (let i = 0; i < 20; i++) await d.count({since: '2024-01-01', until:'2024-01-05', asOf: '2024-01-05'}); lap('count 20');
  for (let i = 0; i < 20; i++) await d.go('claim accept', {claim: `a${i}.1`, by: 'x', why: 'y'}); lap('accept 20');
  console.log((await d.go('verify'))); lap('verify');
  await dump(d.store); lap('dump');
  expect(1).toBe(1);
  await d.close();
});
