import type { Scope } from './hearing.ts';
import type { IncidentDraft, Range } from '../draft.ts';
import type { Link } from './memory.ts';
import { disowned } from '../incidents/parties.ts';
import type { Page, Reading, Told } from '../page.ts';
import { voices } from './actors.ts';
import type { Hit, Scene } from '../scene.ts';
import { gists } from './unclaimed.ts';

/** Tokens that a clause has at least. */
const LEAST = 4;

/** How many lines back the incident may stand that somebody does not confirm. */
const NEAR = 3;

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
  const hit = gists(s, from, end).find((g) => OPEN.has(g.value));
  let to = hit?.to ?? end;
  while (hit && to < end && !s.starts('while', to) && !s.isMark(to, ';؛')) to++;
  return { hit, to };
}

/** "لم يصدر عن … أي تعليق": of the incident told, which need not be named again. */
const uttered = (s: Scene, hit: Hit): boolean => /^(يصدر|تصدر)$/.test(s.key(hit.from + 1));

/** Whether the scope is the latter part of one (see `parted`). */
const partedOff = (scope: Scope): boolean => scope.from >= LEAST && scope.cue === null && scope.verb === 'own';

/** Whether those words at `hit` open a clause of their own ("…، ولم تتبن أي جهة الهجوم"), and where it begins. */
function opening(s: Scene, hit: Hit): number | null {
  const lead = s.ends('while', hit.from);
  if (lead) return lead.from;
  return s.isMark(hit.from - 1, ',،') || s.text[s.tokens[hit.from]!.from] === 'و' ? hit.from : null;
}

/** The scope as it stands, or parted where a clause behind what it tells leaves that open: nobody in particular says so. */
export function parted(s: Scene, scope: Scope): Scope[] {
  const hit = s.all('gist', scope.from, scope.to).find((g) => OPEN.has(g.value));
  const at =
    hit && s.language === 'ar' && (scope.verb === 'deny' || s.has('act', scope.from, hit.from))
      ? opening(s, hit)
      : null;
  if (at === null || at - scope.from < LEAST) return [scope];
  return [
    { ...scope, to: at },
    { from: at, to: scope.to, chain: [], verb: 'own', cue: null },
  ];
}

/** Whether the words point back at one incident ("the report", "that", "those strikes") and name no place of their own. */
function pointsBack(r: Reading, scope: Scope, open: { hit: Hit | undefined; to: number }): boolean {
  const s = r.scene;
  const behind = partedOff(scope) ? scope.from : 0;
  if (r.sites.some((p) => p.from >= behind && p.to <= open.to) || s.has('series', behind, open.to)) return false;
  return (
    s.has('refer') ||
    (open.hit?.value === 'unclaimed' && answers(s, open.hit)) ||
    (open.hit !== undefined && (partedOff(scope) || uttered(s, open.hit))) ||
    (scope.verb === 'unsure' && s.has('pronoun', Math.max(scope.from, scope.cue?.[1] ?? 0), s.length))
  );
}

/** "No claim from any faction", "no faction had claimed responsibility": of the attack told, where "neither was claimed" is of a series. */
const answers = (s: Scene, hit: Hit): boolean =>
  s.language === 'ar' || [hit.from + 1, hit.to, hit.to - 1].some((i) => /^(claim|responsibility)$/.test(s.key(i)));

/** What it points back at: the incident told last near by, or both where it says so ("الهجومين"). */
function meant(r: Reading, page: Page): Told[] {
  const near = page.told.filter((t) => t.draft.stance !== 'does not confirm' && r.line - t.draft.line <= NEAR);
  const both = r.scene.all('dual').some((d) => d.value === 'attack') || r.scene.has('pair');
  return near.slice(both ? -2 : -1);
}

/** Who has not spoken ("لم يصدر عن القيادة المركزية أي تعليق"). */
function muteIn(r: Reading, page: Page, open: { hit: Hit | undefined; to: number }): Link | undefined {
  if (open.hit?.value !== 'verify' || !uttered(r.scene, open.hit)) return undefined;
  const v = voices(r.scene, page.cast).find((x) => x.from >= open.hit!.to && x.to <= open.to);
  return v && { speaker: v.id, via: null, cue: r.scene.span(v.from, v.to) };
}

/** Where the words begin that leave it open: with the sentence, unless a conjunction has them follow what else it tells. */
function startOf(s: Scene, scope: Scope): number {
  const from = Math.min(scope.cue?.[0] ?? scope.from, scope.from);
  const follows = from > 0 && (partedOff(scope) || s.text[s.tokens[from]!.from] === 'و');
  return follows ? from : 0;
}

/** Claims that leave an incident open or deny it: they describe the proposition and find nothing. */
export function doubts(r: Reading, page: Page, scope: Scope): IncidentDraft[] {
  const s = r.scene;
  const open = openIn(r, scope);
  // That nobody has claimed an attack leaves no attack open.
  if (open.hit?.value === 'unclaimed') return [];
  const silent = open.hit !== undefined;
  if (!silent && scope.verb !== 'unsure' && scope.verb !== 'deny') return [];
  // Who denies having known denies no attack.
  if (scope.verb === 'deny' && s.has('unaware', scope.from, scope.to)) return [];
  if (!pointsBack(r, scope, open) || s.has('harm', partedOff(scope) ? scope.from : 0)) return [];
  const mute = scope.cue ? undefined : muteIn(r, page, open);
  const chains = scope.cue ? speakers(r, page, scope) : [mute ? [mute] : []];
  const evidence: Range[] = [
    s.span(scope.verb === 'unsure' || silent ? startOf(s, scope) : scope.from, silent ? open.to : s.length),
  ];
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
