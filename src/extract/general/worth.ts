import { ROLES, type Entity, type Role } from './roles.ts';

/** What a first reading found in a text: log odds of the text and of its sentences, and who has which part. */
export interface Found {
  relevance: number;
  telling: readonly number[];
  chosen: readonly { role: Role; entity: Entity; score: number }[];
}

const clamp = (x: number, most: number): number => Math.max(-most, Math.min(most, x));

/** Roles whose words tell whether an incident counts: nobody else is harmed where all are soldiers. */
const TOLD: readonly Role[] = ['victim', 'target', 'perpetrator'];

/** What tells, once the parts of a text are known, whether it speaks of an incident at all. */
export function worthFeatures({ relevance, telling, chosen }: Found): string[] {
  const out = new Set([
    `rel=${clamp(Math.round(relevance), 4)}`,
    `best=${clamp(Math.round(Math.max(...telling)), 4)}`,
    `clear=${Math.min(4, telling.filter((z) => z > 0).length)}`,
  ]);
  for (let z = -3; z <= 3; z++) if (relevance > z) out.add(`rel>${z}`);
  for (const role of ROLES) {
    const of = chosen.filter((c) => c.role === role);
    const most = of.reduce((z, c) => Math.max(z, c.score), -1);
    out
      .add(`${role}=${clamp(Math.round(most), 3)}`)
      .add(`${role}#${Math.min(3, of.filter((c) => c.score > 0).length)}`);
    if (TOLD.includes(role))
      for (const c of of.slice(0, 2))
        for (const f of c.entity.features) if (/^(?:h|c|m)=/.test(f)) out.add(`${role}:${f}`);
  }
  return [...out];
}
