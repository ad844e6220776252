/**
 * Every error that a person may meet: code, HTTP status, what happened, what to do. The catalogue is the only place
 * where errors are worded; docs/using/errors.md lists each code (a test compares both directions).
 */
interface ErrorKind {
  status: number;
  sentence: string;
  remedy: string;
}

export const ERRORS = {
  'input-missing': { status: 400, sentence: 'A value is missing: {what}.', remedy: 'Give it and try again.' },
  'input-invalid': {
    status: 400,
    sentence: '{what} is not valid: {detail}.',
    remedy: 'Correct the value and try again.',
  },
  'date-invalid': {
    status: 400,
    sentence: '{what} is not a date that the record can hold: “{value}”.',
    remedy: 'Use a date such as 2023-10-17 or an instant such as 2023-10-17T09:00:00Z, between 1900 and 2200.',
  },
  'file-unreadable': {
    status: 400,
    sentence: 'The file cannot be read: {detail}.',
    remedy: 'Check the path and its permissions.',
  },
  'file-empty': { status: 400, sentence: 'The file is empty.', remedy: 'Leave it out or give the text.' },
  'file-too-large': {
    status: 413,
    sentence: 'The file is larger than {limit} ({size}).',
    remedy: 'Split it; one report is at most 20 MiB, one line of a .jsonl file at most 20 MiB.',
  },
  'file-binary': {
    status: 415,
    sentence: 'The file is not text.',
    remedy: 'Give .txt, .md, .html, .json or .jsonl as UTF-8 text.',
  },
  'file-kind-unknown': {
    status: 415,
    sentence: 'Files that end in “{ending}” are not read.',
    remedy: 'Give .txt, .md, .html, .json or .jsonl.',
  },
  'encoding-invalid': {
    status: 400,
    sentence: 'The text is not valid UTF-8: {detail}.',
    remedy: 'Save the file as UTF-8 and try again.',
  },
  'json-invalid': {
    status: 400,
    sentence: 'This is not valid JSON: {detail}.',
    remedy: 'Correct the line; the other lines are kept.',
  },
  'json-too-deep': {
    status: 400,
    sentence: 'The JSON is nested deeper than {limit} levels.',
    remedy: 'A report is a flat object; flatten it.',
  },
  'report-invalid': {
    status: 400,
    sentence: 'The report does not have the fields that it needs: {detail}.',
    remedy: 'See docs/contracts/claims.md, table “Report”.',
  },
  'report-changed': {
    status: 409,
    sentence: 'The record already holds “{report}” with another text.',
    remedy: 'A changed page is a new report: give it a new id and name the old one in “revises”.',
  },
  'report-unknown': {
    status: 404,
    sentence: 'There is no report “{report}”.',
    remedy: 'Run “daybook ingest” first, or check the id.',
  },
  'report-withdrawn': {
    status: 409,
    sentence: 'The report “{report}” has been withdrawn.',
    remedy: 'Undo the withdrawal first.',
  },
  'page-without-article': {
    status: 422,
    sentence: 'The page holds no article that could be told from its furniture.',
    remedy: 'Save the article’s text as .txt or .md and give that.',
  },
  'source-unknown': {
    status: 400,
    sentence: 'The source “{source}” is not known.',
    remedy: 'Give {id, name, kind} in the report, pass --source with a known id, or add the source to data/sources.',
  },
  'published-missing': {
    status: 400,
    sentence: 'The report does not say when it was published.',
    remedy: 'Pass --published, or write it in the front matter; the time of ingest is never used instead.',
  },
  'parse-limit': {
    status: 422,
    sentence: 'Parsing was stopped: it took more than {limit}.',
    remedy: 'Save the article’s text as .txt or .md and give that.',
  },
  'claim-invalid': {
    status: 400,
    sentence: 'The claim is not in the exchange contract: {detail}.',
    remedy: 'See docs/contracts/claims.md.',
  },
  'claim-words-missing': {
    status: 422,
    sentence: 'The words of the claim are not in the stored text at {span}.',
    remedy: 'Give spans in UTF-16 code units into the stored text.',
  },
  'claim-unknown': {
    status: 404,
    sentence: 'There is no claim “{claim}”.',
    remedy: 'Claims are named REPORT.NUMBER, for example d-003.6.',
  },
  'claim-state': { status: 409, sentence: 'The claim “{claim}” is {state}.', remedy: '{todo}' },
  'mention-unknown': {
    status: 404,
    sentence: 'There is no mention “{mention}”.',
    remedy: 'Mentions are named REPORT.CLAIM or REPORT.CLAIM.K; only incident claims have them.',
  },
  'judgement-contradicts': {
    status: 409,
    sentence: 'This contradicts what was judged before: {chain}.',
    remedy: 'Undo one of those judgements first.',
  },
  'incident-unknown': {
    status: 404,
    sentence: 'There is no incident “{incident}”.',
    remedy: 'Codes look like i-2023-11-07-erbil-airport-a.',
  },
  'rule-unknown': { status: 404, sentence: 'There is no counting rule “{rule}”.', remedy: 'Rules in force: {known}.' },
  'rule-invalid': {
    status: 400,
    sentence: 'The rule “{rule}” is not valid: {detail}.',
    remedy: 'See docs/using/rules.md.',
  },
  'data-invalid': {
    status: 500,
    sentence: 'The data file is not valid: {detail}.',
    remedy: 'Correct the file; nothing of it was loaded.',
  },
  'entry-unknown': {
    status: 404,
    sentence: 'There is no entry {entry}.',
    remedy: 'Entries are numbered from 1; “daybook verify” prints the last.',
  },
  'entry-not-undoable': {
    status: 409,
    sentence: 'Entry {entry} ({kind}) cannot be undone: {detail}.',
    remedy: '{todo}',
  },
  'entry-invalid': {
    status: 400,
    sentence: 'The entry is refused: {detail}.',
    remedy: 'Entries hold strings, booleans, null, safe integers, lists and objects.',
  },
  'entry-too-large': { status: 413, sentence: 'The entry is {size} bytes; the limit is 65,535.', remedy: 'Split it.' },
  'by-missing': { status: 400, sentence: 'A verb that writes needs to know who acts.', remedy: 'Pass --by NAME.' },
  'why-missing': { status: 400, sentence: 'A correction needs its reason.', remedy: 'Pass --why TEXT.' },
  'not-allowed': {
    status: 401,
    sentence: 'This verb is for the desk.',
    remedy:
      'Send “Authorization: Bearer TOKEN” with the token that stands in the data folder (api-token) or in DAYBOOK_TOKEN.',
  },
  'point-unknown': {
    status: 400,
    sentence: 'The record has {n} entries; {point} is not one of its points.',
    remedy: 'Give a number from 0 to {n}, or a date.',
  },
  'database-unreachable': {
    status: 503,
    sentence: 'The database cannot be reached: {detail}.',
    remedy: 'Check DATABASE_URL, or remove it to use the embedded database.',
  },
  'database-start': {
    status: 503,
    sentence: 'The embedded PostgreSQL did not start: {detail}.',
    remedy: 'See postgres.log in the data folder; set DATABASE_URL to use another server.',
  },
  'database-roles': {
    status: 503,
    sentence: 'The login may not create the roles that Daybook needs.',
    remedy: 'Run this as an administrator of the server, then start again:\n{sql}',
  },
  'database-superuser': {
    status: 503,
    sentence: 'The login of DATABASE_URL is a superuser; Daybook does not serve as one.',
    remedy: 'Make a login of its own:\n{sql}',
  },
  'database-schema': {
    status: 503,
    sentence: 'The database’s schema is not one that this version knows: {detail}.',
    remedy: 'Use the version of Daybook that last wrote it, or an empty database.',
  },
  'record-tampered': {
    status: 500,
    sentence: 'The record does not verify: {detail}.',
    remedy: 'Stop writing, keep the files, and compare with a backup.',
  },
  'route-unknown': {
    status: 404,
    sentence: 'There is nothing at {path}.',
    remedy: 'See /api/v1 for the list of verbs.',
  },
  'setting-invalid': {
    status: 400,
    sentence: 'The setting {name} is not valid: {detail}.',
    remedy: 'See docs/using/settings.md.',
  },
  'port-taken': {
    status: 503,
    sentence: 'The address {address} is in use.',
    remedy: 'Set PORT to another number, or stop the other process.',
  },
  unexpected: {
    status: 500,
    sentence: 'Something went wrong inside Daybook: {detail}.',
    remedy: 'Nothing acknowledged is lost; try again, and report it with this code.',
  },
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof ERRORS;
type Values = Record<string, string | number>;

const fill = (template: string, values: Values): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));

/** Where in the input the trouble is. */
export interface Where {
  file?: string;
  line?: number;
}

/** An error from the catalogue; `message` is the sentence, `remedy` what to do. */
export class DaybookError extends Error {
  readonly code: ErrorCode;
  readonly remedy: string;
  readonly status: number;
  readonly where: Where;

  constructor(code: ErrorCode, values: Values = {}, options: { where?: Where; cause?: unknown } = {}) {
    const kind: ErrorKind = ERRORS[code];
    super(fill(kind.sentence, values), options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'DaybookError';
    this.code = code;
    this.remedy = fill(kind.remedy, values);
    this.status = kind.status;
    this.where = options.where ?? {};
  }

  /** The same trouble, told with where it stands in the input. */
  at(where: Where): DaybookError {
    const placed = Object.create(DaybookError.prototype, Object.getOwnPropertyDescriptors(this)) as DaybookError;
    Object.defineProperty(placed, 'where', { value: { ...this.where, ...where }, enumerable: true });
    return placed;
  }

  toJSON(): { code: ErrorCode; message: string; remedy: string } & Where {
    return { code: this.code, message: this.message, remedy: this.remedy, ...this.where };
  }
}

/** One line for people: `file:line: [code] sentence remedy`. */
export function showError(e: DaybookError): string {
  const place = e.where.file ? `${e.where.file}${e.where.line ? `:${e.where.line}` : ''}: ` : '';
  return `${place}[${e.code}] ${e.message} ${e.remedy}`;
}

/** Whatever was thrown, as an error of the catalogue; causes are kept. */
export const asDaybookError = (e: unknown): DaybookError =>
  e instanceof DaybookError
    ? e
    : new DaybookError('unexpected', { detail: e instanceof Error ? e.message : String(e) }, { cause: e });
