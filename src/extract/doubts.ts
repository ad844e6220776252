import type { Scope } from './hearing.ts';
import type { IncidentDraft, Range } from './draft.ts';
import type { Link } from './memory.ts';
import type { Page, Reading } from './page.ts';
import { voices } from './actors.ts';

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

/** Whether the sentence points back at one incident ("the report", "that", "those strikes") and names no place of its own. */
function pointsBack(r: Reading, scope: Scope): boolean {
  const s = r.scene;
  return (
    r.sites.length === 0 &&
    !s.has('series') &&
    (s.has('refer') || (scope.verb === 'unsure' && s.has('pronoun', scope.from, s.length)))
  );
}

/** Claims that leave an incident open or deny it: they describe the proposition and find nothing. */
export function doubts(r: Reading, page: Page, scope: Scope): IncidentDraft[] {
  const s = r.scene;
  const verify = s.all('gist').some((g) => g.value === 'verify');
  const open = scope.verb === 'unsure' || scope.verb === 'deny' || verify;
  const last = page.told.findLast(
    (t) => t.draft.place !== null && t.draft.stance !== 'does not confirm' && r.line - t.draft.line <= NEAR,
  );
  if (!open || !last || !pointsBack(r, scope) || s.has('harm')) return [];
  const chains = scope.cue ? speakers(r, page, scope) : [[]];
  return chains.map((chain) => ({
    ...last.draft,
    evidence: [s.span(scope.verb === 'unsure' || verify ? 0 : scope.from, s.length) as Range],
    chain,
    stance: scope.verb === 'deny' ? 'denies' : 'does not confirm',
    hedged: false,
    line: r.line,
    munitions: null,
    stage: 'ACCOMPLISHED',
    outcome: 'unknown',
    perpetrators: [],
    killed: null,
    injured: null,
  }));
}
