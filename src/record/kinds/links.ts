import * as z from 'zod';
import { GRADES, VERDICTS } from '../../model/codes.ts';
import { DaybookError } from '../../model/errors.ts';
import type { Incident } from '../../model/incident.ts';
import { unlink } from '../derive.ts';
import type { Views } from '../views.ts';
import { kind, refused } from './kind.ts';

const mention = z.string().regex(/^\d+\.\d+\.\d+$/);
const reportOf = (key: string): number => Number(key.split('.')[0]);

const Judged = z.object({
  a: mention,
  b: mention,
  verdict: z.enum(VERDICTS),
  names: z.tuple([z.string(), z.string()]),
  why: z.string().min(1),
});

const touchMentions = (views: Views, keys: readonly string[], incidents: Set<number>): void => {
  for (const key of keys) {
    const incident = views.linkOf.get(key);
    if (incident !== undefined) incidents.add(incident);
  }
};

export const mentionsJudged = kind<z.infer<typeof Judged>>({
  description: 'A person’s verdict on a pair of mentions: same, not the same, or unsure.',
  data: Judged,
  needs: (d) => ({ reports: [reportOf(d.a), reportOf(d.b)] }),
  apply(views, { seq, by, at, data }, touched) {
    const { a, b, verdict, names, why } = data;
    views.judgement.put({ judgement_id: seq, a, b, verdict, body: { by, why, at, names } }, seq);
    touchMentions(views, [a, b], touched.incidents);
  },
  undo(views, { seq: entry, data }, { seq, touched }) {
    if (!views.judgement.end({ judgement_id: entry }, seq))
      throw new DaybookError('entry-not-undoable', {
        entry,
        kind: 'mentions.judged',
        detail: 'it is undone already',
        todo: 'Nothing is left to do.',
      });
    touchMentions(views, [data.a, data.b], touched.incidents);
  },
});

const Settled = z.object({
  engine: z.string(),
  part: z.int().min(1),
  of: z.int().min(1),
  /** Codes of incidents that are new, or that changed theirs. */
  codes: z.array(z.object({ i: z.int().min(1), code: z.string() })),
  /** `score` and weights in hundredths of a bit; `part` = the mention's cluster under sure links. */
  added: z.array(
    z.object({
      i: z.int().min(1),
      m: mention,
      score: z.int(),
      part: z.int(),
      reasons: z.array(z.object({ name: z.string(), weight: z.int(), note: z.string().optional() })),
    }),
  ),
  ended: z.array(mention),
});

export const linksSettled = kind<z.infer<typeof Settled>>({
  description: 'The effect of linking: which mentions belong to which incident, with score and reasons.',
  data: Settled,
  needs: (d) => ({
    reports: [...d.added.map((l) => l.m), ...d.ended].map(reportOf),
    incidents: [...d.added, ...d.codes].map((l) => l.i),
  }),
  async apply(views, { seq, data }, touched) {
    for (const key of data.ended) unlink(views, key, seq, touched.incidents);
    for (const { i, code } of data.codes) await found(views, { id: i, code, seq }, touched.incidents);
    // An earlier part of the act may have taken an incident's last mention away before this one gives it another.
    for (const { i } of data.added)
      if (!views.incident.get(i)) await found(views, { id: i, code: null, seq }, touched.incidents);
    for (const l of data.added) {
      const [report_id, claim_no, k] = l.m.split('.').map(Number) as [number, number, number];
      const row = views.mention.get(report_id, claim_no, k);
      if (!row) continue;
      if (views.linkOf.get(l.m) !== l.i) unlink(views, l.m, seq, touched.incidents);
      const { score, part, reasons } = l;
      views.link.put(
        { incident_id: l.i, report_id, claim_no, k, published: row.published, score, part, reasons, mention: row.body },
        seq,
      );
      views.linkOf.set(l.m, l.i);
      touched.incidents.add(l.i);
    }
  },
  undo: refused('links follow from claims and judgements', 'Judge the pair: daybook judge SAME|DIFFERENT.'),
});

/**
 * An incident, new or found again, has a code before it has anything else: its summary follows from its links in the same
 * entry. One that had ended keeps what a person said about it.
 */
async function found(
  views: Views,
  at: { id: number; code: string | null; seq: number },
  touched: Set<number>,
): Promise<void> {
  const row = await views.incident.last({ incident_id: at.id });
  const code = at.code ?? row?.code;
  if (code === undefined) return;
  const body = { ...(row?.body ?? ({ incident_id: at.id, override: null } as unknown as Incident)), code };
  views.incident.put(
    row
      ? { ...row, code, body }
      : { incident_id: at.id, code, country: null, from_us: null, to_us: null, grade: 'Weak', countable: '{}', body },
    at.seq,
  );
  touched.add(at.id);
}

const Graded = z.object({
  incident_id: z.int().min(1),
  incident: z.string(),
  /** null = back to the computed grade. */
  grade: z.enum(GRADES).nullable(),
  why: z.string().min(1),
});

function override(
  views: Views,
  id: number,
  at: { seq: number; override: Incident['override']; graded: number | undefined },
): boolean {
  const row = views.incident.get(id);
  const { override: to, graded } = at;
  return row !== undefined && views.incident.put({ ...row, body: { ...row.body, override: to, graded } }, at.seq);
}

export const incidentGraded = kind<z.infer<typeof Graded>>({
  description: 'A person’s override of a computed grade, with the reason.',
  data: Graded,
  needs: (d) => ({ incidents: [d.incident_id] }),
  apply(views, { seq, data }, touched) {
    const { incident_id, grade, why } = data;
    if (override(views, incident_id, { seq, override: grade === null ? null : { grade, why }, graded: seq }))
      touched.incidents.add(incident_id);
  },
  async undo(views, { seq: entry, data }, { seq, touched }) {
    const { incident_id } = data;
    const refuse = (detail: string, todo = 'Nothing is left to do.'): never => {
      throw new DaybookError('entry-not-undoable', { entry, kind: 'incident.graded', detail, todo });
    };
    const before = await views.incident.endedBy(entry, { incident_id });
    if (!before) return refuse('it changed nothing');
    const now = views.incident.get(incident_id);
    if (!now) return refuse('the incident is no longer live');
    // By the entry, not by what it says: two people may say the same, and each undoes his own.
    if (now.body.graded !== entry)
      return refuse('the grade is another by now', 'Undo what was said later first, or grade it again: daybook grade.');
    const { override: to, graded } = before.body;
    if (override(views, incident_id, { seq, override: to, graded })) touched.incidents.add(incident_id);
  },
});
