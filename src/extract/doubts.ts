import type { Scope } from './hearing.ts';
import type { IncidentDraft, Range } from './draft.ts';
import type { Link } from './memory.ts';
import { disowned } from './parties.ts';
import type { Page, Reading, Told } from './page.ts';
import { voices } from './actors.ts';
import type { Scene } from './scene.ts';

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
const opens = (s: Scene, value: string): boolean => s.all('gist').some((g) => g.value === value);

/** Whether the sentence points back at one incident ("the report", "that", "those strikes") and names no place of its own. */
function pointsBack(r: Reading, scope: Scope): boolean {
  const s = r.scene;
  if (r.sites.length > 0 || s.has('series')) return false;
  return s.has('refer') || opens(s, 'unclaimed') || (scope.verb === 'unsure' && s.has('pronoun', scope.from, s.length));
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
  const silent = opens(s, 'verify') || opens(s, 'unclaimed');
  const open = scope.verb === 'unsure' || scope.verb === 'deny' || silent;
  if (!open || !pointsBack(r, scope) || s.has('harm')) return [];
  const chains = scope.cue ? speakers(r, page, scope) : [[]];
  const evidence: Range[] = [s.span(scope.verb === 'unsure' || silent ? 0 : scope.from, s.length)];
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
