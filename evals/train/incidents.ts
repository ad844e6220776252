/**
 * `npx tsx evals/train/incidents.ts`: learns the models of the general reader (data/lexicons/incidents) from the train
 * documents of MUC-4, stage by stage; every stage sees the ones before it as they score texts that they have not seen.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { dayOf } from '../../src/extract/times/calendar.ts';
import { dateChoices } from '../../src/extract/general/incident-dates.ts';
import { STATUSES, TYPES, type Status } from '../../src/extract/general/knowledge.ts';
import { openings } from '../../src/extract/general/openings.ts';
import { documentFeatures, entities, inContext, mayFill, ROLES } from '../../src/extract/general/roles.ts';
import { statusFeatures, type Entity, type Role } from '../../src/extract/general/roles.ts';
import { worthFeatures } from '../../src/extract/general/worth.ts';
import { stem } from '../../src/extract/text/stem.ts';
import { tokenise } from '../../src/extract/text/tokens.ts';
import { Words } from '../../src/extract/text/words.ts';
import { datedSentences, tellingOf, wordingOf, type Wording } from '../../src/extract/general/wording.ts';
import { readLanguage } from '../../src/operations/data-files.ts';
import { publishedOn } from '../adapters/muc4.ts';
import { DATA, house } from '../house.ts';
import { readLines, shared } from '../labelled.ts';
import { commonWords } from './common-words.ts';
import type { Seen } from './logistic.ts';
import { crossed, type How, type Written } from './model.ts';
import { headOf, keyOf, type Key, type Keyed } from './muc4-keys.ts';

/** A document with all that is known of it so far; scores are those of models that have not seen it. */
interface Text {
  key: Key;
  wording: Wording;
  telling: number[];
  relevance: number;
  whole: string[];
  entities: Entity[];
  chosen: { role: Role; entity: Entity; score: number }[];
}

const documents = readLines<Keyed>(shared('data', 'muc4', 'train.jsonl'));
const { lexicon } = await house();
const { grammar } = lexicon;
const { lexicons } = await readLanguage(DATA);
const common = commonWords(documents);
const words = new Words(lexicons.nouns, common.join(' '));

const texts = documents.map((d): Text => ({
  key: keyOf(d),
  wording: wordingOf(d.text, Date.parse(publishedOn(d.dateline?.date)), lexicon, { grammar, words }),
  telling: [],
  relevance: 0,
  whole: [],
  entities: [],
  chosen: [],
}));

/** No name ships: every word of a feature is a common one or one of a closed class. */
const MARKS = new Set([
  'name',
  'long',
  'ancient',
  'half',
  'first',
  'firstdate',
  'newdate',
  'samedate',
  'nodate',
  'clear',
  'othertype',
  'noplace',
  'sameplace',
  'newplace',
  'firstplace',
  'lead',
  'rel',
  'best',
  'clear',
]);
const stems = new Set(common);
const small = (w: string): boolean => grammar.classOf(tokenise(w, [0, w.length], lexicon.forms)[0]!) !== 'noun';
const may = (feature: string): boolean =>
  feature.startsWith('suf=') ||
  feature
    .replace(/[A-Za-z]+\d?[=:&]/g, ' ')
    .toLowerCase()
    .split(/[^a-z']+/)
    .every((w) => w.length < 3 || MARKS.has(w) || stems.has(w) || stems.has(stem(w)) || words.of(w).common || small(w));

const how = (least: number, sparse: number, rounds: number, rate: number): How => ({
  least,
  sparse,
  rounds,
  rate,
  may,
});

const wordsOf = (t: Text, e: Entity): string => t.wording.text.slice(...e.mentions[0]!.span);
const headIn = (t: Text, e: Entity): string => headOf(wordsOf(t, e));

/** Whether a sentence holds a phrase that fills a role. */
function tells(t: Text, sentence: number): boolean {
  const s = t.wording.parses[sentence]!;
  const heads = s.phrases.map((p) => headOf(t.wording.text.slice(s.tokens[p.from]!.from, s.tokens[p.head]!.to)));
  return heads.some((h) => ROLES.some((r) => t.key.sure[r].has(h)));
}

function telling(): Written {
  const seen = ({ key, wording: w }: Text, t: Text): Seen[] =>
    key.open
      ? []
      : w.features.map((_, i) => ({
          features: inContext(w.features, i),
          is: tells(t, i),
        }));
  return crossed(
    texts.length,
    how(5, 8e-5, 6, 0.05),
    (i) => seen(texts[i]!, texts[i]!),
    (i, of) => {
      const t = texts[i]!;
      t.telling = t.wording.features.map((_, n) => of(inContext(t.wording.features, n)));
      t.whole = documentFeatures(t.wording.features, t.telling);
    },
  );
}

/** A question that is asked of a whole text. */
const asked = (is: (k: Key) => boolean, keep: (t: Text, score: number) => void): Written =>
  crossed(
    texts.length,
    how(4, 8e-4, 15, 0.03),
    (i) => [
      {
        features: texts[i]!.whole,
        is: is(texts[i]!.key),
        weight: texts[i]!.key.open ? 0.3 : 1,
      },
    ],
    (i, of) => keep(texts[i]!, of(texts[i]!.whole)),
  );

function roles(): Record<Role, Written> {
  for (const t of texts) {
    const { parses, features } = t.wording;
    t.entities = entities(parses, features, { relevance: t.relevance, telling: t.telling }, words);
  }
  const learn = (role: Role): Written => {
    const fits = (t: Text): Entity[] => t.entities.filter((e) => mayFill(e, role));
    const sure = ({ key }: Text, h: string): boolean => key.sure[role].has(h) || !key.optional[role].has(h);
    return crossed(
      texts.length,
      how(4, 1.5e-5, 10, 0.05),
      (i) =>
        fits(texts[i]!)
          .filter((e) => sure(texts[i]!, headIn(texts[i]!, e)))
          .map((e) => ({
            features: e.features,
            is: texts[i]!.key.sure[role].has(headIn(texts[i]!, e)),
          })),
      (i, of) =>
        choose(
          texts[i]!,
          fits(texts[i]!).map((entity) => ({
            role,
            entity,
            score: of(entity.features),
          })),
        ),
    );
  };
  return Object.fromEntries(ROLES.map((r) => [r, learn(r)])) as Record<Role, Written>;
}

/** Keeps the likely ones, likeliest first, one for each head. */
function choose(t: Text, scored: Text['chosen']): void {
  const seen = new Set<string>();
  const likely = scored.filter((x) => x.score > -1).sort((a, b) => b.score - a.score);
  t.chosen.push(...likely.filter(({ entity }) => !seen.has(entity.head) && seen.add(entity.head)));
}

const scopesOf = (t: Text): string[][] => t.wording.features.map((f) => words.nouns.scopes(f));

const statuses = (): Record<Status, Written> =>
  Object.fromEntries(
    (Object.keys(STATUSES) as Status[]).map((status) => [
      status,
      crossed(
        texts.length,
        how(3, 1e-3, 20, 0.05),
        (i) =>
          texts[i]!.entities.flatMap((e) => {
            const told = texts[i]!.key.status.get(headIn(texts[i]!, e));
            return told
              ? [
                  {
                    features: statusFeatures(e, texts[i]!.telling, scopesOf(texts[i]!)),
                    is: told === status,
                  },
                ]
              : [];
          }),
        () => {},
      ),
    ]),
  ) as Record<Status, Written>;

const dated = (t: Text): ReturnType<typeof datedSentences> => datedSentences(t.wording, t.telling, t.chosen);

const dates = (): Written =>
  crossed(
    texts.length,
    { ...how(3, 3e-4, 12, 0.05), choice: true },
    (i) => {
      const t = texts[i]!;
      if (!t.key.relevant || !t.key.dated) return [];
      return dateChoices(dated(t), dayOf(t.wording.wall), words).map((c) => ({
        features: c.features,
        is: t.key.days.has(`${c.span.from} ${c.span.to}`),
      }));
    },
    () => {},
  );

/** Sentences after the first that tell of an incident; those that speak of another template than all before open one. */
function opened(t: Text): Seen[] {
  const done = new Set<number>();
  let now = -1;
  return openings(tellingOf(t.wording, { ...t, dated: dated(t) }, words)).flatMap(({ sentence, features }, n) => {
    const s = t.wording.parses[sentence]!;
    const heads = new Set(
      s.phrases.map((p) => headOf(t.wording.text.slice(s.tokens[p.from]!.from, s.tokens[p.head]!.to))),
    );
    const of = t.key.templates.flatMap((known, k) => ([...known].some((h) => heads.has(h)) ? [k] : []));
    const other = of.length > 0 && now >= 0 && !of.includes(now) && !done.has(of[0]!);
    if (of.length > 0 && !of.includes(now)) now = of[0]!;
    for (const k of of) done.add(k);
    return n === 0 ? [] : [{ features, is: other }];
  });
}

const opening = (): Written =>
  crossed(
    texts.length,
    how(4, 5e-4, 15, 0.05),
    (i) => (texts[i]!.key.relevant ? opened(texts[i]!) : []),
    () => {},
  );

/** Whether the text tells of an incident after all, once its parts are known. */
const worth = (): Written =>
  crossed(
    texts.length,
    how(4, 8e-4, 15, 0.05),
    (i) => [
      {
        features: worthFeatures(texts[i]!),
        is: texts[i]!.key.relevant,
        weight: texts[i]!.key.open ? 0.3 : 1,
      },
    ],
    () => {},
  );

const CREDIT = `# Learnt by evals/train/incidents.ts on the 1,300 DEV documents of MUC-3 and MUC-4 (message understanding conferences,
# DARPA and NIST, public domain); only single common words, patterns of at most three of them, and numbers are kept.
`;

function write(file: string, parts: Record<string, unknown>): void {
  const text = CREDIT + dump(parts, { lineWidth: 120 });
  writeFileSync(join(DATA, 'lexicons', 'incidents', `${file}.yaml`), text);
  console.log(file, text.length);
}

write('words', { common: common.join(' ') });
const told = telling();
const relevance = asked(
  (k) => k.relevant,
  (t, score) => (t.relevance = score),
);
write(
  'types',
  Object.fromEntries(
    TYPES.map((type) => [
      type,
      asked(
        (k) => k.types.has(type),
        () => {},
      ),
    ]),
  ),
);
write('roles', roles());
write('statuses', statuses());
write('dates', { dates: dates() });
write('texts', {
  telling: told,
  relevance,
  worth: worth(),
  opening: opening(),
});
