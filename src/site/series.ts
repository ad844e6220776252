import type { AnswerView, TallyView } from '../operations/outputs.ts';
import { ticks } from './axis.ts';
import { drawnAt } from './format.ts';

/** What the chart draws: our running count as steps in the band from low to high, and the tallies of others as marks, on one scale. */
export interface Series {
  /** First and last day of the axis, as days since 1970. */
  from: number;
  to: number;
  steps: number[];
  days: { at: number; low: number; best: number; high: number | null }[];
  tallies: { at: number; value: number; open: boolean; voice: number; tally: TallyView }[];
  /** Voices in the order in which they are told, most tallies first; the rest share one mark. */
  voices: TallyView['voice'][];
}

export const dayNumber = (day: string): number => Math.floor(Date.parse(day.slice(0, 10)) / 86_400_000);
export const dayOf = (n: number): string => new Date(n * 86_400_000).toISOString().slice(0, 10);

/** Voices with a mark of their own. */
export const VOICES = 5;

/** The series of an answer, or null when there is nothing to draw. */
export function seriesOf(answer: Pick<AnswerView, 'days' | 'tallies' | 'window' | 'cutoff'>): Series | null {
  const days = answer.days.map(({ day, ...bounds }) => ({ at: dayNumber(day), ...bounds }));
  const voices = voicesOf(answer.tallies);
  const tallies = answer.tallies.flatMap((tally) => {
    const value = drawnAt(tally);
    if (value === null) return [];
    const voice = voices.findIndex((v) => v.id === tally.voice.id);
    return [
      {
        at: dayNumber(tally.to ?? tally.published),
        value,
        open: tally.high === null && tally.low !== null,
        voice,
        tally,
      },
    ];
  });
  const all = [...days.map((d) => d.at), ...tallies.map((t) => t.at)];
  if (!all.length) return null;
  const since = answer.window.since === null ? [] : [dayNumber(answer.window.since)];
  const from = Math.min(...all, ...since);
  const to = Math.max(...all, from + 1);
  const top = Math.max(...days.map((d) => d.high ?? d.best), ...tallies.map((t) => t.value), 4);
  return { from, to, steps: ticks(top), days, tallies, voices };
}

function voicesOf(tallies: readonly TallyView[]): TallyView['voice'][] {
  const counts = new Map<string, { voice: TallyView['voice']; n: number }>();
  for (const { voice } of tallies) counts.set(voice.id, { voice, n: (counts.get(voice.id)?.n ?? 0) + 1 });
  return [...counts.values()]
    .sort((a, b) => b.n - a.n || (a.voice.id < b.voice.id ? -1 : 1))
    .slice(0, VOICES)
    .map((v) => v.voice);
}
