import { isDeepStrictEqual } from 'node:util';
import type { Judgement } from '../model/judgement.ts';
import { mentionKey, type Mention } from '../model/mention.ts';
import type { Gazetteer } from '../model/place.ts';
import { affirms } from '../resolve/grade.ts';
import { inOrder } from '../resolve/order.ts';
import { name, type Held } from '../resolve/name.ts';
import { pairsOf } from '../resolve/pairs.ts';
import type { Cluster } from '../resolve/partition.ts';
import { resolve } from '../resolve/resolve.ts';
import { splitByBytes, type Draft } from './envelope.ts';
import type { Json } from './json.ts';
import { nearby } from './nearby.ts';
import type { LinkRow, MentionRow } from './rows.ts';
import type { Views } from './views.ts';
import type { Tables } from './small-tables.ts';

/** Linking of version 1; a change of weights or thresholds is a new version. */
export const LINKER = 'linker/1';
/** Incident ids that one act may hand out: id = number of its first entry × 2²⁰ + place among its new incidents. */
const IDS = 2 ** 20;

/** Hundredths: entries hold integers only. */
const hundredths = (bits: number): number => Math.round(bits * 100);

/**
 * What linking changes after some mentions changed: clusters only what hangs together with them (their connected part of
 * the graph of "may be one"), so the cost of a claim stays flat, and the result is that of clustering everything.
 */
export async function settle(
  views: Views,
  at: { dirty: readonly string[]; by: string; next: number },
): Promise<Draft[]> {
  const tables = await views.tables();
  await views.judgement.ensureAll();
  const judgements: Judgement[] = views.judgement.all();
  const mentions = await connected(views, { dirty: at.dirty, judgements, tables });
  if (!mentions.length) return [];
  await views.ensureReports(mentions.map((m) => m.report_id));
  const partition = resolve(mentions, judgements, tables);
  const held = [...holding(views, mentions), ...(await former(views, mentions))];
  const known = new Set<string>();
  let codes = name(partition, held, { gazetteer: tables.gazetteer, taken: (c) => known.has(c) }).codes;
  for (
    let fresh = await taken(views, codes, { held, known });
    fresh.length;
    fresh = await taken(views, codes, { held, known })
  ) {
    for (const c of fresh) known.add(c);
    codes = name(partition, held, { gazetteer: tables.gazetteer, taken: (c) => known.has(c) }).codes;
  }
  return drafts(views, { clusters: partition.clusters, codes, held, by: at.by, next: at.next });
}

/** Codes just given that some incident outside this block has or once had. */
async function taken(
  views: Views,
  codes: ReadonlyMap<string, string>,
  { held, known }: { held: readonly Held[]; known: ReadonlySet<string> },
): Promise<string[]> {
  const own = new Set(held.map((h) => h.code));
  const asked = [...codes.values()].filter((c) => !own.has(c) && !known.has(c));
  if (!asked.length) return [];
  const rows = await views.q<{ code: string }>('select distinct code from incident where code = any($1::text[])', [
    asked,
  ]);
  return rows.map((r) => r.code);
}

/** Incidents that these mentions are linked to now. */
function holding(views: Views, mentions: readonly Mention[]): Held[] {
  const members = new Map<number, string[]>();
  for (const m of mentions) {
    const id = views.linkOf.get(mentionKey(m));
    if (id !== undefined) members.set(id, [...(members.get(id) ?? []), mentionKey(m)]);
  }
  return [...members].flatMap(([incident_id, keys]) => {
    const code = codeOf(views, incident_id);
    return code === undefined ? [] : [{ incident_id, code, members: keys }];
  });
}

/**
 * Incidents that are no more and that these mentions belonged to last: who undoes a rejection, a withdrawal or a judgement
 * finds the incident again under its own code, with the grade that a person gave it.
 */
async function former(views: Views, mentions: readonly Mention[]): Promise<Held[]> {
  const keys = new Set(mentions.map(mentionKey));
  const links = await views.q<{ incident_id: number; report_id: number; claim_no: number; k: number }>(
    'select incident_id, report_id, claim_no, k from link where report_id = any($1::bigint[]) order by since desc, incident_id desc',
    [[...new Set(mentions.map((m) => m.report_id))]],
  );
  const gone = await views.q<{ incident_id: number; code: string }>(
    `select incident_id, (array_agg(code order by since desc))[1] as code from incident where incident_id = any($1::bigint[])
     group by incident_id having bool_and(until is not null) order by incident_id`,
    [[...new Set(links.filter((l) => keys.has(mentionKey(l))).map((l) => l.incident_id))]],
  );
  const members = new Map(gone.map((g) => [g.incident_id, [] as string[]]));
  for (const l of links) {
    // The newest first: a mention speaks for the last of its incidents that ended.
    if (!keys.has(mentionKey(l)) || !members.has(l.incident_id)) continue;
    keys.delete(mentionKey(l));
    members.get(l.incident_id)!.push(mentionKey(l));
  }
  return gone
    .map(({ incident_id, code }) => ({ incident_id, code, members: members.get(incident_id)! }))
    .filter((h) => h.members.length);
}

const codeOf = (views: Views, id: number): string | undefined => views.incident.get(id)?.code;

/** The mentions that hang together with the changed ones: grown until nothing outside may be one with anything inside. */
async function connected(
  views: Views,
  at: { dirty: readonly string[]; judgements: readonly Judgement[]; tables: Tables },
): Promise<Mention[]> {
  const rows = new Map<string, MentionRow>();
  await add(views, rows, { keys: withLinked(views, at.dirty) });
  if (!rows.size) return [];
  let inside = new Set(rows.keys());
  const looked = new Set<string>();
  for (let grown = true; grown;) {
    const news = [...inside].filter((k) => !looked.has(k));
    for (const k of news) looked.add(k);
    await add(views, rows, { around: news.flatMap((k) => rows.get(k) ?? []), gazetteer: at.tables.gazetteer });
    await add(views, rows, { keys: judgedWith(at.judgements, inside).filter((k) => !rows.has(k)) });
    const next = component(rows, inside, at);
    grown = next.size > inside.size;
    inside = next;
  }
  return inOrder([...inside].map((k) => rows.get(k)!.body));
}

/** Changed mentions, and those that share an incident with them now (they may have to part). */
function withLinked(views: Views, keys: readonly string[]): string[] {
  const all = new Set(keys);
  for (const key of keys) {
    const id = views.linkOf.get(key);
    if (id !== undefined) for (const l of views.link.of(id)) all.add(mentionKey(l));
  }
  return [...all];
}

const judgedWith = (judgements: readonly Judgement[], inside: ReadonlySet<string>): string[] =>
  judgements.filter((j) => j.verdict === 'POSITIVE' && inside.has(j.a) !== inside.has(j.b)).flatMap((j) => [j.a, j.b]);

async function add(
  views: Views,
  rows: Map<string, MentionRow>,
  what: { keys: readonly string[] } | { around: readonly MentionRow[]; gazetteer: Gazetteer },
): Promise<void> {
  const found: MentionRow[] = [];
  if ('around' in what) {
    if (what.around.length) found.push(...(await nearby(views.q, what.around, what.gazetteer)));
  } else if (what.keys.length) {
    const parts = what.keys.map((k) => k.split('.').map(Number));
    found.push(
      ...(await views.q<MentionRow>(
        `select m.* from unnest($1::bigint[], $2::bigint[], $3::bigint[]) as u(r, c, k)
         join mention m on m.report_id = u.r and m.claim_no = u.c and m.k = u.k and m.until is null`,
        [0, 1, 2].map((i) => parts.map((p) => p[i])),
      )),
    );
  }
  for (const r of found) rows.set(mentionKey(r), r);
}

/** Everything in `rows` that is reachable from `inside` over pairs that may be one, or that people joined. */
function component(
  rows: ReadonlyMap<string, MentionRow>,
  inside: ReadonlySet<string>,
  at: { judgements: readonly Judgement[]; tables: Tables },
): Set<string> {
  const all = inOrder([...rows.values()].map((r) => r.body));
  const keys = all.map(mentionKey);
  const next = new Map<string, string[]>();
  const join = (a: string, b: string): void => {
    next.set(a, [...(next.get(a) ?? []), b]);
    next.set(b, [...(next.get(b) ?? []), a]);
  };
  for (const p of pairsOf(all, at.tables)) join(keys[p.a]!, keys[p.b]!);
  for (const j of at.judgements) if (j.verdict === 'POSITIVE' && rows.has(j.a) && rows.has(j.b)) join(j.a, j.b);
  const reached = new Set([...inside].filter((k) => rows.has(k)));
  for (const k of reached) for (const n of next.get(k) ?? []) reached.add(n);
  return reached;
}

interface Naming {
  clusters: readonly Cluster[];
  codes: ReadonlyMap<string, string>;
  held: readonly Held[];
  by: string;
  next: number;
}

/** What one cluster adds to the record; a code travels with the first link that needs it. */
interface Piece {
  codes: { i: number; code: string }[];
  added: Json[];
}

/** Only the difference to the links in force is recorded. */
function drafts(views: Views, { clusters, codes, held, by, next }: Naming): Draft[] {
  const idOf = new Map(held.map((h) => [h.code, h.incident_id]));
  const pieces: Piece[] = [];
  let fresh = 0;
  for (const cluster of clusters) {
    const code = codes.get(cluster.founding)!;
    const affirmed = cluster.members.some((m) => affirms(m.mention));
    const id = idOf.get(code) ?? (affirmed ? undefined : silent(views, cluster)) ?? next * IDS + fresh++;
    const links = changedLinks(views, cluster, id);
    const first = views.incident.get(id) || !(affirmed || links.length) ? [] : [{ i: id, code }];
    if (first.length || links.length) pieces.push({ codes: first, added: links.slice(0, 1) });
    for (const link of links.slice(1)) pieces.push({ codes: [], added: [link] });
  }
  return pieces.length ? inParts(pieces, by) : [];
}

/** What nobody affirms is no incident yet, so nothing holds its code: its links stay as they are while they are together. */
function silent(views: Views, { members }: Cluster): number | undefined {
  const id = views.linkOf.get(members[0]!.key);
  return members.every((m) => views.linkOf.get(m.key) === id) ? id : undefined;
}

function changedLinks(views: Views, cluster: Cluster, id: number): Json[] {
  const partOf = new Map(cluster.parts.flatMap((keys, n) => keys.map((k) => [k, n] as const)));
  return cluster.members.flatMap((m): Json[] => {
    const reasons = m.reasons.map((r) => ({
      name: r.name,
      weight: hundredths(r.weight),
      ...(r.note ? { note: r.note } : {}),
    }));
    const link = { i: id, m: m.key, score: hundredths(m.score), part: partOf.get(m.key) ?? 0, reasons };
    const { report_id, claim_no, k } = m.mention;
    const now: LinkRow | undefined = views.link.get(id, report_id, claim_no, k);
    const same = now && now.score === link.score && now.part === link.part && isDeepStrictEqual(now.reasons, reasons);
    return same ? [] : [link as unknown as Json];
  });
}

/** Parts of one act, none larger than an entry may be. */
function inParts(pieces: readonly Piece[], by: string): Draft[] {
  const chunks = splitByBytes(pieces as unknown as Json[], 40_000) as unknown as Piece[][];
  return chunks.map((chunk, n) => {
    const [codes, added] = [chunk.flatMap((p) => p.codes), chunk.flatMap((p) => p.added)];
    const data = { engine: LINKER, part: n + 1, of: chunks.length, codes, added, ended: [] };
    return { kind: 'links.settled', by, data: data as unknown as Json };
  });
}
