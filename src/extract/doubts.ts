import type { Scope } from './hearing.ts';
import type { IncidentDraft, Range } from './draft.ts';
import type { Link } from './memory.ts';
import { disowned } from './parties.ts';
import type { Page, Reading, Told } from './page.ts';
import { voices } from './actors.ts';
import type { Hit } from './scene.ts';

/** How many lines back the incident may stand that somebody does not confirm. */
const NEAR = 2;

/** "Neither A nor B had confirmed the report": two speakers, two claims. */
function speakers(r: Reading, page: Page, scope: Scope): Link[][] {
  const s = r.scene;
  const neither = s.all('neither')[0];
  if (!neither || !scope.cue) return [scope.chain];
  const both = voices(s, page.cast).filter((v) => v.from >= neither.to && v.to <= scope.cue![1]);
  return both.length < 2 ? [scope.chain] : both.map((v) => [{ speaker: v.id, via: null, cue: s.span(v.from, v.to) }]);
}

/** Words that leave what was told open: nobody could verify it, or nobody has claimed it. */
const OPEN: ReadonlySet<string> = new Set(['verify', 'unclaimed']);

/** The stretch that leaves something open: from those words to the end of their clause, or all that a speaker says. */
function openIn(r: Reading, scope: Scope): { hit: Hit | undefined; to: number } {
  const s = r.scene;
  const [from, end] = [Math.min(scope.cue?.[0] ?? scope.from, scope.from), Math.max(scope.cue?.[1] ?? 0, scope.to)];
  const hit = s.all('gist', from, end).find((g) => OPEN.has(g.value));
  let to = hit?.to ?? end;
  while (hit && to < end && !s.starts('while', to) && !s.isMark(to, ';؛')) to++;
  return { hit, to };
}

/** Whether the words point back at one incident ("the report", "that", "those strikes") and name no place of their own. */
function pointsBack(r: Reading, scope: Scope, open: { hit: Hit | undefined; to: number }): boolean {
  const s = r.scene;
  if (r.sites.some((p) => p.to <= open.to) || s.has('series')) return false;
  return (
    s.has('refer') ||
    open.hit?.value === 'unclaimed' ||
    (scope.verb === 'unsure' && s.has('pronoun', scope.from, s.length))
  );
}

/** What it points back at: the incident told last near by, or both where it says so ("الهجومين"). */
function meant(r: Reading, page: Page): Told[] {
  const near = page.told.filter((t) => t.draft.stance !== 'does not confirm' && r.line - t.draft.line <= NEAR);
  const both = r.scene.all('dual').some((d) => d.value === 'attack') || r.scene.has('pair');
  return near.slice(both ? -2 : -1);
}

/** Claims that leave an incident open or deny it: they describe the proposition and find nothing. */
export function doubts(r: Reading, page: Page, scope: Scope): IncidentDraft[] {
  const s = r.scene;
  const open = openIn(r, scope);
  const silent = open.hit !== undefined;
  if (!silent && scope.verb !== 'unsure' && scope.verb !== 'deny') return [];
  if (!pointsBack(r, scope, open) || s.has('harm')) return [];
  const chains = scope.cue ? speakers(r, page, scope) : [[]];
  const evidence: Range[] = [s.span(scope.verb === 'unsure' || silent ? 0 : scope.from, silent ? open.to : s.length)];
  return meant(r, page).flatMap(({ draft }) =>
    chains.map((chain) => ({
      ...draft,
      evidence,
      chain,
      stance: scope.verb === 'deny' ? ('denies' as const) : ('does not confirm' as const),
      hedged: false,
      line: r.line,
      munitions: null,
      stage: 'ACCOMPLISHED' as const,
      outcome: 'unknown' as const,
      perpetrators: scope.verb === 'deny' ? disowned(s, page, chain.at(-1)?.speaker ?? page.voice) : [],
      killed: null,
      injured: null,
    })),
  );
}
