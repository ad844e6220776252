/**
 * The three roles: owner (migrate, rebuild), writer, reader. They are groups without login, taken for one transaction
 * by SET LOCAL ROLE; the login itself inherits nothing from them. Roles belong to the server, so several Daybook
 * databases on one server share them, and two processes may be making them at once.
 */
import type pg from 'pg';
import { DaybookError } from '../model/errors.ts';

export const ROLES = ['daybook_owner', 'daybook_writer', 'daybook_reader'] as const;
const NAMES = ROLES.join(', ');

interface Standing {
  version: number;
  superuser: boolean;
  login: string;
  database: string;
  missing: string[];
  taken: boolean;
  schema: boolean;
}

// One query when nothing is to do. 'SET' (may take the role) is known since 16; before, a member always may.
const STANDING = `
  select current_setting('server_version_num')::int as version, session_user::text as login,
    current_database()::text as database,
    (select rolsuper from pg_roles where rolname = session_user) as superuser,
    array(select n from unnest($1::text[]) n where not exists (select from pg_roles where rolname = n)) as missing,
    (select count(*) = 3 from pg_roles where rolname = any($1) and pg_has_role(session_user, oid,
      case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end)) as taken,
    (select count(*) = 3 from pg_roles r, pg_namespace s where r.rolname = any($1) and s.nspname = 'public'
      and has_schema_privilege(r.oid, s.oid, 'USAGE')
      and (r.rolname <> 'daybook_owner' or has_schema_privilege(r.oid, s.oid, 'CREATE'))) as schema`;

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const inherit = (version: number): string => (version >= 160000 ? ' with inherit false, set true' : '');
const createRole = (role: string): string => `create role ${role} nologin`;
const grantRoles = (login: string, version: number): string => `grant ${NAMES} to ${quote(login)}${inherit(version)}`;
const GRANT_SCHEMA = [`grant usage on schema public to ${NAMES}`, 'grant create on schema public to daybook_owner'];

/** The statements that an administrator runs where the login may not. */
function forAdministrator(s: Standing): string {
  const all = [...s.missing.map(createRole), grantRoles(s.login, s.version), ...GRANT_SCHEMA].map((sql) => `${sql};`);
  return [`-- in the database ${quote(s.database)}`, ...all].join('\n');
}

function forSuperuser(s: Standing): string {
  const login = "create role daybook login noinherit password 'choose one';";
  return `${login}\n${forAdministrator({ ...s, login: 'daybook' })}\n-- then use postgresql://daybook:…@…/${s.database}`;
}

/** Sees to it that the login may take the three roles here and that they may use the schema; refuses a superuser. */
export async function prepareRoles(pool: pg.Pool): Promise<void> {
  const s = await standing(pool);
  if (s.superuser) throw new DaybookError('database-superuser', { sql: forSuperuser(s) });
  if (s.version < 150000) {
    throw new DaybookError('database-unreachable', {
      detail: `the server is version ${Math.floor(s.version / 10000)}; 15 is the oldest`,
    });
  }
  if (s.taken && s.schema) return;
  try {
    for (const role of s.missing) await make(pool, createRole(role));
    if (!s.taken) await make(pool, grantRoles(s.login, s.version));
    if (!s.schema) for (const sql of GRANT_SCHEMA) await make(pool, sql);
  } catch (cause) {
    if ((cause as { code?: string }).code !== '42501') throw cause;
    throw new DaybookError('database-roles', { sql: forAdministrator(s) }, { cause });
  }
  // GRANT of what one can't give is only a warning, so look again.
  const now = await standing(pool);
  if (!now.taken || !now.schema) throw new DaybookError('database-roles', { sql: forAdministrator(now) });
}

async function standing(pool: pg.Pool): Promise<Standing> {
  return (await pool.query<Standing & pg.QueryResultRow>(STANDING, [ROLES])).rows[0]!;
}

/** Another process may make the same role or grant at the same moment; that is as good as ours. */
async function make(pool: pg.Pool, sql: string): Promise<void> {
  try {
    await pool.query(sql);
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    const raced = code === '42710' || code === '23505' || (code === 'XX000' && /concurrently/.test(String(error)));
    if (!raced) throw error;
  }
}
