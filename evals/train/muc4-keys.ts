import { STATUSES, TYPES, type Status, type Type } from '../../src/extract/general/knowledge.ts';
import { ROLES, type Role } from '../../src/extract/general/roles.ts';

interface Alternative {
  v?: string;
  x?: string[];
  from?: string | null;
  to?: string | null;
}
interface Fill {
  optional: boolean;
  alts: Alternative[];
}
interface KeyTemplate {
  optional: boolean;
  slots: Record<string, Fill[] | null>;
}
/** A MUC-4 document with its key. */
export interface Keyed {
  text: string;
  dateline: { date?: string | null } | null;
  templates: KeyTemplate[];
}

/** What the key of a document says, in the words by which entities and days are compared. */
export interface Key {
  relevant: boolean;
  /** Only optional templates: neither right nor wrong. */
  open: boolean;
  types: ReadonlySet<Type>;
  /** Heads of the fillers of each role; optional ones apart. */
  sure: Readonly<Record<Role, ReadonlySet<string>>>;
  optional: Readonly<Record<Role, ReadonlySet<string>>>;
  status: ReadonlyMap<string, Status>;
  /** Days as `from to`, in milliseconds. */
  days: ReadonlySet<string>;
  dated: boolean;
  /** Heads of victims and targets, template by template. */
  templates: readonly ReadonlySet<string>[];
}

const SLOTS: Readonly<Record<Role, readonly string[]>> = {
  perpetrator: ['perp_ind'],
  organisation: ['perp_org'],
  target: ['phys_id'],
  victim: ['hum_name', 'hum_desc'],
  weapon: ['instr_id'],
};

const ARTICLE = /^(?:the|a|an|some|several|his|her|their|its)\s+/;
const ATTACHED = /\s(?:of|in|on|at|from|for|with|by|to|near|who|that|which|belonging|located|loaded|and)\s.*$/;

/** Head of a phrase as the MUC-4 scorers of the field take it: its last word before any attachment, without plural s. */
export function headOf(phrase: string): string {
  const plain = phrase
    .toLowerCase()
    .replace(/[“”"'`[\](),.;:]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(ARTICLE, '')
    .replace(ATTACHED, '');
  return plain.slice(plain.lastIndexOf(' ') + 1).replace(/(?<=[a-z]{3})s$/, '');
}

const strings = (fills: readonly Fill[]): string[] => fills.flatMap((f) => f.alts.map((a) => a.v ?? ''));
const fillsOf = (t: KeyTemplate, role: Role): Fill[] => SLOTS[role].flatMap((slot) => t.slots[slot] ?? []);
const heads = (fills: readonly Fill[]): Set<string> =>
  new Set(
    strings(fills)
      .map(headOf)
      .filter((h) => h && h !== '-'),
  );

const byRole = (of: (role: Role) => Set<string>): Record<Role, Set<string>> =>
  Object.fromEntries(ROLES.map((r) => [r, of(r)])) as Record<Role, Set<string>>;

function statusesOf(templates: readonly KeyTemplate[]): Map<string, Status> {
  const out = new Map<string, Status>();
  for (const f of templates.flatMap((t) => t.slots.perp_org_conf ?? []))
    for (const a of f.alts) {
      const name = (Object.keys(STATUSES) as Status[]).find((s) => STATUSES[s] === a.v);
      for (const x of name ? (a.x ?? []) : []) if (!out.has(headOf(x))) out.set(headOf(x), name!);
    }
  return out;
}

const time = (day: string | null | undefined): number | null => (day ? Date.parse(day) : null);

export function keyOf({ templates, dateline }: Keyed): Key {
  const sure = templates.filter((t) => !t.optional);
  const all = (role: Role, optional: boolean): Set<string> =>
    heads(templates.flatMap((t) => fillsOf(t, role).filter((f) => (t.optional || f.optional) === optional)));
  const named = new Set(sure.flatMap((t) => strings(t.slots.type ?? [])));
  const dates = templates.flatMap((t) => t.slots.date?.[0]?.alts ?? []);
  return {
    relevant: sure.length > 0,
    open: templates.length > 0 && sure.length === 0,
    types: new Set(TYPES.filter((t) => named.has(t.toUpperCase()))),
    sure: byRole((r) => all(r, false)),
    optional: byRole((r) => all(r, true)),
    status: statusesOf(templates),
    days: new Set(dates.map((a) => `${time(a.from)} ${time(a.to)}`)),
    dated: Boolean(dateline?.date),
    templates: templates.map((t) => heads([...fillsOf(t, 'victim'), ...fillsOf(t, 'target')])),
  };
}
