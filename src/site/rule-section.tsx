import { nameIn } from '../model/names.ts';
import type { RulesView } from '../operations/rules.ts';
import {
  EVENT_WORDS,
  GRADE_WORDS,
  KNOWLEDGE_WORDS,
  OUTCOME_WORDS,
  RULE_UNIT_WORDS,
  STAGE_WORDS,
  UNIT_WORDS,
  wordsOf,
  type Words,
} from './code-words.ts';
import { Facts } from './facts.tsx';
import { Fill } from './fill.tsx';
import { capital, dayRange, listed, number } from './format.ts';
import { Named, NameList } from './named.tsx';
import { link, questionPath, say, type Page } from './page.ts';

type RuleDetail = RulesView['rules'][number];

/** Every rule as it is written: what it counts, where, on whom, by whom, and which grades it takes. */
export function RuleSection({ page, view }: { page: Page; view: RulesView }) {
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">{say(page, 'rulesTitle')}</h2>
      <p>{say(page, view.rules.length ? 'rulesLead' : 'rulesNone')}</p>
      {view.rules.map((rule) => (
        <article class="rule" id={`rule-${rule.id}`}>
          <h3>{capital(nameIn(rule.label, page.language))}</h3>
          <p class="quiet">
            <Fill
              page={page}
              text="ruleLine"
              with={{ id: <bdi dir="ltr">{rule.id}</bdi>, version: number(page, rule.version) }}
            />
          </p>
          <p>
            <Named page={page} name={rule.description} />
            {rule.note && (
              <>
                {' '}
                (<Named page={page} name={rule.note} />)
              </>
            )}
          </p>
          <RuleFacts page={page} rule={rule} />
          <p class="rule-links">
            <a href={link(page, questionPath(rule.id))}>{say(page, 'ruleAsk')}</a>{' '}
            <a href={link(page, `${questionPath(rule.id)}/compare`)}>{say(page, 'compareLink')}</a>
          </p>
        </article>
      ))}
    </section>
  );
}

function RuleFacts({ page, rule: r }: { page: Page; rule: RuleDetail }) {
  const codes = <K extends string>(table: Words<K>, list: readonly string[] | null): string =>
    list
      ? listed(
          page,
          list.map((c) => wordsOf(table, c, page.language)),
        )
      : say(page, 'ruleAny');
  const names = (list: RuleDetail['targets']) =>
    list ? <NameList page={page} names={list.map((x) => x.name)} /> : say(page, 'ruleAny');
  const window = dayRange(page, r.window.since, r.window.until) ?? say(page, 'ruleWindowOpen');
  const doers =
    r.perpetrators && !r.members ? (
      <Fill page={page} text="ruleAlone" with={{ names: names(r.perpetrators) }} />
    ) : (
      names(r.perpetrators)
    );
  return (
    <Facts
      page={page}
      facts={[
        ['ruleUnit', wordsOf(RULE_UNIT_WORDS, r.unit, page.language)],
        ['ruleEvents', codes(EVENT_WORDS, r.events)],
        ['ruleStages', codes(STAGE_WORDS, r.stages)],
        ['ruleOutcomes', codes(OUTCOME_WORDS, r.outcomes)],
        ['rulePlaces', names(r.places)],
        ['ruleTargets', names(r.targets)],
        ['rulePerpetrators', doers],
        ['ruleKnown', codes(KNOWLEDGE_WORDS, r.known)],
        [
          'ruleWindow',
          <Fill page={page} text="ruleZone" with={{ window, zone: <bdi dir="ltr">{r.window.zone}</bdi> }} />,
        ],
        ['ruleGradesLow', codes(GRADE_WORDS, r.knowledge.low)],
        ['ruleGradesBest', codes(GRADE_WORDS, r.knowledge.best)],
        ['ruleBeside', r.compares.length > 0 && codes(UNIT_WORDS, r.compares)],
        [
          'ruleVersions',
          listed(
            page,
            r.versions.map((v) => number(page, v)),
          ),
        ],
      ]}
    />
  );
}
