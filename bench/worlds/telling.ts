/** What is said of it: parties claim, acknowledge, report, copy, deny, late and loosely. Noise is drawn wider than the linker assumes. */
import { DAY, HOUR, MINUTE, showDay, showWall, toLocal, type Instant } from '../../src/model/instant.ts';
import type { IncidentClaim } from '../../src/model/claim.ts';
import type { Responsibility, Stance } from '../../src/model/codes.ts';
import type { Told } from '../../src/resolve/mentions.ts';
import type { Atlas } from './atlas.ts';
import type { Random } from './random.ts';
import type { Happened } from './truth.ts';

/** One report with its claims; `of` names what each claim is about: numbers of the truth, empty = nothing happened. */
export interface Telling {
  report: Told;
  claims: readonly { claim: IncidentClaim; of: readonly number[] }[];
}

export interface Noise {
  /** Another weapon than it was. */
  weapon: number;
  /** Another number of munitions. */
  munitions: number;
  /** The day before or after instead. */
  day: number;
  /** A span of several days instead of the day. */
  vague: number;
  /** Only the division, or only the country. */
  wide: number;
  /** A claim about nothing at all, per incident. */
  invented: number;
}

export const NOISE: Noise = { weapon: 0.12, munitions: 0.2, day: 0.02, vague: 0.06, wide: 0.15, invented: 0.03 };

interface Voice {
  source: string;
  speaker: string | null;
  stance: Stance;
  status: Responsibility;
  /** Chance that it speaks, and after how many hours on the mean. */
  speaks: number;
  delay: number;
}

const voices = (h: Happened, { agencies, monitors }: Atlas, random: Random): Voice[] => {
  const accused = 'SUSPECTED OR ACCUSED BY AUTHORITIES';
  const own = { speaker: null, status: accused } as const;
  const { command, official } = h.country;
  return [
    { ...own, source: h.by, stance: 'claims responsibility', status: 'CLAIMED OR ADMITTED', speaks: 0.6, delay: 5 },
    { ...own, source: command, stance: 'confirms', speaks: 0.5, delay: 12 },
    { ...own, source: random.pick(agencies), speaker: official, stance: 'reports', speaks: 0.5, delay: 6 },
    { ...own, source: random.pick(agencies), speaker: command, stance: 'confirms', speaks: 0.3, delay: 14 },
    { ...own, source: random.pick(agencies), stance: 'reports', speaks: 0.4, delay: 4 },
    { ...own, source: random.pick(monitors), stance: 'reports', speaks: 0.3, delay: 30 },
    { ...own, source: h.country.authority, stance: 'denies', speaks: 0.03, delay: 20 },
  ];
};

/** Every report of the world, by publication. Each truth that nobody affirms stays unknown to the record. */
export function tell(
  truth: readonly Happened[],
  world: Atlas,
  { random, noise }: { random: Random; noise: Noise },
): Telling[] {
  const told: Telling[] = [];
  const context = { world, random, noise };
  for (const h of truth) {
    for (const v of voices(h, world, random)) {
      if (!random.chance(v.speaks)) continue;
      const telling = one(h, v, told.length, context);
      told.push(telling);
      if (v.stance !== 'denies') copied(telling, told, context);
    }
    if (random.chance(noise.invented)) {
      const { report, claims } = one({ ...h, at: h.at + 3 * DAY }, invented(h), told.length, context);
      told.push({ report, claims: claims.map(({ claim }) => ({ claim, of: [] })) });
    }
  }
  return told.sort((a, b) => a.report.published - b.report.published);
}

const invented = (h: Happened): Voice => ({
  source: h.by,
  speaker: null,
  stance: 'claims responsibility',
  status: 'CLAIMED OR ADMITTED',
  speaks: 1,
  delay: 5,
});

interface Context {
  world: Atlas;
  random: Random;
  noise: Noise;
}

function one(h: Happened, v: Voice, n: number, { world, random, noise }: Context): Telling {
  const published = Math.floor(h.at + (1 + random.delay(v.delay)) * HOUR);
  const text = `${words(random, 9)} ${h.site.id} ${words(random, 4)}`;
  const claim: IncidentClaim = {
    kind: 'incident',
    evidence: [[0, text.length]],
    attribution: v.speaker === null ? [] : [{ speaker: v.speaker, via: null, cue: null }],
    stance: v.stance,
    certainty: random.chance(0.9) ? 'stated' : 'hedged',
    event: h.weapon === 'drone' ? 'Air/drone strike' : 'Shelling/artillery/missile attack',
    weapon: [random.chance(noise.weapon) ? 'unknown' : random.chance(noise.weapon / 2) ? 'rocket' : h.weapon],
    munitions: random.chance(0.5) ? exactly(random.chance(noise.munitions) ? random.int(1, 5) : h.munitions) : null,
    stage: h.outcome === 'intercepted' ? 'ATTEMPTED' : 'ACCOMPLISHED',
    outcome: random.chance(0.6) ? h.outcome : 'unknown',
    time: when(h, published, { world, random, noise }),
    place: { id: where(h, random, noise), text: null },
    perpetrator: random.chance(0.6) ? [{ actor: h.by, status: v.status }] : [],
    target: [],
    killed: null,
    injured: null,
  };
  const report = { code: `w-${n}`, published, source: v.source, voice: v.source, zone: null, text };
  return { report, claims: [{ claim, of: [h.n] }] };
}

const exactly = (n: number): { low: number; high: number } => ({ low: n, high: n });

/** Syllables enough that no two texts share three words by chance. */
const words = (random: Random, n: number): string =>
  Array.from({ length: n }, () => Math.floor(random.next() * 1e6).toString(36)).join(' ');

function where(h: Happened, random: Random, noise: Noise): string {
  if (!random.chance(noise.wide)) return h.site.id;
  return random.pick(h.site.areas);
}

function when(h: Happened, published: Instant, { world, random, noise }: Context): IncidentClaim['time'] {
  const zone = world.gazetteer.zone(h.site.id);
  const local = toLocal(h.at, zone);
  if (random.chance(noise.vague)) {
    const to = Math.min(local + random.int(0, 3) * DAY, toLocal(published, zone));
    return { from: showDay(local - random.int(1, 4) * DAY), to: showDay(Math.max(local, to)), text: null };
  }
  if (random.chance(noise.day)) {
    const day = showDay(local + (random.chance(0.5) ? DAY : -DAY));
    return { from: day, to: day, text: null };
  }
  if (random.chance(0.35)) {
    const slack = random.pick([MINUTE, HOUR, 3 * HOUR]);
    const from = local - Math.floor(random.next() * slack);
    return { from: showWall(from).slice(0, 16), to: showWall(from + slack).slice(0, 16), text: null };
  }
  return { from: showDay(local), to: showDay(local), text: null };
}

/** The same words on other pages, in their own voice. */
function copied(t: Telling, told: Telling[], { world, random }: Context): void {
  if (!random.chance(0.25)) return;
  for (let i = random.int(1, 3); i > 0; i--) {
    const source = random.pick(world.agencies);
    const published = Math.floor(t.report.published + random.delay(3) * HOUR);
    const report = { ...t.report, code: `w-${told.length}`, published, source, voice: source };
    const claims = t.claims.map(({ claim, of }) => ({
      of,
      claim: { ...claim, attribution: [], stance: 'reports' as const },
    }));
    told.push({ report, claims });
  }
}
