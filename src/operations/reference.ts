import * as z from 'zod';
import { ENTRY_KINDS, type EntryKind } from '../model/codes.ts';
import { ERRORS } from '../model/catalogue.ts';
import { KINDS } from '../record/kinds.ts';
import { pathOf, type Operation } from './operation.ts';
import { VERBS } from './verbs.ts';

/** Reference pages as the program knows itself, in Markdown; the pages under docs/ are compared with them. */

const kebab = (name: string): string => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

/** The type of a field under its optional and default wrappings, with the default. */
function unwrapped(schema: z.ZodType): { type: z.ZodType; optional: boolean; fallback?: unknown } {
  if (schema instanceof z.ZodOptional) return { ...unwrapped(schema.unwrap() as z.ZodType), optional: true };
  if (schema instanceof z.ZodDefault)
    return { ...unwrapped(schema.unwrap() as z.ZodType), optional: true, fallback: schema.def.defaultValue };
  return { type: schema, optional: false };
}

function fieldRow(verb: Operation, name: string): string[] {
  const field = (verb.input.shape as Record<string, z.ZodType>)[name]!;
  const { type, optional, fallback } = unwrapped(field);
  const positional = verb.positional.includes(name);
  const many = type instanceof z.ZodArray ? '…' : '';
  const flag = type instanceof z.ZodBoolean ? `--${kebab(name)}` : `--${kebab(name)} ${kebab(name).toUpperCase()}`;
  const choices = type instanceof z.ZodEnum ? `${type.options.map((o) => `\`${o}\``).join(' ')}. ` : '';
  const told = `${choices}${field.description ?? type.description ?? ''}`.trim();
  const rest = fallback === undefined ? '' : ` (default ${String(fallback)})`;
  return [`\`${positional ? kebab(name).toUpperCase() + many : flag}\``, optional ? '' : 'yes', `${told}${rest}`];
}

function doorOf(verb: Operation): string {
  if (verb.localOnly && verb.name !== 'ingest') return 'Over HTTP: none, it works on files of this machine.';
  return `Over HTTP: \`${verb.right === 'reader' ? 'GET' : 'POST'} ${pathOf(verb)}\`${verb.right === 'desk' ? ', with the token of the desk' : ''}.`;
}

function section(verb: Operation): string {
  const fields = Object.keys(verb.input.shape);
  const rest = fields.filter((name) => !verb.positional.includes(name));
  const usage = ['daybook', verb.name, ...verb.positional.map((p) => kebab(p).toUpperCase()), '[options]'].join(' ');
  return [
    `### ${verb.name}`,
    verb.summary,
    `\`${usage}\``,
    table(
      ['argument or option', 'needed', 'meaning'],
      [
        ...[...verb.positional, ...rest].map((name) => fieldRow(verb, name)),
        ['`--json`', '', 'print the result as JSON'],
      ],
    ),
    doorOf(verb),
    `\`\`\`sh\n${verb.examples.join('\n')}\n\`\`\``,
  ].join('\n\n');
}

/** Every verb with what it takes, in the order of help. */
export function verbReference(verbs: readonly Operation[] = VERBS): string {
  const rows = verbs.map((v) => [`[\`${v.name}\`](#${v.name.replaceAll(' ', '-')})`, v.writes ? 'yes' : '', v.summary]);
  return [table(['verb', 'writes', 'what it does'], rows), ...verbs.map(section)].join('\n\n');
}

/** Every error of the catalogue. Words in braces are filled in. */
export const errorReference = (): string =>
  table(
    ['code', 'HTTP', 'what happened', 'what to do'],
    Object.entries(ERRORS).map(([code, e]) => [`\`${code}\``, String(e.status), e.sentence, e.remedy]),
  );

function kindRow(name: EntryKind): string[] {
  const kind = KINDS[name];
  if (!kind) return [`\`${name}\``, 'reserved: no entry of this kind is written yet', '', ''];
  const { properties = {} } = z.toJSONSchema(kind.data, { io: 'input', unrepresentable: 'any' });
  const fields = Object.keys(properties as object).map((f) => `\`${f}\``);
  const undone = typeof kind.undo === 'function' ? 'by `undo`' : `not: ${kind.undo.refused}. ${kind.undo.instead}`;
  return [`\`${name}\``, kind.description, fields.join(' '), undone];
}

/** Every kind of entry, with the fields of its data and how it is undone. */
export const kindReference = (): string => table(['kind', 'what it says', 'data', 'undone'], ENTRY_KINDS.map(kindRow));
