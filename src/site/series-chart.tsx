import type { AnswerView } from '../operations/outputs.ts';
import { across, bar } from './axis.ts';
import { Count } from './fill.tsx';
import { bound, day, listed, number, shortDay } from './format.ts';
import { nameIn } from '../model/names.ts';
import { Named } from './named.tsx';
import { say, type Page } from './page.ts';
import { dayOf, seriesOf, type Series } from './series.ts';

const HEIGHT = 280;
const TOP = 12;
const FLOOR = HEIGHT - 28;

/** Marks of the voices, told apart by shape; the last stands for all other voices. */
const SHAPES = [
  'M-6 -6 H6 V6 H-6 Z',
  'M0 -7.5 L7 6 H-7 Z',
  'M0 -8 L8 0 L0 8 L-8 0 Z',
  'M0 8 L7 -5.5 H-7 Z',
  'M-2.5 -7 H2.5 V-2.5 H7 V2.5 H2.5 V7 H-2.5 V2.5 H-7 V-2.5 H-2.5 Z',
];
const OTHER = 'M-4 0 a4 4 0 1 0 8 0 a4 4 0 1 0 -8 0 Z';
const shapeOf = (voice: number): string => SHAPES[voice] ?? OTHER;

/** Our running count beside the tallies of others, day by day; the tables below and beside it hold the same. */
export function SeriesChart({ page, answer }: { page: Page; answer: AnswerView }) {
  const series = seriesOf(answer);
  if (!series) return <p class="quiet">{say(page, 'chartEmpty')}</p>;
  return (
    <figure class="series">
      <svg class="chart" role="img" aria-label={titleOf(page, series)} width="100%" height={HEIGHT}>
        <Axes page={page} series={series} />
        <Band page={page} series={series} />
        <OurSteps page={page} series={series} />
        {series.tallies.map((t) => (
          <svg x={x(page, series, t.at)} y={y(series, t.value)} overflow="visible">
            {t.open && <path class="mark-open" d="M0 -9 V-20 M-4 -16 L0 -21 L4 -16" />}
            <path class={t.voice < 0 ? 'mark mark-other' : 'mark'} d={shapeOf(t.voice)} />
          </svg>
        ))}
      </svg>
      <Legend page={page} series={series} />
      <DaysTable page={page} answer={answer} />
    </figure>
  );
}

/** Marks stand a little inside the frame, so that none is cut. */
const inset = (share: number): number => 0.02 + share * 0.96;
const share = (s: Series, at: number): number => inset((at - s.from) / (s.to - s.from));
const x = (page: Page, s: Series, at: number): string => `${across(page, share(s, at))}%`;
const y = (s: Series, value: number): number => Math.round(FLOOR - (value / s.steps.at(-1)!) * (FLOOR - TOP));

function titleOf(page: Page, s: Series): string {
  const latest = [...new Map(s.tallies.map((t) => [t.tally.voice.id, t])).values()];
  const list = latest.map(
    (t) => `${bound(page, t.tally)} ${say(page, 'per', { voice: nameIn(t.tally.voice.name, page.language) })}`,
  );
  return say(page, 'chartTitle', {
    first: number(page, s.days[0]?.best ?? 0),
    from: day(page, dayOf(s.days[0]?.at ?? s.from)),
    last: number(page, s.days.at(-1)?.best ?? 0),
    to: day(page, dayOf(s.days.at(-1)?.at ?? s.to)),
    tallies: list.length ? say(page, 'chartTallies', { list: listed(page, list) }) : say(page, 'chartNoTallies'),
  });
}

function Axes({ page, series }: { page: Page; series: Series }) {
  const marks = [0, 1 / 3, 2 / 3, 1].map((f) => Math.round(series.from + f * (series.to - series.from)));
  const dates = [...new Set(marks)];
  return (
    <>
      {series.steps.map((step) => (
        <>
          <line class="grid" x1="0" x2="100%" y1={y(series, step)} y2={y(series, step)} />
          <text
            class="tick"
            x={`${across(page, 0)}%`}
            y={y(series, step) - 4}
            text-anchor={page.language === 'ar' ? 'end' : 'start'}
            direction="ltr"
          >
            {number(page, step)}
          </text>
        </>
      ))}
      {dates.map((at, i) => (
        <text
          class="tick"
          x={x(page, series, at)}
          y={HEIGHT - 8}
          text-anchor={anchor(page, i, dates.length)}
          direction="ltr"
        >
          {ownDirection(shortDay(page, dayOf(at)))}
        </text>
      ))}
    </>
  );
}

/** A label keeps its own direction where the drawing's is fixed. */
const ownDirection = (text: string): string => `\u2068${text}\u2069`;

/** Labels at the ends of the axis stay inside it. */
function anchor(page: Page, i: number, of: number): 'start' | 'middle' | 'end' {
  if (i > 0 && i < of - 1) return 'middle';
  return (i === 0) === (page.language === 'en') ? 'start' : 'end';
}

/** From low to high as they stood day by day; open at the top where no most is known. */
function Band({ page, series }: { page: Page; series: Series }) {
  return (
    <g>
      {series.days.map((d, i) => {
        const { x: left, width } = bar(page, share(series, d.at), share(series, series.days[i + 1]?.at ?? series.to));
        const top = d.high === null ? TOP : y(series, d.high);
        const style = d.high === null ? 'band band-open' : 'band';
        return <rect class={style} x={left} width={width} y={top} height={y(series, d.low) - top} />;
      })}
    </g>
  );
}

/** A step up on each day on which the count grows; it stays level to the end of the axis. */
function OurSteps({ page, series }: { page: Page; series: Series }) {
  const points = [...series.days, { at: series.to, best: series.days.at(-1)?.best ?? 0 }];
  return (
    <g class="ours">
      {points.slice(1).map((p, i) => {
        const before = points[i]!;
        const [x1, x2, y1, y2] = [
          x(page, series, before.at),
          x(page, series, p.at),
          y(series, before.best),
          y(series, p.best),
        ];
        return (
          <>
            <line x1={x1} x2={x2} y1={y1} y2={y1} />
            {y1 !== y2 && <line x1={x2} x2={x2} y1={y1} y2={y2} />}
          </>
        );
      })}
    </g>
  );
}

function Legend({ page, series }: { page: Page; series: Series }) {
  const others = series.tallies.some((t) => t.voice < 0);
  return (
    <ul class="legend">
      <li>
        <svg class="swatch" width="24" height="16" aria-hidden="true">
          <g class="ours">
            <line x1="0" x2="12" y1="12" y2="12" />
            <line x1="12" x2="12" y1="12" y2="4" />
            <line x1="12" x2="24" y1="4" y2="4" />
          </g>
        </svg>
        {say(page, 'ourCount')}
      </li>
      {series.days.length > 0 && (
        <li>
          <svg class="swatch" width="24" height="16" aria-hidden="true">
            <rect class="band" width="24" height="16" />
          </svg>
          {say(page, 'bandLegend')}
        </li>
      )}
      {series.voices.map((voice, i) => (
        <li>
          <LegendMark voice={i} />
          <Named page={page} name={voice.name} />
        </li>
      ))}
      {others && (
        <li>
          <LegendMark voice={-1} />
          {say(page, 'chartOtherVoices')}
        </li>
      )}
    </ul>
  );
}

const LegendMark = ({ voice }: { voice: number }) => (
  <svg class="swatch" width="16" height="16" viewBox="-9 -9 18 18" aria-hidden="true">
    <path class={voice < 0 ? 'mark mark-other' : 'mark'} d={shapeOf(voice)} />
  </svg>
);

function DaysTable({ page, answer }: { page: Page; answer: AnswerView }) {
  if (!answer.days.length) return null;
  return (
    <details>
      <summary>{say(page, 'chartTable')}</summary>
      <table class="days">
        <caption class="hidden">{say(page, 'chartTable')}</caption>
        <thead>
          <tr>
            <th scope="col">{say(page, 'chartDay')}</th>
            <th scope="col">{say(page, 'chartLow')}</th>
            <th scope="col">{say(page, 'ourCount')}</th>
            <th scope="col">{say(page, 'chartHigh')}</th>
          </tr>
        </thead>
        <tbody>
          {answer.days.map((d) => (
            <tr>
              <th scope="row">
                <time dateTime={d.day}>{day(page, d.day)}</time>
              </th>
              <td>{number(page, d.low)}</td>
              <td>
                <Count page={page} n={d.best} />
              </td>
              <td>{d.high === null ? say(page, 'orMore') : number(page, d.high)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
