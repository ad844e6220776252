import type { AnswerView } from '../operations/outputs.ts';
import { across, bar, ticks } from './axis.ts';
import { Count } from './fill.tsx';
import { number } from './format.ts';
import { say, type Page } from './page.ts';

type Bounds = Pick<AnswerView, 'low' | 'best' | 'high'>;

/** Low, best and high as three numbers and as a picture of the range between them. */
export function AnswerFigure({ page, answer }: { page: Page; answer: Bounds }) {
  const { low, best, high } = answer;
  return (
    <figure class="answer">
      <dl class="bounds">
        <Bound page={page} name="low" value={low} />
        <Bound page={page} name="best" value={best} />
        <Bound page={page} name="high" value={high ?? best} open={high === null} />
      </dl>
      <Range page={page} answer={answer} />
    </figure>
  );
}

interface BoundProps {
  page: Page;
  name: 'low' | 'best' | 'high';
  value: number;
  open?: boolean;
}

function Bound({ page, name, value, open }: BoundProps) {
  return (
    <div class={`bound bound-${name}`}>
      <dt>{say(page, name)}</dt>
      <dd>
        <span class="bound-number">
          <Count page={page} n={value} />
          {open && <span class="bound-open"> {say(page, 'orMore')}</span>}
        </span>
        <span class="bound-meaning">{say(page, `${name}Meaning`)}</span>
      </dd>
    </div>
  );
}

/** Where a bar without an upper end stops and its arrow begins. */
const OPEN_END = 0.97;
const ARROW = { en: 'M-1 4 L13 17 L-1 30 Z', ar: 'M1 4 L-13 17 L1 30 Z' } as const;

/** The scale: a bar from low to high, a diamond at best; an open end runs off the scale with an arrow. */
function Range({ page, answer: { low, best, high } }: { page: Page; answer: Bounds }) {
  const steps = ticks(Math.max(high ?? best * 1.25, 4));
  const top = steps.at(-1)!;
  const title = say(page, 'scaleTitle', {
    low: number(page, low),
    best: number(page, best),
    high: high === null ? `${number(page, best)} ${say(page, 'orMore')}` : number(page, high),
    top: number(page, top),
  });
  const span = bar(page, Math.min(low / top, OPEN_END), high === null ? OPEN_END : high / top);
  return (
    <svg class="range" role="img" aria-label={title} width="100%" height="56">
      {steps.map((t) => (
        <Tick page={page} at={t / top} label={number(page, t)} />
      ))}
      <rect class="range-bar" {...span} y="10" height="14" rx="2" />
      {high === null && <Mark page={page} at={OPEN_END} shape={ARROW[page.language]} />}
      <Mark page={page} at={best / top} shape="M0 3 L9 17 L0 31 L-9 17 Z" best />
    </svg>
  );
}

function Tick({ page, at, label }: { page: Page; at: number; label: string }) {
  const x = `${across(page, at)}%`;
  const atLeft = across(page, at) < 1;
  const anchor = atLeft ? 'start' : across(page, at) > 99 ? 'end' : 'middle';
  return (
    <>
      <line class="grid" x1={x} x2={x} y1="4" y2="36" />
      <text class="tick" x={x} y="51" text-anchor={anchor} direction="ltr">
        {label}
      </text>
    </>
  );
}

function Mark({ page, at, shape, best }: { page: Page; at: number; shape: string; best?: boolean }) {
  return (
    <svg x={`${across(page, at)}%`} y="0" overflow="visible" aria-hidden="true">
      <path class={best ? 'range-best' : 'range-bar'} d={shape} />
    </svg>
  );
}
