import type { RuleComparison } from '../operations/compare.ts';
import type { TalliesView } from '../operations/comparison-view.ts';
import type {
  AnswerView,
  ChangesView,
  ClaimView,
  FrontView,
  IncidentLine,
  IncidentView,
  MapPlace,
  Named,
  ReportView,
  SourceView,
  TallyView,
} from '../operations/outputs.ts';
import type { RulesView } from '../operations/rules.ts';
import type { SiteReads } from './reads.ts';

/** Invented views for tests and for looking at pages: no place, body or event in here exists. */

export const NOTICE = {
  en: 'Sample: our own paraphrase of public reporting by Harbour Wire, not its wording.',
  ar: 'عيّنة: إعادة صياغة من عندنا لما نشره علناً المصدر «وكالة المرفأ»، لا بنصّه.',
};

const named = (id: string, en: string, ar?: string): Named => ({ id, name: ar ? { en, ar } : { en } });

const COMMAND = named('northern-command', 'Northern Command', 'القيادة الشمالية');
const GROUP = named('lantern-brigade', 'Lantern Brigade', 'لواء الفانوس');
const MONITOR = named('delta-watch', 'Delta Watch', 'مرصد الدلتا');
const WIRE = named('harbour-wire', 'Harbour Wire', 'وكالة المرفأ');
const DEPOT = named('ford-depot', 'Ford Depot', 'مستودع المخاضة');
const PIER = named('long-pier', 'Long Pier', 'الرصيف الطويل');
const LAND = named('qaraba', 'Qaraba', 'قرابا');

const SOURCE: SourceView = {
  id: 'samples-after-harbour-wire',
  name: { en: 'Daybook samples (after Harbour Wire)', ar: 'عيّنات دايبوك (إعادة صياغة عن وكالة المرفأ)' },
  kind: 'news agency',
  reliability: 'F',
  notice: NOTICE,
};
const CHANNEL: SourceView = {
  id: 'lantern-brigade-channel',
  name: { en: 'Lantern Brigade channel', ar: 'قناة لواء الفانوس' },
  kind: 'armed group',
  reliability: 'D',
  notice: null,
};

const TEXT =
  'FORD CITY - Three drones were sent against the Ford Depot on Tuesday night, the Northern Command said. Two were shot down and the third fell short.\n\nThe Lantern Brigade said in a Telegram post that it had struck the depot “with what it deserves”. Supply sites in Qaraba have been attacked at least 14 times since 3 March, according to the Northern Command.\n\nNobody answered questions at the Long Pier.';
const spanOf = (words: string): [number, number] => {
  const from = TEXT.indexOf(words);
  return [from, from + words.length];
};

const excerptOf = (words: string): ClaimView['excerpts'][number] => {
  const [from, to] = spanOf(words);
  return { before: TEXT.slice(Math.max(0, from - 60), from), words, after: TEXT.slice(to, to + 60) };
};

const DRONES = 'Three drones were sent against the Ford Depot on Tuesday night';
const STRUCK = 'it had struck the depot “with what it deserves”';
const TOTAL = 'attacked at least 14 times since 3 March';
export const WORDS = [DRONES, STRUCK, TOTAL];

function claim(n: number, over: Partial<ClaimView> & Pick<ClaimView, 'claim'>): ClaimView {
  return {
    name: `r-1.${n}`,
    report: 'r-1',
    title: 'Three drones sent against depot in Qaraba',
    published: '2031-03-12T08:15:00Z',
    language: 'en',
    source: SOURCE,
    provenance: 'paraphrase',
    review: 'suggested',
    unreviewed: true,
    flag: null,
    engine: 'rules-1',
    excerpts: [],
    chain: [],
    voice: COMMAND,
    names: Object.fromEntries([COMMAND, GROUP, DEPOT, LAND].map((x) => [x.id, x.name])),
    incidents: ['i-2031-03-11-ford-depot-a'],
    ...over,
  };
}

const acknowledged = claim(1, {
  chain: [{ ...COMMAND, via: null, cue: 'the Northern Command said' }],
  excerpts: [excerptOf(DRONES)],
  claim: {
    kind: 'incident',
    evidence: [spanOf(DRONES)],
    attribution: [{ speaker: COMMAND.id, via: null, cue: spanOf('the Northern Command said') }],
    stance: 'confirms',
    certainty: 'stated',
    event: 'Air/drone strike',
    weapon: ['drone'],
    munitions: { low: 3, high: 3 },
    stage: 'ATTEMPTED',
    outcome: 'intercepted',
    time: { from: '2031-03-11T18:00', to: '2031-03-12T05:59', text: 'Tuesday night' },
    place: { id: DEPOT.id, text: 'the Ford Depot' },
    perpetrator: [{ actor: GROUP.id, status: 'SUSPECTED OR ACCUSED BY AUTHORITIES' }],
    target: [COMMAND.id],
    killed: null,
    injured: { low: 1, high: null, who: COMMAND.id },
  },
});

const claimed = claim(2, {
  chain: [
    { ...WIRE, via: null, cue: null },
    { ...GROUP, via: 'telegram', cue: 'said in a Telegram post' },
  ],
  voice: GROUP,
  excerpts: [excerptOf(STRUCK)],
  review: 'accepted',
  unreviewed: false,
  claim: {
    kind: 'incident',
    evidence: [spanOf(STRUCK)],
    attribution: [{ speaker: GROUP.id, via: 'telegram', cue: spanOf('said in a Telegram post') }],
    stance: 'claims responsibility',
    certainty: 'hedged',
    count: { low: 1, high: 2 },
    event: 'Air/drone strike',
    weapon: ['unknown'],
    munitions: null,
    stage: 'ACCOMPLISHED',
    outcome: 'hit',
    time: { from: '2031-03-11', to: '2031-03-11', text: null },
    place: { id: null, text: 'the depot' },
    perpetrator: [{ actor: GROUP.id, status: 'CLAIMED OR ADMITTED' }],
    target: [],
    killed: null,
    injured: null,
  },
});

const total = claim(3, {
  chain: [{ ...COMMAND, via: null, cue: 'according to the Northern Command' }],
  excerpts: [excerptOf(TOTAL)],
  incidents: [],
  claim: {
    kind: 'tally',
    evidence: [spanOf(TOTAL)],
    attribution: [{ speaker: COMMAND.id, via: null, cue: null }],
    stance: 'reports',
    certainty: 'stated',
    tally: {
      unit: 'attack',
      low: 14,
      high: null,
      about: null,
      wording: 'at least 14 times',
      from: '2031-03-03',
      to: null,
      place: [LAND.id],
      target: null,
      perpetrator: null,
      parts: [],
      excludes: null,
    },
  },
});

const arabic = claim(1, {
  name: 'r-2.1',
  report: 'r-2',
  title: 'بيان صادر عن لواء الفانوس',
  published: '2031-03-12T06:40:00Z',
  language: 'ar',
  source: CHANNEL,
  provenance: 'captured',
  voice: GROUP,
  chain: [{ ...GROUP, via: 'telegram', cue: null }],
  excerpts: [{ before: '', words: 'استهدفنا مستودع المخاضة بثلاث طائرات مسيّرة', after: ' وأصابت أهدافها.' }],
  flag: 'words changed in a new reading',
  claim: { ...claimed.claim, evidence: [[0, 43]] } as ClaimView['claim'],
});

const rejected = claim(4, {
  review: 'rejected',
  unreviewed: false,
  incidents: [],
  excerpts: [excerptOf('Nobody answered questions at the Long Pier')],
  claim: {
    kind: 'statement',
    evidence: [spanOf('Nobody answered questions at the Long Pier')],
    attribution: [],
    stance: 'reports',
    certainty: 'stated',
    gist: 'No answer at the pier.',
  },
});

function line(code: string, over: Partial<IncidentLine>): IncidentLine {
  return {
    code,
    grade: 'Confirmed',
    knowledge: 'both',
    contested: false,
    site: DEPOT,
    from: '2031-03-11T15:00:00Z',
    to: '2031-03-12T03:00:00Z',
    parts: 1,
    parties: [COMMAND, GROUP],
    reviewed: 1,
    claims: 3,
    ...over,
  };
}

const LINES = [
  line('i-2031-03-11-ford-depot-a', { contested: true }),
  line('i-2031-03-09-long-pier-a', {
    grade: 'Fair',
    knowledge: 'acknowledged only',
    site: PIER,
    from: '2031-03-08T21:00:00Z',
    to: '2031-03-09T21:00:00Z',
    parties: [COMMAND, MONITOR],
  }),
  line('i-2031-03-05-ford-depot-a', {
    grade: 'Weak',
    knowledge: 'claimed only',
    from: '2031-03-05T02:10:00Z',
    to: '2031-03-05T02:11:00Z',
    parties: [GROUP],
    parts: 2,
  }),
  line('i-2031-03-04-unsaid-a', {
    grade: 'Contested',
    knowledge: 'reported only',
    site: null,
    from: null,
    to: null,
    parties: [],
  }),
];

function tally(n: number, over: Partial<TallyView>): TallyView {
  return {
    claim: `r-1.${n}`,
    report: 'r-1',
    published: '2031-03-12T08:15:00Z',
    source: SOURCE,
    provenance: 'paraphrase',
    voice: COMMAND,
    chain: [COMMAND],
    review: 'suggested',
    certainty: 'stated',
    unit: 'attack',
    low: 14,
    high: null,
    about: null,
    wording: 'at least 14 times',
    from: '2031-03-03',
    to: null,
    places: [LAND],
    target: null,
    perpetrator: null,
    parts: [],
    excludes: null,
    words: TOTAL,
    understood: false,
    ...over,
  };
}

const TALLIES: TallyView[] = [
  tally(3, {}),
  tally(9, {
    published: '2031-03-10T10:00:00Z',
    low: 9,
    high: 9,
    understood: true,
    words: 'nine attacks so far',
    parts: [
      { place: DEPOT, low: 5, high: 5, about: null },
      { place: PIER, low: 3, high: 3, about: null },
    ],
  }),
  tally(1, {
    claim: 'r-2.1',
    report: 'r-2',
    source: CHANNEL,
    voice: GROUP,
    chain: [GROUP],
    published: '2031-03-12T09:00:00Z',
    low: null,
    about: 20,
    certainty: 'hedged',
    review: 'accepted',
    words: 'نحو عشرين عملية',
    unit: 'operation',
    excludes: 'sea',
  }),
  tally(2, {
    claim: 'r-3.2',
    report: 'r-3',
    voice: MONITOR,
    chain: [MONITOR],
    published: '2031-03-07T12:00:00Z',
    low: 4,
    high: 6,
    words: '',
    from: null,
  }),
];

const mapped = (place: Named, over: Partial<MapPlace>): MapPlace => ({
  ...place,
  kind: 'base',
  lat: 34.2,
  lon: 41.6,
  wide: false,
  incidents: 0,
  doubtful: 0,
  ...over,
});
const PLACES: MapPlace[] = [
  mapped(DEPOT, { incidents: 8 }),
  mapped(PIER, { lat: 34.3, lon: 41.8, incidents: 2, doubtful: 1 }),
  mapped(LAND, { kind: 'region', lat: 35.6, lon: 43.1, wide: true, doubtful: 2 }),
  mapped(named('ford-city', 'Ford City', 'مدينة المخاضة'), { kind: 'city', lat: 34.9, lon: 42.4 }),
];

export const ANSWER: AnswerView = {
  rule: {
    id: 'attacks-on-supply-sites',
    version: 2,
    label: { en: 'attacks on supply sites in Qaraba', ar: 'الهجمات على مواقع الإمداد في قرابا' },
    description: {
      en: 'Every attack, launched or carried out, on supply sites in Qaraba, whoever did it.',
      ar: 'كل هجوم نُفّذ أو شُرع فيه على مواقع الإمداد في قرابا، أياً كان منفذه.',
    },
    note: { en: 'launches count, intercepted included', ar: 'تُحتسب عمليات الإطلاق بما فيها ما اعتُرض' },
  },
  window: { since: '2031-03-03', until: null, zone: 'Asia/Baghdad' },
  n: 1204,
  cutoff: null,
  reviewedOnly: false,
  low: 7,
  best: 11,
  high: 16,
  partition: { both: 4, 'acknowledged only': 3, 'claimed only': 3, 'reported only': 1 },
  contested: 1,
  reviewed: { n: 6, of: 31 },
  sentence: {
    en: 'At record point 1204 (no information cutoff): at least 14 per the Northern Command on 12 March 2031; our record holds 11 (at least 7, at most 16): 4 by both sides, 3 acknowledged only, 3 claimed only, 1 reported only, of which 1 contested; 6 of 31 claims reviewed; rule attacks-on-supply-sites v2 (launches count, intercepted included).',
    ar: 'عند نقطة السجل 1204 (دون حد زمني للمعلومات): 14 على الأقل بحسب القيادة الشمالية في 12 مارس 2031؛ في سجلنا 11 حادثة (7 على الأقل، 16 على الأكثر): 4 من الطرفين، 3 بإقرار فقط، 3 بتبنٍّ فقط، 1 بتقارير فقط، منها 1 متنازع عليها؛ روجع 6 من 31 ادعاءً.',
  },
  notices: [NOTICE],
  incidents: [
    { ...LINES[0]!, set: 'low', why: [] },
    { ...LINES[1]!, set: 'low', why: [] },
    { ...LINES[2]!, set: 'best', why: ['grade Weak'] },
    { ...LINES[3]!, set: 'high', why: ['place unsaid', 'grade Contested'] },
  ],
  out: [{ code: 'i-2031-03-02-far-shore-a', why: ['place outside', 'time outside'] }],
  days: [
    { day: '2031-03-04', low: 1, best: 2, high: 2 },
    { day: '2031-03-05', low: 2, best: 3, high: 5 },
    { day: '2031-03-09', low: 5, best: 7, high: 10 },
    { day: '2031-03-11', low: 7, best: 11, high: 16 },
  ],
  places: PLACES,
  tallies: TALLIES,
  findings: [
    {
      kind: 'parts do not sum',
      voice: COMMAND,
      note: 'parts sum to 8, the total is 9',
      claims: ['r-1.9'],
    },
    {
      kind: 'two totals at one time',
      voice: { id: 'several', name: { en: 'several' } },
      note: '14 / 20 up to 2031-03-12',
      claims: ['r-1.3', 'r-2.1'],
    },
  ],
};

export const NARROW: AnswerView = {
  ...ANSWER,
  rule: { ...ANSWER.rule, id: 'attacks-that-hit', note: null, label: { en: 'attacks that hit' } },
  window: { since: '2031-03-03', until: '2031-03-31', zone: 'Asia/Baghdad' },
  low: 0,
  best: 2,
  high: null,
};

export const EMPTY: AnswerView = {
  ...ANSWER,
  n: 0,
  low: 0,
  best: 0,
  high: 0,
  partition: { both: 0, 'acknowledged only': 0, 'claimed only': 0, 'reported only': 0 },
  contested: 0,
  reviewed: { n: 0, of: 0 },
  notices: [],
  incidents: [],
  out: [],
  days: [],
  places: [],
  tallies: [],
  findings: [],
};

export const FRONT: FrontView = {
  n: 1204,
  reports: 37,
  claims: 240,
  incidents: 58,
  questions: [ANSWER, NARROW],
  latestIncidents: LINES,
  latestClaims: [acknowledged, claimed, total, arabic],
};

const reason = (name: string, weight: number, note?: string) => ({ name, weight, note });

export const INCIDENT: IncidentView = {
  ...LINES[0]!,
  n: 1204,
  cutoff: null,
  path: [DEPOT, LAND],
  event: 'Air/drone strike',
  stage: 'ATTEMPTED',
  outcome: 'intercepted',
  weapon: ['drone'],
  munitions: { low: 3, high: 3 },
  killed: null,
  injured: { low: 1, high: null },
  targets: [COMMAND],
  perpetrators: [GROUP],
  gradeWhy: {
    en: 'Confirmed: acknowledged by the command of the side that was struck.',
    ar: 'مؤكدة: أقرّت بها قيادة الجهة المستهدفة.',
  },
  override: null,
  precision: { acledTime: 1, acledGeo: 1, ucdpDate: 1, ucdpWhere: 1 },
  disputes: [
    {
      field: 'outcome',
      values: [
        { value: 'hit', claims: ['r-2.1', 'r-1.2'] },
        { value: 'intercepted', claims: ['r-1.1'] },
      ],
    },
    {
      field: 'perpetrator',
      values: [
        { value: 'lantern-brigade', claims: ['r-2.1'] },
        { value: 'not lantern-brigade', claims: ['r-1.1'] },
      ],
    },
    {
      field: 'injured',
      values: [
        { value: 'at least 2', claims: ['r-2.1'] },
        { value: '2–4', claims: ['r-1.1'] },
      ],
    },
  ],
  notices: [NOTICE],
  links: [
    { mention: 'r-2.1', score: 0, reasons: [], claim: arabic },
    {
      mention: 'r-1.1',
      score: 6.5,
      reasons: [
        reason('prior', -3),
        reason('times meet', 3.5),
        reason('same site', 3),
        reason('same weapon', 1, 'drone'),
      ],
      claim: acknowledged,
    },
    { mention: 'r-1.2.1', score: 4, reasons: [reason('same site', 3), reason('other outcome', -0.5)], claim: claimed },
  ],
  judgements: [
    {
      entry: 1180,
      a: 'r-1.1',
      b: 'r-2.1',
      verdict: 'POSITIVE',
      by: 'rania',
      why: 'same depot, same night',
      at: '2031-03-13T10:00:00Z',
    },
  ],
  independence: {
    tellings: [
      { mention: 'r-2.1', claim: 'r-2.1', source: CHANNEL, word: 'affirms', party: GROUP.id, copies: null },
      { mention: 'r-1.1', claim: 'r-1.1', source: SOURCE, word: 'affirms', party: COMMAND.id, copies: null },
      { mention: 'r-1.2.1', claim: 'r-1.2', source: SOURCE, word: 'affirms', party: GROUP.id, copies: 'r-2.1' },
      { mention: 'r-3.1', claim: 'r-3.1', source: SOURCE, word: 'denies', party: MONITOR.id, copies: null },
      { mention: 'r-3.2', claim: 'r-3.2', source: SOURCE, word: 'does not confirm', party: WIRE.id, copies: null },
    ],
    parties: [
      { ...GROUP, word: 'affirms' },
      { ...COMMAND, word: 'affirms' },
      { ...MONITOR, word: 'denies' },
      { ...WIRE, word: 'does not confirm' },
    ],
    sides: [
      { ...COMMAND, side: 'struck', word: 'affirms', claims: ['r-1.1'] },
      { ...LAND, side: 'struck', word: 'denies', claims: ['r-3.1'] },
      { ...MONITOR, side: 'struck', word: 'does not confirm', claims: ['r-3.2'] },
      { ...GROUP, side: 'said to have done it', word: 'not asked', claims: [] },
    ],
    credibility: 3,
  },
  places: [PLACES[0]!, PLACES[3]!],
};

export const REPORT: ReportView = {
  id: 'r-1',
  n: 1204,
  title: 'Three drones sent against depot in Qaraba',
  byline: 'Night desk',
  url: 'https://example.org/news/three-drones',
  published: '2031-03-12T08:15:00Z',
  language: 'en',
  medium: 'web',
  source: SOURCE,
  provenance: 'paraphrase',
  rights: 'full',
  revises: 'r-0',
  withdrawn: false,
  engine: 'rules-1',
  text: TEXT,
  claims: [acknowledged, claimed, total],
  rejected: [rejected],
};

/** The same report with rights to quote only. */
export const QUOTED: ReportView = { ...REPORT, id: 'r-1q', rights: 'quote', text: null, withdrawn: true };

/** A report in Arabic from a channel, with nothing to say beside its words. */
export const CHANNEL_REPORT: ReportView = {
  ...REPORT,
  id: 'r-2',
  title: arabic.title,
  byline: null,
  url: null,
  language: 'ar',
  medium: 'telegram',
  source: CHANNEL,
  provenance: 'captured',
  revises: null,
  text: 'استهدفنا مستودع المخاضة بثلاث طائرات مسيّرة وأصابت أهدافها.\n\nلواء الفانوس',
  claims: [arabic],
  rejected: [],
};

export const CHANGES: ChangesView = {
  rule: ANSWER.rule,
  before: { n: 1100, cutoff: null, low: 7, best: 10, high: null },
  after: { n: 1204, cutoff: '2031-03-13T00:00:00Z', low: 7, best: 11, high: 16 },
  difference: 1,
  changes: [
    {
      by: 2,
      cause: 'new event',
      incident: 'i-2031-03-11-ford-depot-a',
      note: 'report r-1 captured',
      entries: [
        { seq: 1190, kind: 'report.read', at: '2031-03-12T09:00:00Z', by: 'engine', summary: 'report r-1 read' },
      ],
    },
    {
      by: -1,
      cause: 'review',
      incident: 'i-2031-03-05-ford-depot-a',
      note: 'claim r-1.4 rejected: misread',
      entries: [
        { seq: 1200, kind: 'claim.rejected', at: '2031-03-13T11:00:00Z', by: 'rania', summary: 'claim r-1.4 rejected' },
      ],
    },
  ],
};

export const CHECKED: TalliesView = {
  rule: ANSWER.rule,
  window: ANSWER.window,
  n: 1204,
  cutoff: null,
  tallies: TALLIES,
  findings: ANSWER.findings,
  comparisons: [
    {
      kind: 'total',
      claims: ['r-1.3'],
      voice: COMMAND,
      from: '2031-03-03',
      to: '2031-03-12',
      theirs: { low: 14, high: null, about: null },
      ours: { low: 7, best: 11, high: 16 },
      stands: 'inside',
      gaps: [],
    },
    {
      kind: 'step',
      claims: ['r-1.9', 'r-1.3'],
      voice: COMMAND,
      from: '2031-03-10',
      to: '2031-03-12',
      theirs: { low: 1, high: 1, about: null },
      ours: { low: 3, best: 4, high: null },
      stands: 'below',
      gaps: [
        { why: 'claimed only', incidents: ['i-2031-03-11-ford-depot-a'] },
        { why: 'told after it', incidents: ['i-2031-03-05-ford-depot-a', 'i-2031-03-09-long-pier-a'] },
      ],
    },
    {
      kind: 'total',
      claims: ['r-2.1'],
      voice: MONITOR,
      from: null,
      to: '2031-03-12',
      theirs: { low: 20, high: 24, about: null },
      ours: { low: 7, best: 11, high: 16 },
      stands: 'above',
      gaps: [],
    },
  ],
};

export const RULES: RulesView = {
  n: 1204,
  rules: [ANSWER.rule, NARROW.rule].map((rule, i) => ({
    ...rule,
    versions: i ? [2] : [2, 1],
    unit: 'incident',
    events: ['Air/drone strike', 'Armed clash'],
    stages: ['ACCOMPLISHED', 'ATTEMPTED'],
    outcomes: i ? ['hit'] : null,
    places: [LAND],
    targets: [COMMAND],
    perpetrators: i ? [GROUP] : null,
    members: i === 0,
    known: i ? ['both', 'claimed only'] : null,
    window: ANSWER.window,
    knowledge: { low: ['Confirmed', 'Fair'], best: ['Confirmed', 'Fair', 'Weak'] },
    compares: ['attack', 'operation'],
  })),
};

export const COMPARED: RuleComparison = {
  n: 1204,
  cutoff: null,
  first: { rule: ANSWER.rule, window: ANSWER.window, low: 7, best: 11, high: 16 },
  second: { rule: NARROW.rule, window: NARROW.window, low: 0, best: 2, high: null },
  both: 1,
  difference: -9,
  differences: [
    { by: -8, counted: 'first', incident: LINES[0]!, why: ['outcome intercepted'] },
    { by: -2, counted: 'both', incident: LINES[1]!, why: ['another amount'] },
    { by: 1, counted: 'second', incident: LINES[2]!, why: ['beyond the places and days asked about'] },
  ],
};

const REPORTS: Readonly<Record<string, ReportView>> = { 'r-1': REPORT, 'r-1q': QUOTED, 'r-2': CHANNEL_REPORT };

/** Reads that answer with the views above whatever is asked. */
export const fixtureReads = (over: Partial<SiteReads> = {}): SiteReads => ({
  front: async () => FRONT,
  count: async ({ asOf, reviewed }) => ({
    ...ANSWER,
    cutoff: asOf ? '2031-03-13T00:00:00Z' : null,
    reviewedOnly: reviewed ?? false,
  }),
  incident: async () => INCIDENT,
  report: async ({ report }) => REPORTS[report] ?? REPORT,
  changes: async () => CHANGES,
  tallies: async () => CHECKED,
  compare: async () => COMPARED,
  rules: async () => RULES,
  point: async () => 1204,
  ...over,
});
