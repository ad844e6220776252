import type { RuleComparison } from '../operations/compare.ts';
import type { TalliesView } from '../operations/comparison-view.ts';
import type { AnswerView, ChangesView, FrontView, IncidentView, ReportView } from '../operations/outputs.ts';
import type { RulesView } from '../operations/rules.ts';

type Point = string | number | undefined;

interface Question {
  rule: string;
  since?: string | undefined;
  until?: string | undefined;
  asOf?: string | undefined;
  at?: Point;
}

/** What the site asks of the operations; bound to them where the program is put together. */
export interface SiteReads {
  front(): Promise<FrontView>;
  count(input: Question & { reviewed?: boolean | undefined }): Promise<AnswerView>;
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
  tallies(input: Question): Promise<TalliesView>;
  compare(input: Omit<Question, 'rule'> & { first: string; second: string }): Promise<RuleComparison>;
  rules(): Promise<RulesView>;
  /** The last entry of the record. */
  point(): Promise<number>;
}
