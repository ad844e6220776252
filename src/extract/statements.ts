import type { Scope } from './speech/hearing.ts';
import type { Range, StatementDraft } from './draft.ts';
import type { Stance } from '../model/codes.ts';
import type { Page, Reading } from './page.ts';
import type { Hit } from './scene.ts';
import { gists } from './speech/unclaimed.ts';

/** Sentences about the whole series: who does it, claims it, backs it, how it is answered and counted. */
const STANCES: Readonly<Record<string, Stance>> = {
  verify: 'does not confirm',
  unclaimed: 'does not confirm',
  blame: 'accuses',
  threat: 'threatens',
};
const VERBS: Readonly<Record<string, Stance>> = {
  accuse: 'accuses',
  deny: 'denies',
  unsure: 'does not confirm',
  threaten: 'threatens',
  retract: 'retracts',
  claim: 'claims responsibility',
  confirm: 'confirms',
};

const LABEL: Readonly<Record<string, string>> = {
  motive: 'Motive',
  verify: 'Not confirmed',
  unclaimed: 'Not claimed',
  blame: 'Who is behind it',
  series: 'The series',
  overview: 'The series',
  define: 'Definition',
  policy: 'Policy',
  pursuit: 'Aftermath',
  lull: 'The series',
  threat: 'Threat',
  death: 'Death without an attack',
};

/** Gists that leave something open: without a speaker they are the report's own. */
const OPEN: ReadonlySet<string> = new Set(['verify', 'unclaimed']);

/** Whether the sentence is about the conflict at all: no statement is taken from other news. */
const onTopic = (r: Reading, page: Page): boolean =>
  ['force', 'deed', 'foe', 'weapon', 'series', 'threat'].some((cat) => r.scene.has(cat)) ||
  (page.cast.isGroup(page.voice) && r.scene.has('act'));

function edges(r: Reading, scope: Scope, hit: Hit): [number, number] {
  const s = r.scene;
  let [from, to] = [hit.from, hit.to];
  while (to < scope.to && !s.isMark(to, ',،;؛:')) to++;
  if (hit.value === 'motive') {
    // "نصرةً لأهلنا، ورداً على …": motives in a row are one.
    while (to + 1 < scope.to && s.isMark(to, ',،') && s.starts('gist', to + 1)?.value === 'motive')
      for (to += 2; to < scope.to && !s.isMark(to, ',،;؛:');) to++;
    return [from, to];
  }
  while (from > scope.from && !s.isMark(from - 1, ';؛:')) from--;
  // "They have not attacked since May, when a drone fell": only that they have not.
  if (hit.value === 'lull') return [from, to];
  while (to < scope.to && !s.isMark(to, ';؛')) to++;
  return [from, to];
}

/** "It had no part in the attack": who says so denies, whatever the verb. */
const disowns = ({ scene }: Reading, scope: Scope): boolean =>
  scope.cue !== null &&
  (scene.has('self', scope.from, scope.from + 3) || scene.has('pronoun', scope.from, scope.from + 3)) &&
  scene.all('disown', scope.from, scope.to).some((d) => scene.has('not', Math.max(scope.from, d.from - 4), d.to));

/** Gists that threaten where they are bound to a condition. */
const THREATENING: ReadonlySet<string> = new Set(['policy', 'series']);

/** "It would strike again should the talks drag on": what will be done, and on what condition. */
const conditioned = ({ scene }: Reading, scope: Scope): boolean =>
  scene.has('resolve', scope.from, scope.to) && scene.has('condition', scope.from, scope.to);

/** Whether the report is of a party to the conflict, who lays the blame itself where others only tell of it. */
const partial = ({ cast, voice }: Page): boolean =>
  cast.isForce(voice) || cast.isGroup(voice) || cast.isTargetSide(voice);

function stanceOf(r: Reading, scope: Scope, gist: string, page: Page): Stance {
  if (disowns(r, scope)) return 'denies';
  const verb = VERBS[scope.verb];
  const resolved = scope.cue !== null || page.cast.isGroup(page.voice);
  if (resolved && THREATENING.has(gist) && conditioned(r, scope) && verb !== 'denies') return 'threatens';
  if (gist === 'motive' || gist === 'policy' || gist === 'pursuit' || gist === 'define' || gist === 'death')
    return verb && scope.verb !== 'claim' && scope.verb !== 'confirm' ? verb : 'reports';
  if (gist === 'blame' && scope.chain.length === 0 && scope.verb === 'own' && !partial(page)) return 'reports';
  if (STANCES[gist])
    return gist === 'threat' && scope.chain.length === 0 && page.cast.groupOf(page.voice) === null
      ? 'reports'
      : STANCES[gist]!;
  return verb ?? 'reports';
}

/** Gists told in one breath with an incident or a figure. */
const BESIDE: ReadonlySet<string> = new Set(['motive', 'define', 'threat', 'lull']);

/** "No evidence that Iran ordered it" is a finding about Iran, no doubt about an attack. */
const names = (r: Reading, page: Page, range: readonly [number, number]): boolean =>
  r.scene.all('actor', range[0], range[1]).some((h) => page.cast.isState(h.value));

/** Verbs whose words are a claim whatever they are about. */
const TELLING: ReadonlySet<string> = new Set(['accuse', 'threaten', 'unsure', 'deny', 'claim', 'retract']);

/** Whether who speaks is a party to what the report tells, or has told of it before: what they say then is about it. */
function involved(page: Page, scope: Scope): boolean {
  const origin = scope.chain.at(-1)?.speaker ?? page.voice;
  const { cast } = page;
  return (
    cast.isForce(origin) ||
    cast.isGroup(origin) ||
    cast.isTargetSide(origin) ||
    page.drafts.some((d) => d.chain.at(-1)?.speaker === origin)
  );
}

/** Verbs that are part of what is claimed: without them the words say the contrary, or nothing. */
const CUED: ReadonlySet<string> = new Set(['unsure', 'accuse', 'retract']);

/** How many words make a statement of something that is merely said. */
const LEAST = 5;

/** Whether somebody named says something of the conflict that is no incident and no figure. */
function spoken(r: Reading, page: Page, scope: Scope): boolean {
  if (!scope.cue) return false;
  const length = scope.to - scope.from;
  if (r.scene.isMark(r.scene.length - 1, '?؟')) return false;
  if (TELLING.has(scope.verb)) return length >= (scope.verb === 'retract' ? 1 : 3);
  const about = onTopic(r, page) || involved(page, scope);
  return length >= LEAST && page.drafts.length > 0 && about && !r.scene.has('none', scope.from, scope.to);
}

/** "The ministry condemned the attack": the verb of saying is itself what is stated. */
const condemning = ({ scene }: Reading, { cue, from }: Scope): readonly Hit[] =>
  cue && cue[1] <= from ? scene.all('gist', ...cue).filter((g) => g.value === 'policy') : [];

/** "It condemned the attack on the base": an attack told before, of which the words tell nothing new. */
export const merelyCondemns = (r: Reading, page: Page, scope: Scope): boolean =>
  page.told.length > 0 &&
  condemning(r, scope).length > 0 &&
  !['act', 'harm', 'weapon'].some((cat) => r.scene.has(cat, scope.from, scope.to));

/** Statement claims of one scope; `told` says that an incident or figure was already read from it. */
export function statements(r: Reading, page: Page, scope: Scope, told: boolean): StatementDraft[] {
  const told0 = page.drafts.length > 0;
  const out: StatementDraft[] = [];
  const make = (range: readonly [number, number], gist: string): void => {
    const hedged = r.scene.has('hedge', range[0], range[1]);
    out.push({
      kind: 'statement',
      evidence: [r.scene.span(range[0], range[1]) as Range],
      chain: scope.loose || (OPEN.has(gist) && scope.cue === null) ? [] : scope.chain,
      stance:
        gist === 'verify' && r.scene.has('evidence') && names(r, page, range)
          ? 'reports'
          : stanceOf(r, scope, gist, page),
      hedged,
      auxiliary: null,
      line: r.line,
      gist: `${LABEL[gist] ?? 'Statement'}: ${r.scene.words(range[0], range[1])}`.slice(0, 300),
    });
  };
  for (const hit of [...condemning(r, scope), ...gists(r.scene, scope.from, scope.to)]) {
    if (told && !BESIDE.has(hit.value)) continue;
    if (
      !onTopic(r, page) &&
      !(told0 && (OPEN.has(hit.value) || hit.value === 'threat')) &&
      !(hit.value === 'threat' && scope.cue) &&
      !(hit.value === 'policy' && told0 && (scope.chain.length > 0 || !page.cast.isOutlet(page.voice))) &&
      !((hit.value === 'pursuit' || (hit.value === 'motive' && !page.cast.isOutlet(page.voice))) && told0)
    )
      continue;
    const range = edges(r, scope, hit);
    if ((hit.value === 'threat' || hit.from < scope.from || CUED.has(scope.verb)) && scope.cue)
      range[0] = Math.min(range[0], scope.cue[0]);
    if (range[1] - range[0] < 4 || out.some((o) => o.evidence[0]![1] > r.scene.tokens[range[0]]!.from)) continue;
    make(range, hit.value);
  }
  if (out.length === 0 && !told && spoken(r, page, scope))
    make(
      [CUED.has(scope.verb) ? Math.min(scope.from, scope.cue![0]) : scope.from, scope.to],
      scope.verb === 'threaten' ? 'threat' : 'series',
    );
  return out;
}
