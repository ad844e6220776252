import type { Grade } from '../model/codes.ts';
import { GRADE_NAMES_AR } from '../model/codes.ts';
import type { Incident } from '../model/incident.ts';
import type { Name } from '../model/names.ts';
import type { Tables } from '../record/small-tables.ts';
import { actorNamed } from './present.ts';

/** Why an incident has its grade, as one sentence in each language; one row a grade. */
const WHY: Record<Grade, { en: (parties: string, n: number) => string; ar: (parties: string, n: number) => string }> = {
  Confirmed: {
    en: () =>
      'Confirmed: acknowledged by the command or state of the side that was struck, or by the state that struck.',
    ar: () => 'مؤكدة: أقرّت بها قيادة الجهة المستهدفة أو دولتها، أو الدولة التي نفّذتها.',
  },
  Fair: {
    en: (p, n) => `Fair: ${n} independent parties speak of it (${p}), none of them the command that was struck.`,
    ar: (p, n) => `مقبولة: تحدثت عنها ${n} جهات مستقلة (${p})، وليست بينها قيادة الجهة المستهدفة.`,
  },
  Weak: {
    en: (p) => `Weak: only one party speaks of it (${p}).`,
    ar: (p) => `ضعيفة: لم تتحدث عنها إلا جهة واحدة (${p}).`,
  },
  Contested: {
    en: () => 'Contested: denied by a party in a position to know, and not confirmed.',
    ar: () => 'متنازع عليها: نفتها جهة في موضع يتيح لها المعرفة، ولم تُؤكَّد.',
  },
  Discounted: {
    en: () => 'Discounted: shown not to have happened.',
    ar: () => 'غير محتسبة: ثبت أنها لم تقع.',
  },
};

export function gradeWhy(i: Pick<Incident, 'grade' | 'override' | 'parties'>, tables: Tables): Name {
  if (i.override)
    return {
      en: `${i.grade}: set by the desk. Reason: ${i.override.why}`,
      ar: `${GRADE_NAMES_AR[i.grade]}: حدّدها فريق التحرير. السبب: ${i.override.why}`,
    };
  const parties = i.parties.map((p) => actorNamed(p, tables).name);
  const { en, ar } = WHY[i.grade];
  return {
    en: en(parties.map((p) => p.en).join(', '), parties.length),
    ar: ar(parties.map((p) => p.ar ?? p.en).join('، '), parties.length),
  };
}
