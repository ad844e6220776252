import { answer } from '../count/answer.ts';
import { instantsOf, windowOf } from '../count/window.ts';
import type { Answer } from '../model/answer.ts';
import { DAY } from '../model/instant.ts';
import type { Countable } from '../model/incident.ts';
import type { Interval } from '../model/interval.ts';

import type { Name } from '../model/names.ts';
import { unitsBeside, type Rule } from '../model/rule.ts';
import { figuresAt, incidentsAt, ruleNamed, type Point } from '../record/holdings.ts';
import { tablesAt } from '../record/small-tables.ts';
import { cutoffAt, recordPoint } from '../record/points.ts';
import { reportsById } from '../record/reports.ts';
import type { ReportRow } from '../record/rows.ts';
import { speakerOf, type Tables } from '../record/small-tables.ts';
import type { Query, Store } from '../store/connection.ts';
import type { AnswerView } from './outputs.ts';
import { actorNamed, answerView, noticeOf, sourceView } from './present.ts';

/** A question as the doors pass it on. */
export interface Question {
  rule: string;
  since?: string | undefined;
  until?: string | undefined;
  asOf?: string | undefined;
  at?: string | number | undefined;
  reviewed?: boolean | undefined;
}

export interface Asked {
  rule: Rule;
  answer: Answer;
  /** The incidents in and near the window that the answer was made from. */
  incidents: readonly Countable[];
  tables: Tables;
  point: Point;
}

/** Resolves the question's names and points, fetches what the record held there, and counts. */
export async function ask(q: Query, question: Question, store: Store): Promise<Asked> {
  const rule = await ruleNamed(q, question.rule);
  const point: Point = {
    n: await recordPoint(q, question.at),
    cutoff: cutoffAt(question.asOf),
    reviewedOnly: question.reviewed ?? false,
  };
  const tables = await tablesAt(q, point.n, store);
  const { since, until } = question;
  const window = instantsOf(windowOf(rule, { since, until }));
  const countries = [...new Set(rule.place.map((p) => tables.gazetteer.country(p)))];
  const incidents = await incidentsAt(q, { ...point, countries, ...near(window) }, tables);
  const figures = await figuresAt(q, point, { units: unitsBeside(rule), countries, from: window.from });
  return {
    rule,
    tables,
    point,
    incidents,
    answer: answer(rule, { incidents, figures }, { ...point, ...tables, since, until }),
  };
}

/** Incidents this near to the window are told among those left out. */
const NEAR = 2 * DAY;
const near = ({ from, to }: Interval): Interval => ({ from: from && from - NEAR, to: to && to + NEAR });

/** The answer with names, sentences and notices, as every door gives it. */
export async function askView(q: Query, question: Question, store: Store): Promise<AnswerView> {
  const asked = await ask(q, question, store);
  const reports = await reportsById(q, [...new Set(asked.answer.tallies.map((t) => t.report_id))], asked.point.n);
  return answerView(asked.answer, { ...asked, reports, notices: noticesOf(reports, asked.tables) });
}

/** Each notice once, in the order in which its source first appears; many paraphrased sources are told in one sentence. */
export function noticesOf(reports: ReadonlyMap<number, ReportRow>, tables: Tables): Name[] {
  const found = new Map<string, Name>();
  const after = new Set<string>();
  for (const r of reports.values()) {
    const { report } = r.body;
    const notice = noticeOf(report, sourceView(report.source, tables));
    if (!notice) continue;
    found.set(notice.en, notice);
    if (report.provenance === 'paraphrase') after.add(speakerOf(tables, report.source.id));
  }
  return found.size > 2 && after.size >= found.size ? [allParaphrased([...after], tables)] : [...found.values()];
}

function allParaphrased(voices: readonly string[], tables: Tables): Name {
  const names = voices.map((id) => actorNamed(id, tables).name);
  return {
    en: `Samples: our own paraphrases of public reporting by ${names.map((n) => n.en).join(', ')}; not their wording.`,
    ar: `عيّنات: إعادة صياغة منّا لما نشره علنًا ${names.map((n) => n.ar ?? n.en).join('، ')}؛ وليست ألفاظهم.`,
  };
}
