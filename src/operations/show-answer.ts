import type { ComparisonView } from './comparison-view.ts';
import type { AnswerView, TallyView } from './outputs.ts';

/** An answer for a terminal: the sentence, the notices that belong to it, then incidents and tallies line by line. */
export function showAnswer(a: AnswerView, options: { brief?: boolean } = {}): string {
  const lines = [a.sentence.en, ...a.notices.map((n) => `Note: ${n.en}`)];
  if (options.brief) return lines.join('\n');
  const counted = a.incidents.filter((i) => i.set !== 'high');
  if (counted.length) {
    lines.push('', `Counted (${counted.length}):`);
    for (const i of counted)
      lines.push(`  ${i.code.padEnd(44)} ${i.grade.padEnd(10)} ${i.knowledge}${i.contested ? ', contested' : ''}`);
  }
  const doubtful = a.incidents.filter((i) => i.set === 'high');
  if (doubtful.length) {
    lines.push('', `Only in the high count (${doubtful.length}):`);
    for (const i of doubtful) lines.push(`  ${i.code.padEnd(44)} ${i.grade.padEnd(10)} ${i.why.join('; ')}`);
  }
  if (a.tallies.length) lines.push('', 'What others count:', ...a.tallies.map(showTally));
  for (const f of a.findings) lines.push(`  ! ${f.kind}: ${f.note} (${f.claims.join(', ')})`);
  return lines.join('\n');
}

/** One tally as a line: day, value, voice, its words, its claim. */
export function showTally(t: TallyView): string {
  const hedge = t.certainty === 'hedged' ? ', hedged' : '';
  const understood = t.understood ? ' (scope as understood)' : '';
  const words = t.words ? ` “${t.words.replace(/\s+/g, ' ')}”` : '';
  return `  ${t.published.slice(0, 10)}  ${value(t).padEnd(9)} per ${t.voice.name.en}${hedge}${understood}:${words} [${t.claim}]`;
}

/** A total or a step beside ours: `below  2 per pentagon, ours 3 (3–4) since … to …; claimed only: i-…`. */
export function showComparison(c: ComparisonView): string {
  const ours = `${c.ours.best} (${c.ours.low}–${c.ours.high ?? 'or more'})`;
  const days = c.kind === 'step' ? `${c.from} to ${c.to}` : `up to ${c.to}`;
  const gaps = c.stands === 'inside' ? [] : c.gaps.map((g) => `; ${g.why}: ${g.incidents.join(', ')}`);
  const sign = c.kind === 'step' ? '+' : '';
  return `  ${c.stands.padEnd(6)}  ${sign}${value(c.theirs)} per ${c.voice.name.en} ${days}, ours ${ours}${gaps.join('')} [${c.claims.join(', ')}]`;
}

/** A claimed value in short: 41+, 14–16, ~2,500, 23. */
export function value(t: Pick<TallyView, 'low' | 'high' | 'about'>): string {
  if (t.low !== null && t.high === null) return `${t.low}+`;
  if (t.low === null && t.high !== null) return `≤ ${t.high}`;
  if (t.low !== null) return t.low === t.high ? String(t.low) : `${t.low}–${t.high}`;
  return t.about === null ? '?' : `~${t.about.toLocaleString('en')}`;
}
