/**
 * Every error that a person may meet: code, HTTP status, what happened, what to do. The catalogue is the only place
 * where errors are worded; docs/using/errors.md lists each code (a test compares both directions).
 */
export interface ErrorKind {
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
  'model-unset': {
    status: 400,
    sentence: 'There is no second reader.',
    remedy: 'Set DAYBOOK_MODEL_URL, or leave --second out.',
  },
  'model-unreachable': {
    status: 502,
    sentence: 'The second reader at {host} cannot be reached: {detail}.',
    remedy: 'Check DAYBOOK_MODEL_URL and that the endpoint runs. What the rules read is kept.',
  },
  'model-slow': {
    status: 504,
    sentence: 'The second reader at {host} gave no whole answer within {limit}.',
    remedy: 'Raise DAYBOOK_MODEL_TIMEOUT, or read again. What the rules read is kept.',
  },
  'model-busy': {
    status: 503,
    sentence: 'The second reader at {host} answered {status} to every try.',
    remedy: 'Read again later. What the rules read is kept.',
  },
  'model-refused': {
    status: 502,
    sentence: 'The second reader at {host} refused with {status}: {detail}.',
    remedy: 'Check DAYBOOK_MODEL, DAYBOOK_MODEL_KEY and DAYBOOK_MODEL_OPTIONS. What the rules read is kept.',
  },
  'model-redirected': {
    status: 502,
    sentence: 'The second reader at {host} sends elsewhere ({to}), where neither report nor key is sent.',
    remedy: 'Set DAYBOOK_MODEL_URL to the address itself. What the rules read is kept.',
  },
  'model-answer-too-large': {
    status: 502,
    sentence: 'The second reader at {host} answers with more than {limit}.',
    remedy:
      'Check DAYBOOK_MODEL_URL; limit the length of answers in DAYBOOK_MODEL_OPTIONS. What the rules read is kept.',
  },
  'model-answer-invalid': {
    status: 502,
    sentence: 'The answer of the second reader at {host} cannot be used: {detail}.',
    remedy: 'Read again, or choose a model that keeps to a JSON schema. What the rules read is kept.',
  },
  'model-stopped': {
    status: 503,
    sentence: 'The second reader was given no more: {why}; {left} reports were not given to it.',
    remedy: 'Raise the cap or mend the endpoint, and read those again. What the rules read is kept.',
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
