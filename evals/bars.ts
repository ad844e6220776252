/** First bar and aim of a figure, as the issue states them; figures without a row are reported only. */
export interface Bar {
  first: number;
  aim: number | null;
}

type Bars = Readonly<Record<string, readonly [number, number | null]>>;

const GOLD: Bars = {
  'incident F1': [75, 90],
  'tally F1': [82, 92],
  'tally value F1': [82, 92],
  'tally full F1': [62, 77],
  'weapon F1': [90, 97],
  stage: [88, 96],
  outcome: [80, 95],
  'event, weapon known': [92, 96],
  origin: [88, 96],
  'chain exact': [76, 92],
  stance: [88, 95],
  certainty: [82, 95],
  'place exact': [80, 95],
  'time overlap × width': [70, 83],
  'perpetrator, status F1': [62, 78],
  'incident F1, en − ar': [10, 4],
  'tally full F1, en − ar': [10, 4],
  'origin, en − ar': [10, 4],
  'false claims': [0, 0],
};

const LINKING: Bars = {
  'CoNLL F1': [90, 96],
  'pairwise precision': [96, 98],
  'pairwise recall': [85, 95],
  'in-scope incidents, error': [5, 2],
};
const SYSTEM: Bars = {
  'CoNLL F1': [62, 82],
  'pairwise precision': [85, 93],
  'pairwise recall': [60, 80],
  'in-scope incidents, error': [12, 5],
};

const BARS: Readonly<Record<string, Bars>> = {
  gold: GOLD,
  'gold closed': GOLD,
  linking: LINKING,
  'linking closed': LINKING,
  system: SYSTEM,
  'system closed': SYSTEM,
  findings: { 'contradictions found': [100, 100], 'false alarms': [0, 0] },
  gvc: { 'CoNLL F1': [94, 96] },
  longtail: { 'CoNLL F1': [86, 90], 'pairwise precision': [90, 95], 'ARI × 100': [70, 80] },
  questions: {
    'truth inside': [95, 98],
    'truth inside, 2–3': [95, 98],
    'truth inside, 4–9': [95, 98],
    'truth inside, 10 and more': [95, 98],
    'width, 90 % of them': [2.5, 1.6],
    'interval score, % of tf-idf’s': [100, null],
  },
  muc4: { 'roles head micro F1': [48, 60.4], 'organisation confidence F1': [30, 45], 'date exact F1': [50, 60] },
  timex: { 'value F1': [72, 82], 'relaxed span F1': [86, 92] },
  polnear: { 'full attribution F1': [45, 65], 'full attribution precision': [60, null] },
};

export function barOf(set: string, metric: string): Bar | null {
  const bar = BARS[set]?.[metric];
  return bar ? { first: bar[0], aim: bar[1] } : null;
}
