import { getBlobs } from '../store/blobs.ts';
import type { Query } from '../store/connection.ts';
import type {
  ClaimRow,
  DataFileRow,
  IncidentRow,
  JudgementRow,
  LinkRow,
  MentionRow,
  NounRow,
  ReadingRow,
  ReportRow,
  RuleRow,
  TallyRow,
} from './rows.ts';
import { tablesAt, tablesFrom, type Tables } from './small-tables.ts';
import { VIEW_TABLES } from './tables.ts';
import { Versioned } from './versioned.ts';

/** A point after every entry. */
const LAST = Number.MAX_SAFE_INTEGER;

/** Every view inside one transaction of the sequencer, with the texts and small tables that deriving rows needs. */
export class Views {
  readonly q: Query;
  readonly source: Versioned<NounRow>;
  readonly actor: Versioned<NounRow>;
  readonly place: Versioned<NounRow>;
  readonly rule: Versioned<RuleRow>;
  readonly report: Versioned<ReportRow>;
  readonly claim: Versioned<ClaimRow>;
  readonly mention: Versioned<MentionRow>;
  readonly tally: Versioned<TallyRow>;
  readonly incident: Versioned<IncidentRow>;
  readonly link: Versioned<LinkRow>;
  readonly judgement: Versioned<JudgementRow>;
  readonly reading: Versioned<ReadingRow>;
  readonly data_file: Versioned<DataFileRow>;
  /** Texts by SHA-256 (hex): those that this transaction brings, then whatever it had to load. */
  readonly texts: Map<string, string>;
  /** Where each mention (report_id.claim_no.k) is linked now; filled for the reports that `ensureReports` loaded. */
  readonly linkOf = new Map<string, number>();
  readonly #scope: object | null;
  #tables: Tables | null = null;
  /** Whether an entry of this transaction changed a small table: what others keep does not hold here. */
  #changed = false;
  #linked = new Set<number>();

  /** With a store as `scope` the small tables are shared with whatever else reads them there. */
  constructor(q: Query, { texts, scope }: { texts?: ReadonlyMap<string, string>; scope?: object } = {}) {
    this.q = q;
    this.texts = new Map(texts);
    this.#scope = scope ?? null;
    this.source = new Versioned(VIEW_TABLES.source, q);
    this.actor = new Versioned(VIEW_TABLES.actor, q);
    this.place = new Versioned(VIEW_TABLES.place, q);
    this.rule = new Versioned(VIEW_TABLES.rule, q);
    this.report = new Versioned(VIEW_TABLES.report, q);
    this.claim = new Versioned(VIEW_TABLES.claim, q);
    this.mention = new Versioned(VIEW_TABLES.mention, q);
    this.tally = new Versioned(VIEW_TABLES.tally, q);
    this.incident = new Versioned(VIEW_TABLES.incident, q);
    this.link = new Versioned(VIEW_TABLES.link, q);
    this.judgement = new Versioned(VIEW_TABLES.judgement, q);
    this.reading = new Versioned(VIEW_TABLES.reading, q);
    this.data_file = new Versioned(VIEW_TABLES.data_file, q);
  }

  /** The small tables in force at this moment of the transaction. */
  async tables(): Promise<Tables> {
    if (this.#tables) return this.#tables;
    if (this.#scope && !this.#changed) return (this.#tables = await tablesAt(this.q, LAST, this.#scope));
    await Promise.all([this.actor.ensureAll(), this.place.ensureAll(), this.source.ensureAll()]);
    this.#tables = tablesFrom({ actors: this.actor.all(), places: this.place.all(), sources: this.source.all() });
    return this.#tables;
  }

  /** Called when an entry changed a small table. */
  tablesChanged(): void {
    this.#changed = true;
    this.#tables = null;
  }

  /** Loads the report family of these reports, and the incident family that their mentions are linked to. */
  async ensureReports(reportIds: Iterable<number>): Promise<void> {
    const ids = [...new Set(reportIds)];
    await Promise.all([
      this.report.ensure(ids),
      this.claim.ensure(ids),
      this.mention.ensure(ids),
      this.tally.ensure(ids),
      this.reading.ensure(ids),
    ]);
    await this.#ensureLinksOf(ids);
  }

  /** Says that these reports are new in this transaction: there is nothing to load. */
  freshReports(ids: number[]): void {
    for (const t of [this.report, this.claim, this.mention, this.tally, this.reading]) t.fresh(ids);
    for (const id of ids) this.#linked.add(id);
  }

  async #ensureLinksOf(reportIds: number[]): Promise<void> {
    const missing = reportIds.filter((id) => !this.#linked.has(id));
    if (!missing.length) return;
    const rows = await this.q<{ incident_id: number; report_id: number; claim_no: number; k: number }>(
      'select incident_id, report_id, claim_no, k from link where report_id = any($1::bigint[]) and until is null',
      [missing],
    );
    for (const r of rows) {
      const key = `${r.report_id}.${r.claim_no}.${r.k}`;
      if (!this.linkOf.has(key)) this.linkOf.set(key, r.incident_id);
    }
    for (const id of missing) this.#linked.add(id);
    await this.ensureIncidents(rows.map((r) => r.incident_id));
  }

  /** Loads incidents with their links. */
  async ensureIncidents(incidentIds: Iterable<number>): Promise<void> {
    const ids = [...new Set(incidentIds)];
    await Promise.all([this.incident.ensure(ids), this.link.ensure(ids)]);
  }

  /** Loads the texts of these reports (rows must be loaded). */
  async ensureTexts(reportIds: Iterable<number>): Promise<void> {
    const shas = [...new Set(reportIds)]
      .map((id) => this.report.get(id)?.body.text)
      .filter((sha): sha is string => sha !== undefined && !this.texts.has(sha));
    if (!shas.length) return;
    for (const [sha, blob] of await getBlobs(this.q, [...new Set(shas)]))
      this.texts.set(sha, Buffer.from(blob.bytes).toString('utf8'));
  }

  text(report: ReportRow): string {
    const text = this.texts.get(report.body.text);
    if (text === undefined) throw new Error(`text of report ${report.code} was not loaded`);
    return text;
  }

  /** Writes everything that changed. */
  async flush(): Promise<void> {
    for (const name of Object.keys(VIEW_TABLES) as (keyof typeof VIEW_TABLES)[]) await this[name].flush();
  }
}
