import type { ComponentChildren } from 'preact';
import type { Grade, Knowledge } from '../model/codes.ts';
import { GRADE_WORDS, KNOWLEDGE_WORDS, wordsOf } from './code-words.ts';
import { Layout } from './layout.tsx';
import { METHOD } from './method-text.ts';
import { say, type Page } from './page.ts';

/** Grades as readers meet them: surest first. */
const GRADE_ORDER: readonly Grade[] = ['Confirmed', 'Fair', 'Weak', 'Contested', 'Discounted'];

/** How we count: claims, three nested sets, grades, who knows, tallies, two axes. */
export function MethodPage({ page, n }: { page: Page; n: number }) {
  const text = METHOD[page.language];
  const { language } = page;
  const sets = (['low', 'best', 'high'] as const).map((s) => [say(page, s), text.sets.items[s]] as const);
  const grades = GRADE_ORDER.map((g) => [wordsOf(GRADE_WORDS, g, language), text.grades.items[g]] as const);
  const knowledge = Object.entries(text.knowledge.items).map(
    ([k, meaning]) => [wordsOf(KNOWLEDGE_WORDS, k as Knowledge, language), meaning] as const,
  );
  return (
    <Layout page={page} title={say(page, 'method')} n={n}>
      <div class="prose">
        <h1>{say(page, 'method')}</h1>
        <p class="sentence">{text.lead}</p>
        <Part title={text.claims.title} paragraphs={text.claims.text} />
        <Part title={text.sets.title} paragraphs={[text.sets.lead]} terms={sets} after={text.sets.after} />
        <Part title={text.grades.title} paragraphs={[text.grades.lead]} terms={grades} after={text.grades.after} />
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
