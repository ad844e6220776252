import { ERRORS, type ErrorCode, type ErrorKind } from './catalogue.ts';

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
