import type { Hearing, Scope } from './hearing.ts';
import type { Scene } from '../scene.ts';

/** No words are read twice: of two scopes over the same words the inner one keeps them. */
export function untangle(out: Scope[]): void {
  for (const o of [...out])
    for (const inner of out) {
      if (inner === o || !out.includes(o) || inner.from < o.from || inner.to > o.to || !inner.cue) continue;
      const same = o.chain.at(-1)?.speaker === inner.chain.at(-1)?.speaker;
      if (same) {
        // The larger share of the words decides which cue leads; the channel of the other is kept.
        const [keep, drop] =
          (inner.to - inner.from) * 2 > o.to - o.from && inner.from > o.from ? [inner, o] : [o, inner];
        keep.chain = keep.chain.map((l, i) => ({
          ...l,
          via: l.via ?? drop.chain.at(i - keep.chain.length)?.via ?? null,
        }));
        if (drop.verb === 'claim') keep.verb = 'claim';
        out.splice(out.indexOf(drop), 1);
      } else if (o.chain.length > inner.chain.length && o.chain[0]?.speaker === inner.chain[0]?.speaker) {
        // The relay is already the outer link of these words.
        out.splice(out.indexOf(inner), 1);
      } else o.to = Math.max(o.from, Math.min(o.to, inner.from, inner.cue[0]));
    }
}

/** A relay whose words hold another cue is its outer link: Reuters < the security service. */
export function nest(out: Scope[], h: Hearing): void {
  for (const o of out)
    for (const inner of out) {
      if (inner === o || !o.cue || !inner.cue) continue;
      const relay =
        h.cast.isRelay(o.chain[0]!.speaker) && !o.chain.some((l) => inner.chain.some((m) => m.speaker === l.speaker));
      if (relay && o.from <= inner.cue[0] && o.to >= inner.cue[1]) inner.chain = [...o.chain, ...inner.chain];
    }
}

/** Stretches of some length that nobody was found to say. */
export function gaps(s: Scene, out: readonly Scope[]): { from: number; to: number }[] {
  const held = out.flatMap((o) => [[o.from, o.to] as const, ...(o.cue ? [o.cue] : [])]).sort((a, b) => a[0] - b[0]);
  const list: { from: number; to: number }[] = [];
  let at = 0;
  for (const [from, to] of [...held, [s.length, s.length] as const]) {
    if (from - at >= 4) list.push({ from: at, to: from });
    at = Math.max(at, to);
  }
  return list;
}
