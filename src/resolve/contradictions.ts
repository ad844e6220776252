import { judgement, type Judgement } from '../model/judgement.ts';
import { byText } from './order.ts';

/** Whether two keys are mentions of one claim: always distinct, no judgement can join them. */
export function ofOneClaim(a: string, b: string): boolean {
  const stem = (key: string): string => key.slice(0, key.lastIndexOf('.'));
  return a !== b && stem(a) === stem(b);
}

/** The chain of judgements in force that a new one contradicts, from its one mention to the other; null when it fits. */
export function contradiction(next: Judgement, inForce: Iterable<Judgement>): Judgement[] | null {
  if (next.verdict === 'UNSURE') return null;
  const all = [...inForce].sort((x, y) => byText(x.a, y.a) || byText(x.b, y.b));
  const joined = neighbours(all.filter((j) => j.verdict === 'POSITIVE'));
  const near = reachable(next.a, joined);
  if (next.verdict === 'NEGATIVE') return near.has(next.b) ? chain(near, next.b) : null;
  const far = reachable(next.b, joined);
  for (const j of [...all.filter((j) => j.verdict === 'NEGATIVE'), ...claimPairs(near, far)]) {
    const [x, y] = near.has(j.a) && far.has(j.b) ? [j.a, j.b] : [j.b, j.a];
    if (near.has(x) && far.has(y)) return [...chain(near, x), j, ...chain(far, y).reverse()];
  }
  return null;
}

function neighbours(positive: readonly Judgement[]): Map<string, string[]> {
  const next = new Map<string, string[]>();
  for (const { a, b } of positive) {
    next.set(a, [...(next.get(a) ?? []), b]);
    next.set(b, [...(next.get(b) ?? []), a]);
  }
  return next;
}

/** Every mention joined to `from`, each with the one it was reached from (breadth first: shortest chains). */
function reachable(from: string, joined: ReadonlyMap<string, string[]>): Map<string, string | null> {
  const back = new Map<string, string | null>([[from, null]]);
  for (const [at] of back) for (const next of joined.get(at) ?? []) if (!back.has(next)) back.set(next, at);
  return back;
}

function chain(back: ReadonlyMap<string, string | null>, to: string): Judgement[] {
  const links: Judgement[] = [];
  for (let at = to, prev = back.get(at); prev != null; at = prev, prev = back.get(at))
    links.unshift(judgement(prev, at, 'POSITIVE'));
  return links;
}

/** Mentions of one claim on both sides: distinct without anybody's judgement. */
function claimPairs(near: ReadonlyMap<string, unknown>, far: ReadonlyMap<string, unknown>): Judgement[] {
  return [...near.keys()].flatMap((a) =>
    [...far.keys()].filter((b) => ofOneClaim(a, b)).map((b) => judgement(a, b, 'NEGATIVE')),
  );
}
