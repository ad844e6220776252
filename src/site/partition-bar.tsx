import { KNOWLEDGE, type Knowledge } from '../model/codes.ts';
import type { AnswerView } from '../operations/outputs.ts';
import { bar } from './axis.ts';
import { KNOWLEDGE_WORDS, wordsOf } from './code-words.ts';
import { Count } from './fill.tsx';
import { listed, number } from './format.ts';
import { say, type Page } from './page.ts';

/** Fills that differ in pattern, so that none is told by colour alone. */
const FILLS: Readonly<Record<Knowledge, string>> = {
  both: 'share-both',
  'acknowledged only': 'share-acknowledged',
  'claimed only': 'share-claimed',
  'reported only': 'share-reported',
};

type Parts = Pick<AnswerView, 'best' | 'partition' | 'contested'>;

/** Who knows of the incidents of the best count: a bar, and the same in words. */
export function PartitionBar({ page, answer, id }: { page: Page; answer: Parts; id: string }) {
  const { best, partition, contested } = answer;
  const told = KNOWLEDGE.map((k) => `${wordsOf(KNOWLEDGE_WORDS, k, page.language)} ${number(page, partition[k])}`);
  const title = say(page, 'partitionTitle', { best: number(page, best), parts: listed(page, told) });
  return (
    <figure class="partition">
      <figcaption>{say(page, 'partition')}</figcaption>
      {best > 0 && (
        <svg class="partition-bar" role="img" aria-label={title} width="100%" height="28">
          <Patterns id={id} />
          {sharesOf(partition, best).map(({ knowledge, from, to }) => (
            <rect
              class={FILLS[knowledge]}
              fill={`url(#${id}-${FILLS[knowledge]})`}
              {...bar(page, from, to)}
              y="1"
              height="26"
            />
          ))}
        </svg>
      )}
      <ul class="legend">
        {KNOWLEDGE.map((k) => (
          <li>
            <Swatch id={id} fill={FILLS[k]} />
            <span>{wordsOf(KNOWLEDGE_WORDS, k, page.language)}</span>{' '}
            <strong>
              <Count page={page} n={partition[k]} />
            </strong>
          </li>
        ))}
      </ul>
      {best > 0 && (
        <p class="quiet">
          {contested ? say(page, 'contestedMark', { n: number(page, contested) }) : say(page, 'contestedNone')}
        </p>
      )}
    </figure>
  );
}

function sharesOf(partition: Parts['partition'], best: number): { knowledge: Knowledge; from: number; to: number }[] {
  let from = 0;
  return KNOWLEDGE.filter((k) => partition[k] > 0).map((knowledge) => {
    const to = from + partition[knowledge] / best;
    const share = { knowledge, from, to };
    from = to;
    return share;
  });
}

const Swatch = ({ id, fill }: { id: string; fill: string }) => (
  <svg class="swatch" width="16" height="16" aria-hidden="true">
    <Patterns id={`${id}-k-${fill}`} only={fill} />
    <rect class={fill} fill={`url(#${id}-k-${fill}-${fill})`} x="1" y="1" width="14" height="14" />
  </svg>
);

/** Solid, hatched, crossed, dotted. */
const PATTERNS: Readonly<Record<string, string>> = {
  'share-both': '',
  'share-acknowledged': 'M-2 2 L2 -2 M0 8 L8 0 M6 10 L10 6',
  'share-claimed': 'M0 4 H8 M4 0 V8',
  'share-reported': 'M2 2 h1 v1 h-1 Z M6 6 h1 v1 h-1 Z',
};

function Patterns({ id, only }: { id: string; only?: string }) {
  return (
    <defs>
      {Object.entries(PATTERNS).map(
        ([name, d]) =>
          (!only || only === name) && (
            <pattern id={`${id}-${name}`} width="8" height="8" patternUnits="userSpaceOnUse">
              <rect class={`${name}-ground`} width="8" height="8" />
              <path class={`${name}-lines`} d={d} />
            </pattern>
          ),
      )}
    </defs>
  );
}
