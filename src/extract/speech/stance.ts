import type { Responsibility, Stance } from '../../model/codes.ts';
import type { Cast } from './cast.ts';

/** What decides the stance: the verb of saying, who said it first, and whether it tells of an attack on their own side. */
export interface Saying {
  verb: string;
  /** Last of the chain, or the source's own voice. */
  origin: string;
  own: boolean;
  /** Whether a group speaks of itself ("said it had fired"), and not of what others did. */
  self?: boolean;
}

const DIRECT: Readonly<Record<string, Stance>> = {
  deny: 'denies',
  unsure: 'does not confirm',
  threaten: 'threatens',
  retract: 'retracts',
};

/** Stance of an incident claim: groups claim, the side attacked confirms, others report. */
export function incidentStance(x: Saying, cast: Cast): Stance {
  const direct = DIRECT[x.verb];
  if (direct && direct !== 'threatens') return direct;
  if (cast.groupOf(x.origin) && x.self !== false) return x.verb === 'accuse' ? 'accuses' : 'claims responsibility';
  if (x.verb === 'confirm') return 'confirms';
  if (!cast.isOutlet(x.origin) && cast.isTargetSide(x.origin)) return x.verb === 'accuse' ? 'accuses' : 'confirms';
  return x.verb === 'accuse' ? 'accuses' : 'reports';
}

/** Stance of a figure: reported, unless somebody confirms or denies it. */
export function figureStance(x: Saying): Stance {
  return x.verb === 'confirm' ? 'confirms' : (x.verb !== 'threaten' && DIRECT[x.verb]) || 'reports';
}

/** How firmly the text makes somebody responsible (MUC-4), from who says so. */
export function responsibility(actor: string, x: Saying & { hedged: boolean }, cast: Cast): Responsibility {
  const same = actor === x.origin || cast.bodies(x.origin).some((b) => cast.bodies(actor).includes(b));
  if (same && !cast.isOutlet(x.origin)) return 'CLAIMED OR ADMITTED';
  if (x.own && !x.hedged && !cast.isTargetSide(x.origin))
    return cast.isOfficial(x.origin) || cast.isForce(x.origin)
      ? 'SUSPECTED OR ACCUSED BY AUTHORITIES'
      : 'REPORTED AS FACT';
  if (x.own && x.hedged) return 'SUSPECTED OR ACCUSED';
  return cast.isRelay(x.origin) ? 'SUSPECTED OR ACCUSED' : 'SUSPECTED OR ACCUSED BY AUTHORITIES';
}
