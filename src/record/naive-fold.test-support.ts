/**
 * What a record holds at a point, told a second time: slowly, from entries alone, sharing no code with the views, with
 * linking or with counting. It knows only the small world of histories.test.ts: attacks on US forces at bases in Iraq and
 * Syria, told to the minute, whose words no two reports share.
 */
import type { Claim, IncidentClaim } from '../model/claim.ts';
import type { Grade, Knowledge, Review, Verdict } from '../model/codes.ts';

export interface Logged {
  seq: number;
  kind: string;
  data: Record<string, unknown>;
}

interface HeldClaim {
  claim: Claim;
  review: Review;
  vanished: boolean;
}
interface HeldReport {
  source: string;
  published: number;
  withdrawn: boolean;
}

/** Reports and claims as the entries leave them. */
export interface Held {
  reports: Map<number, HeldReport>;
  claims: Map<string, HeldClaim>;
  judgements: Map<number, { a: string; b: string; verdict: Verdict }>;
  grades: Map<number, Grade | null>;
}

/** An undone entry is as if it had not been: it is left out before anything else is looked at. */
export function heldAfter(entries: readonly Logged[]): Held {
  const undone = new Set(entries.filter((e) => e.kind === 'entry.undone').map((e) => e.data.entry));
  const held: Held = { reports: new Map(), claims: new Map(), judgements: new Map(), grades: new Map() };
  for (const e of entries) if (!undone.has(e.seq)) take(held, e);
  return held;
}

function take({ reports, claims, judgements, grades }: Held, { seq, kind, data }: Logged): void {
  const d = data as {
    report: { source: { id: string }; published: string };
    report_id: number;
    claim_no: number;
    content: Claim;
    claims: { no: number; claim: Claim }[];
    vanished: number[];
    a: string;
    b: string;
    verdict: Verdict;
    incident_id: number;
    grade: Grade | null;
  };
  const key = `${d.report_id}.${d.claim_no}`;
  const said = (review: Review, claim = claims.get(key)!.claim): unknown =>
    claims.set(key, { claim, review, vanished: false });
  if (kind === 'report.captured')
    reports.set(seq, { source: d.report.source.id, published: Date.parse(d.report.published), withdrawn: false });
  if (kind === 'report.withdrawn') reports.get(d.report_id)!.withdrawn = true;
  if (kind === 'report.read') {
    for (const no of d.vanished) {
      const claim = claims.get(`${d.report_id}.${no}`);
      if (claim?.review === 'suggested') claims.delete(`${d.report_id}.${no}`);
      else if (claim) claim.vanished = true;
    }
    for (const { no, claim } of d.claims)
      claims.set(`${d.report_id}.${no}`, { claim, review: 'suggested', vanished: false });
  }
  if (kind === 'claim.accepted') said('accepted');
  if (kind === 'claim.rejected') said('rejected');
  if (kind === 'claim.amended') said('amended', d.content);
  if (kind === 'claim.added') said('accepted', d.content);
  if (kind === 'mentions.judged') judgements.set(seq, { a: d.a, b: d.b, verdict: d.verdict });
  if (kind === 'incident.graded') grades.set(d.incident_id, d.grade);
}

/** Mentions that live claims speak of: `report.claim.k` → its claim. */
export function mentionsOf({ reports, claims }: Held): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, { claim, review }] of claims) {
    const report = reports.get(Number(key.split('.')[0]));
    if (claim.kind !== 'incident' || claim.auxiliary || review === 'rejected' || report!.withdrawn) continue;
    for (let k = 1; k <= (claim.count?.low ?? 1); k++) found.set(`${key}.${k}`, key);
  }
  return found;
}

const affirms = ({ claim }: { claim: Claim }): boolean => claim.stance !== 'denies';

export interface Fold {
  held: Held;
  /** Mention → incident. A link goes with its mention and comes back only when linking says so again. */
  links: Map<string, number>;
  codes: Map<number, string>;
  /** Incidents that somebody affirms; one that nobody does ends, and lives again only when linking says so. */
  alive: Set<number>;
}

export function fold(entries: readonly Logged[], n: number): Fold {
  const links = new Map<string, number>();
  const codes = new Map<number, string>();
  const alive = new Set<number>();
  const until = entries.filter((e) => e.seq <= n);
  for (let i = 1; i <= until.length; i++) {
    const held = heldAfter(until.slice(0, i));
    const live = mentionsOf(held);
    for (const m of links.keys()) if (!live.has(m)) links.delete(m);
    const { kind, data } = until[i - 1]!;
    if (kind === 'links.settled') {
      const { codes: named, added } = data as {
        codes: { i: number; code: string }[];
        added: { i: number; m: string }[];
      };
      for (const { i, code } of named) codes.set(i, code);
      for (const l of added) if (live.has(l.m)) links.set(l.m, l.i);
      for (const { i } of [...named, ...added]) alive.add(i);
    }
    const affirmed = new Set([...links].filter(([m]) => affirms(held.claims.get(live.get(m)!)!)).map(([, i]) => i));
    for (const i of alive) if (!affirmed.has(i)) alive.delete(i);
  }
  return { held: heldAfter(until), links, codes, alive };
}

export interface Probe {
  /** Half open, milliseconds UTC. */
  window: [number, number];
  cutoff: number | null;
  reviewedOnly: boolean;
}

/** Code → innermost set; partition of best; reviewed claims of the high-set. */
export function countOf({ held, links, codes, alive }: Fold, { window, cutoff, reviewedOnly }: Probe) {
  const incidents = new Map<number, string[]>();
  for (const [m, i] of links) if (alive.has(i)) incidents.set(i, [...(incidents.get(i) ?? []), m]);
  const sets: Record<string, string> = {};
  const partition: Record<Knowledge, number> = {
    both: 0,
    'acknowledged only': 0,
    'claimed only': 0,
    'reported only': 0,
  };
  const claims = new Map<string, boolean>();
  for (const [i, mentions] of incidents) {
    const keys = [...new Set(mentions.map((m) => m.slice(0, m.lastIndexOf('.'))))];
    const told = keys.map((key) => ({
      key,
      ...held.claims.get(key)!,
      report: held.reports.get(Number(key.split('.')[0]))!,
    }));
    const heard = told.filter(
      (c) => (cutoff === null || c.report.published <= cutoff) && (!reviewedOnly || /accepted|amended/.test(c.review)),
    );
    const yes = heard.filter(affirms);
    if (!yes.length) continue;
    const us = yes.some((c) => c.report.source === 'pentagon');
    const group = yes.some((c) => (c.claim as IncidentClaim).stance === 'claims responsibility');
    const denied = heard.some((c) => c.report.source === 'pentagon' && (c.claim as IncidentClaim).stance === 'denies');
    const parties = new Set(yes.map((c) => c.report.source)).size;
    const grade = held.grades.get(i) ?? (us ? 'Confirmed' : denied ? 'Contested' : parties > 1 ? 'Fair' : 'Weak');
    const spans = yes.map((c) => span(c.claim as IncidentClaim));
    const shared = [Math.max(...spans.map((s) => s[0])), Math.min(...spans.map((s) => s[1]))] as const;
    const hull = [Math.min(...spans.map((s) => s[0])), Math.max(...spans.map((s) => s[1]))] as const;
    const [from, to] = shared[0] < shared[1] ? shared : hull;
    const middle = (from + to) / 2;
    if (grade === 'Discounted' || from >= window[1] || to <= window[0]) continue;
    const sure = grade === 'Confirmed' || grade === 'Fair';
    const whole = from >= window[0] && to <= window[1];
    const best = grade !== 'Contested' && (whole || (middle >= window[0] && middle < window[1]));
    sets[codes.get(i)!] = !best ? 'high' : sure && whole ? 'low' : 'best';
    if (best) partition[us ? (group ? 'both' : 'acknowledged only') : group ? 'claimed only' : 'reported only']++;
    for (const c of heard) claims.set(c.key, /accepted|amended/.test(c.review));
  }
  return { sets, partition, reviewed: { n: [...claims.values()].filter(Boolean).length, of: claims.size } };
}

/** Baghdad and Damascus keep UTC+3 the year round; the contract's last minute is included. */
const span = ({ time }: IncidentClaim): [number, number] => [
  Date.parse(`${time.from}:00+03:00`),
  Date.parse(`${time.to}:00+03:00`) + 60_000,
];
