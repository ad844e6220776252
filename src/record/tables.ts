/**
 * The view tables: which columns each holds, which of them are its key, and by which column its rows are loaded together
 * (the family's key of scale.md rule 1, or the id of a small shared table).
 */
export type ColumnType = 'bigint' | 'text' | 'boolean' | 'jsonb';

export interface ViewTable {
  name: string;
  group: string;
  key: readonly string[];
  columns: Readonly<Record<string, ColumnType>>;
}

const shared = (name: string): ViewTable => ({
  name,
  group: 'id',
  key: ['id'],
  columns: { id: 'text', file: 'text', body: 'jsonb' },
});

export const VIEW_TABLES = {
  source: shared('source'),
  actor: shared('actor'),
  place: shared('place'),
  rule: {
    name: 'rule',
    group: 'id',
    key: ['id', 'version'],
    columns: { id: 'text', version: 'bigint', file: 'text', body: 'jsonb' },
  },
  report: {
    name: 'report',
    group: 'report_id',
    key: ['report_id'],
    columns: { report_id: 'bigint', code: 'text', published: 'bigint', withdrawn: 'boolean', body: 'jsonb' },
  },
  claim: {
    name: 'claim',
    group: 'report_id',
    key: ['report_id', 'claim_no'],
    columns: { report_id: 'bigint', claim_no: 'bigint', kind: 'text', review: 'text', body: 'jsonb' },
  },
  mention: {
    name: 'mention',
    group: 'report_id',
    key: ['report_id', 'claim_no', 'k'],
    columns: {
      report_id: 'bigint',
      claim_no: 'bigint',
      k: 'bigint',
      country: 'text',
      from_us: 'bigint',
      to_us: 'bigint',
      published: 'bigint',
      body: 'jsonb',
    },
  },
  tally: {
    name: 'tally',
    group: 'report_id',
    key: ['report_id', 'claim_no'],
    columns: {
      report_id: 'bigint',
      claim_no: 'bigint',
      kind: 'text',
      unit: 'text',
      voice: 'text',
      countries: 'text',
      published: 'bigint',
      body: 'jsonb',
    },
  },
  incident: {
    name: 'incident',
    group: 'incident_id',
    key: ['incident_id'],
    columns: {
      incident_id: 'bigint',
      code: 'text',
      country: 'text',
      from_us: 'bigint',
      to_us: 'bigint',
      grade: 'text',
      countable: 'text',
      body: 'jsonb',
    },
  },
  link: {
    name: 'link',
    group: 'incident_id',
    key: ['incident_id', 'report_id', 'claim_no', 'k'],
    columns: {
      incident_id: 'bigint',
      report_id: 'bigint',
      claim_no: 'bigint',
      k: 'bigint',
      published: 'bigint',
      score: 'bigint',
      part: 'bigint',
      reasons: 'jsonb',
      mention: 'jsonb',
    },
  },
  judgement: {
    name: 'judgement',
    group: 'judgement_id',
    key: ['judgement_id'],
    columns: { judgement_id: 'bigint', a: 'text', b: 'text', verdict: 'text', body: 'jsonb' },
  },
  reading: {
    name: 'reading',
    group: 'report_id',
    key: ['report_id'],
    columns: { report_id: 'bigint', engine: 'text', claims: 'bigint' },
  },
  data_file: {
    name: 'data_file',
    group: 'file',
    key: ['file'],
    columns: { file: 'text', kind: 'text', sha256: 'text' },
  },
} as const satisfies Record<string, ViewTable>;

export type ViewName = keyof typeof VIEW_TABLES;
