import type { AnswerView, ChangesView, FrontView, IncidentView, ReportView } from '../operations/outputs.ts';

type Point = string | number | undefined;

/** What the site asks of the operations; bound to them where the program is put together. */
export interface SiteReads {
  front(): Promise<FrontView>;
  count(input: {
    rule: string;
    since?: string | undefined;
    until?: string | undefined;
    asOf?: string | undefined;
    at?: Point;
    reviewed?: boolean | undefined;
  }): Promise<AnswerView>;
  incident(input: { incident: string; asOf?: string | undefined; at?: Point }): Promise<IncidentView>;
  report(input: { report: string; at?: Point }): Promise<ReportView>;
  changes(input: {
    rule: string;
    from?: Point;
    to?: Point;
    fromAsOf?: string | undefined;
    toAsOf?: string | undefined;
    since?: string | undefined;
    until?: string | undefined;
  }): Promise<ChangesView>;
  /** The last entry of the record. */
  point(): Promise<number>;
}
