import type { ComponentChildren } from 'preact';
import type { Grade, Knowledge } from '../model/codes.ts';
import { GRADE_WORDS, KNOWLEDGE_WORDS, wordsOf } from './code-words.ts';
import type { RulesView } from '../operations/rules.ts';
import { Layout } from './layout.tsx';
import { METHOD } from './method-text.ts';
import { say, type Page } from './page.ts';
import { RuleSection } from './rule-section.tsx';
import { CREDIBILITY_WORDS } from './standing-words.ts';

const CREDIBILITY_ORDER = ['1', '2', '3', '4', '5', '6'] as const;
/** Grades as readers meet them: surest first. */
const GRADE_ORDER: readonly Grade[] = ['Confirmed', 'Fair', 'Weak', 'Contested', 'Discounted'];

/** How we count: claims, three nested sets, grades, who knows, tallies, two axes, and the rules in force. */
export function MethodPage({ page, view }: { page: Page; view: RulesView }) {
  const text = METHOD[page.language];
  const { language } = page;
  const sets = (['low', 'best', 'high'] as const).map((s) => [say(page, s), text.sets.items[s]] as const);
  const grades = GRADE_ORDER.map((g) => [wordsOf(GRADE_WORDS, g, language), text.grades.items[g]] as const);
  const knowledge = Object.entries(text.knowledge.items).map(
    ([k, meaning]) => [wordsOf(KNOWLEDGE_WORDS, k as Knowledge, language), meaning] as const,
  );
  const credibility = CREDIBILITY_ORDER.map((n) => [n, wordsOf(CREDIBILITY_WORDS, n, language)] as const);
  return (
    <Layout page={page} title={say(page, 'method')} n={view.n}>
      <div class="prose">
        <h1>{say(page, 'method')}</h1>
        <p class="sentence">{text.lead}</p>
        <Part title={text.claims.title} paragraphs={text.claims.text} />
        <Part title={text.sets.title} paragraphs={[text.sets.lead]} terms={sets} after={text.sets.after} />
        <Part title={text.grades.title} paragraphs={[text.grades.lead]} terms={grades} after={text.grades.after} />
        <Part
          title={text.credibility.title}
          paragraphs={[text.credibility.lead]}
          terms={credibility}
          after={text.credibility.after}
        />
        <Part
          title={text.knowledge.title}
          paragraphs={[text.knowledge.lead]}
          terms={knowledge}
          after={text.knowledge.after}
        />
        <Part title={text.tallies.title} paragraphs={text.tallies.text} />
        <Part title={text.axes.title} paragraphs={[text.axes.lead]} terms={text.axes.items} after={text.axes.after} />
        <Part title={text.limits.title} paragraphs={text.limits.text} />
      </div>
      <RuleSection page={page} view={view} />
    </Layout>
  );
}

interface PartProps {
  title: string;
  paragraphs: readonly ComponentChildren[];
  terms?: readonly (readonly [term: string, meaning: string])[];
  after?: string;
}

function Part({ title, paragraphs, terms, after }: PartProps) {
  return (
    <section>
      <h2>{title}</h2>
      {paragraphs.map((p) => (
        <p>{p}</p>
      ))}
      {terms && (
        <dl class="terms">
          {terms.map(([term, meaning]) => (
            <div>
              <dt>{term}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      )}
      {after && <p>{after}</p>}
    </section>
  );
}
