import type { ClaimView } from '../operations/outputs.ts';

/** A run of text under the same claims; `starts` and `ends` name the claims whose words begin and finish with it. */
export interface Segment {
  text: string;
  claims: string[];
  starts: string[];
  ends: string[];
}

interface Span {
  claim: string;
  from: number;
  to: number;
  first: boolean;
  last: boolean;
}

/** Paragraphs of a text, each cut where a claim's words begin or end (UTF-16 code units, half open). */
export function markedParagraphs(text: string, claims: readonly Pick<ClaimView, 'name' | 'claim'>[]): Segment[][] {
  const spans = claims.flatMap(spansOf);
  const paragraphs: Segment[][] = [];
  for (const { index, 0: paragraph } of text.matchAll(/[^\n](?:(?!\n\s*\n)[\s\S])*/g))
    paragraphs.push(segmentsOf(text, index, index + paragraph.length, spans));
  return paragraphs;
}

function spansOf({ name, claim }: Pick<ClaimView, 'name' | 'claim'>): Span[] {
  const number = name.slice(name.lastIndexOf('.') + 1);
  const evidence = [...claim.evidence].sort(([a], [b]) => a - b);
  return evidence.map(([from, to], i) => ({
    claim: number,
    from,
    to,
    first: i === 0,
    last: i === evidence.length - 1,
  }));
}

function segmentsOf(text: string, start: number, end: number, spans: readonly Span[]): Segment[] {
  const inside = spans.filter((s) => s.from < end && s.to > start);
  const cuts = new Set([start, end]);
  for (const s of inside) {
    cuts.add(Math.max(start, s.from));
    cuts.add(Math.min(end, s.to));
  }
  const points = [...cuts].sort((a, b) => a - b);
  return points.slice(1).map((to, i): Segment => {
    const from = points[i]!;
    const over = inside.filter((s) => s.from < to && s.to > from);
    return {
      text: text.slice(from, to),
      claims: over.map((s) => s.claim),
      starts: over.filter((s) => s.first && s.from === from).map((s) => s.claim),
      ends: over.filter((s) => s.last && s.to === to).map((s) => s.claim),
    };
  });
}
