import type { Answer, MatchedTally } from '../model/answer.ts';
import { KNOWLEDGE, type Language } from '../model/codes.ts';
import { DAY, MINUTE, showDay, showWall, type Instant } from '../model/instant.ts';
import { nameIn } from '../model/names.ts';
import type { Rule } from '../model/rule.ts';
import { counted, inDigits, type Digits } from './numerals.ts';
import { ARTICLES, PHRASES, fill, type Counted, type Phrases } from './phrases.ts';
import type { Tables } from './scope.ts';
import { latest } from './tallies.ts';

export interface Saying extends Tables {
  rule: Rule;
  language: Language;
  digits?: Digits;
}

/** At most so many voices are told, then "and k more". */
const VOICES = 5;

/** An answer as one honest sentence: what others count, what we hold with its bounds, how it is known, what was reviewed, which rule. */
export function sentence(a: Answer, saying: Saying): string {
  const p = PHRASES[saying.language];
  const clauses = [...talliesIn(a, saying), ours(a, saying), reviewedIn(a, saying), ruleIn(saying)];
  return inDigits(
    `${opening(a, p)}${clauses.join(p.clause)}.`,
    saying.language === 'ar' ? (saying.digits ?? 'western') : 'western',
  );
}

/** The question in words: what is counted and over which window. */
export function question(a: Answer, { rule, language, digits }: Saying): string {
  const p = PHRASES[language];
  const { since, until } = a.window;
  const values = {
    label: nameIn(rule.label, language),
    since: since ? date(since, p) : '…',
    until: until ? date(until, p) : '…',
  };
  const text = until ? fill(p.until, values) : since ? fill(p.since, values) : values.label;
  return language === 'ar' ? inDigits(text, digits ?? 'western') : text;
}

function opening(a: Answer, p: Phrases): string {
  if (a.cutoff === null) return fill(p.atPoint, { n: a.n });
  const day = dayBefore(a.cutoff);
  // A cutoff is exclusive: the end of a day is its 24:00, any other is the minute before it ends.
  const time = a.cutoff % DAY === 0 ? '24:00' : showWall(a.cutoff - (a.cutoff % MINUTE === 0 ? 0 : 1)).slice(11);
  return fill(p.asOf, { date: date(day, p), time });
}
const dayBefore = (cutoff: Instant): string => showDay(cutoff - 1);

function date(day: string, p: Phrases): string {
  const [year, month, d] = day.split('-').map(Number) as [number, number, number];
  return fill(p.date, { day: d, month: p.months[month - 1]!, year });
}

function talliesIn(a: Answer, saying: Saying): string[] {
  const p = PHRASES[saying.language];
  const all = latest(a.tallies);
  if (!all.length) return [p.noTally];
  const told: string[] = [];
  let day = a.cutoff === null ? '' : dayBefore(a.cutoff);
  for (const t of all.slice(0, VOICES)) {
    const said = showDay(t.published);
    const when = said !== day ? fill(p.onDay, { date: date(said, p) }) : told.length ? p.sameDay : '';
    told.push(tallyIn(t, when, saying));
    day = said;
  }
  if (all.length > VOICES) told.push(counted(all.length - VOICES, p.more, saying.language));
  return told;
}

function tallyIn(t: MatchedTally, when: string, saying: Saying): string {
  const p = PHRASES[saying.language];
  const parts = t.parts.flatMap((part) => {
    const place = part.place === null ? undefined : saying.gazetteer.get(part.place);
    return place ? [fill(p.part, { number: numberIn(part, p), place: nameIn(place.name, saying.language) })] : [];
  });
  if (t.understood) parts.push(p.understood);
  const detail = `${when}${parts.length ? ` (${parts.join(p.list)})` : ''}`;
  return fill(p.tally, { number: numberIn(t, p), voice: voiceIn(t.voice, saying), detail });
}

function voiceIn(id: string, { actors, language }: Saying): string {
  const actor = actors.get(id);
  if (!actor) return id;
  // Remarks of the table ("unnamed", "category") are for the desk; "Senior official" opens no sentence here.
  const name = nameIn(actor.name, language).replace(/ \([^)]*\)$/, '');
  if (language === 'ar') return name;
  const article = ARTICLES[actor.kind] ?? '';
  return article === 'a ' && /^[A-Z][a-z]/.test(name) ? `a ${name[0]!.toLowerCase()}${name.slice(1)}` : article + name;
}

type Told = { low: number | null; high: number | null; about?: number | null };
function numberIn({ low, high, about }: Told, p: Phrases): string {
  if (low === null && high === null) return about == null ? p.unknown : fill(p.about, { about });
  if (low === null) return fill(p.atMost, { high: high! });
  if (high === null) return fill(p.atLeast, { low });
  return low === high ? fill(p.exactly, { low }) : fill(p.between, { low, high });
}

/** What the numbers of a rule count. */
const countedBy = ({ unit, harm }: Rule): Counted =>
  unit !== 'casualty' ? unit : harm.length > 1 ? 'killed and injured' : harm[0]!;

function ours(a: Answer, { language, rule }: Saying): string {
  const p = PHRASES[language];
  const bounds = {
    best: counted(a.best, p.counted[countedBy(rule)], language),
    low: fill(p.low, { n: a.low }),
    high: a.high === null ? fill(p.open, { n: a.best }) : fill(p.high, { n: a.high }),
  };
  if (a.best === 0) return fill(p.holdsNone, bounds);
  const shares = KNOWLEDGE.map((k) => fill(p.knowledge[k], { n: a.partition[k] }));
  const contested = fill(p.contested, { n: a.contested });
  return fill(p.holds, {
    ...bounds,
    partition: shares.join(p.list) + contested,
  });
}

function reviewedIn(a: Answer, { language }: Saying): string {
  const p = PHRASES[language];
  const text = fill(counted(a.reviewed.of, p.reviewed, language), { seen: a.reviewed.n });
  return a.reviewedOnly ? `${text} (${p.onlyReviewed})` : text;
}

function ruleIn({ rule, language }: Saying): string {
  const note = rule.note ? ` (${nameIn(rule.note, language)})` : '';
  return fill(PHRASES[language].rule, { id: rule.id, version: rule.version, note });
}
