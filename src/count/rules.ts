import { DaybookError } from '../model/errors.ts';
import { Rule } from '../model/rule.ts';
import type { Tables } from './scope.ts';

/** A rule file's content → Rule, or `rule-invalid` with every fault named: shape, bounds, and names that nobody knows. */
export function parseRule(content: unknown, file: string, tables: Tables): Rule {
  const parsed = Rule.safeParse(content);
  const id = nameOf(content) ?? file;
  if (!parsed.success) {
    const faults = parsed.error.issues.map((i) => `${i.path.length ? `${i.path.join('.')}: ` : ''}${i.message}`);
    throw invalid(id, faults.join('; '), file);
  }
  const rule = parsed.data;
  const unknown = [
    ...rule.place.filter((p) => !tables.gazetteer.get(p)).map((p) => `place “${p}” does not exist`),
    ...[...(rule.target ?? []), ...(rule.perpetrator ?? [])]
      .filter((a) => !tables.actors.get(a))
      .map((a) => `actor “${a}” does not exist`),
  ];
  if (unknown.length) throw invalid(id, unknown.join('; '), file);
  const { since, until } = rule.window;
  if (since !== null && until !== null && since > until) throw invalid(id, 'window: since lies after until', file);
  return rule;
}

const invalid = (rule: string, detail: string, file: string): DaybookError =>
  new DaybookError('rule-invalid', { rule, detail }, { where: { file } });

function nameOf(content: unknown): string | undefined {
  const id = typeof content === 'object' && content !== null ? (content as { id?: unknown }).id : undefined;
  return typeof id === 'string' ? id : undefined;
}
