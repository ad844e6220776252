import { voices } from './actors.ts';
import { link } from './hearing.ts';
import type { Link } from './memory.ts';
import type { Page, Reading } from '../page.ts';
import type { Hit, Scene } from '../scene.ts';
import { incidentStance } from './stance.ts';

/** Most words between what was told and by whom: "That was first reported late on Monday by". */
const REACH = 8;

/** "That … by": how such a sentence opens, no mark between. */
function leadOf(s: Scene): [Hit | undefined, Hit | undefined] {
  const told = s.starts('recap', 0);
  const near = told && ([told.to, told.to + REACH] as const);
  const by = near && (s.all('by', ...near)[0] ?? s.all('through', ...near)[0]);
  for (let i = told?.to ?? 0; by && i < by.from; i++) if (s.isMark(i)) return [undefined, undefined];
  return [told, by];
}

/** Whom a sentence names that only says who told what stands before it, outermost first. */
function tellers(s: Scene, page: Page): Link[] {
  const [told, by] = leadOf(s);
  if (!told || !by || !s.has('conveyed', told.to, by.to)) return [];
  const all = voices(s, page.cast).filter((v) => v.from >= by.to);
  const [first, second] = all;
  if (!first || first.from - by.to > 3) return [];
  const links = [link(s, first, [by.from, first.to])];
  const cites = s.all('accord', first.to).find((a) => a.value === 'cite');
  return second && cites && second.from >= cites.to ? [...links, link(s, second, [cites.from, second.to])] : links;
}

/** "That was announced by the army", "the video was posted by a channel": joins the chains of what the sentence before told. */
export function passOn(r: Reading, page: Page): void {
  const last = page.drafts.at(-1);
  const chain = last && r.line - last.line <= 1 ? tellers(r.scene, page) : [];
  if (!last || chain.length === 0) return;
  const before = page.hearing.sentenceAt(last.evidence[0]![0])?.range;
  const [told, by] = leadOf(r.scene);
  const verb = r.scene.all('say', told!.to, by!.to).at(-1)?.value ?? 'report';
  const relay = page.cast.isOutlet(chain[0]!.speaker);
  for (const d of page.drafts.slice(-MOST)) {
    if (!before || d.evidence[0]![0] < before.from || d.evidence[0]![0] >= before.to) continue;
    if (d.chain.length > 0 && !relay) continue;
    d.chain = [...chain, ...d.chain].filter((l) => !page.hearing.self.has(l.speaker));
    const origin = d.chain.at(-1)?.speaker;
    if (d.kind === 'incident' && d.stance === 'reports' && origin)
      d.stance = incidentStance({ verb, origin, own: false }, page.cast);
  }
}

/** How many claims of one sentence there may be. */
const MOST = 12;
