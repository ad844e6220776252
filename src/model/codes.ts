/**
 * Code lists that the record stores, each in the spelling of the standard that it comes from.
 * Sources: ACLED codebook 2023 (event types), MUC-4 slots 5 and 11 (stage, responsibility), PLOVER (auxiliary),
 * the NATO/Admiralty system (reliability, credibility), Airwars (grades, mirrored for attacks on forces).
 */
export const CLAIM_KINDS = ['incident', 'tally', 'level', 'statement'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

export const STANCES = [
  'reports',
  'claims responsibility',
  'confirms',
  'denies',
  'accuses',
  'does not confirm',
  'retracts',
  'threatens',
] as const;
export type Stance = (typeof STANCES)[number];

export const CERTAINTIES = ['stated', 'hedged'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

export const RESPONSIBILITIES = [
  'REPORTED AS FACT',
  'CLAIMED OR ADMITTED',
  'SUSPECTED OR ACCUSED',
  'SUSPECTED OR ACCUSED BY AUTHORITIES',
  'POSSIBLE',
  'ACQUITTED',
  'DENIED',
] as const;
export type Responsibility = (typeof RESPONSIBILITIES)[number];

export const STAGES = ['ACCOMPLISHED', 'ATTEMPTED', 'THREATENED'] as const;
export type Stage = (typeof STAGES)[number];

export const OUTCOMES = ['hit', 'intercepted', 'missed', 'unknown'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** ACLED event_type → its sub_event_types. */
export const EVENT_TYPES = {
  Battles: ['Armed clash', 'Government regains territory', 'Non-state actor overtakes territory'],
  'Explosions/Remote violence': [
    'Chemical weapon',
    'Air/drone strike',
    'Suicide bomb',
    'Shelling/artillery/missile attack',
    'Remote explosive/landmine/IED',
    'Grenade',
  ],
  'Violence against civilians': ['Sexual violence', 'Attack', 'Abduction/forced disappearance'],
  Protests: ['Peaceful protest', 'Protest with intervention', 'Excessive force against protesters'],
  Riots: ['Violent demonstration', 'Mob violence'],
  'Strategic developments': [
    'Agreement',
    'Arrests',
    'Change to group/activity',
    'Disrupted weapons use',
    'Headquarters or base established',
    'Looting/property destruction',
    'Non-violent transfer of territory',
    'Other',
  ],
} as const;
export type Event = (typeof EVENT_TYPES)[keyof typeof EVENT_TYPES][number];
export const EVENTS = Object.values(EVENT_TYPES).flat() as [Event, ...Event[]];

/** Units of a tally (theirs). */
export const TALLY_UNITS = ['attack', 'strike', 'operation', 'injured', 'killed', 'troops', 'rocket', 'drone'] as const;
export type TallyUnit = (typeof TALLY_UNITS)[number];

/** Units of a rule (ours) and the tally units that each may be set beside. */
export const RULE_UNITS = ['incident', 'munition', 'casualty', 'statement'] as const;
export type RuleUnit = (typeof RULE_UNITS)[number];
export const COMPARABLE_UNITS: Readonly<Record<RuleUnit, readonly TallyUnit[]>> = {
  incident: ['attack', 'strike', 'operation'],
  munition: ['rocket', 'drone'],
  casualty: ['injured', 'killed'],
  statement: [],
};

export const WEAPONS = [
  'drone',
  'rocket',
  'missile',
  'mortar',
  'bomb',
  'gun',
  'aircraft',
  'grenade',
  'fire',
  'blade',
  'unknown',
] as const;
export type Weapon = (typeof WEAPONS)[number];

export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Reliability = (typeof RELIABILITIES)[number];

/** Grades in order of precedence: the first that applies is the grade. */
export const GRADES = ['Discounted', 'Confirmed', 'Contested', 'Fair', 'Weak'] as const;
export type Grade = (typeof GRADES)[number];
export const GRADE_NAMES_AR: Readonly<Record<Grade, string>> = {
  Confirmed: 'مؤكدة',
  Fair: 'مقبولة',
  Weak: 'ضعيفة',
  Contested: 'متنازع عليها',
  Discounted: 'غير محتسبة',
};

/** Who knows of an incident; the four partition the best count. */
export const KNOWLEDGE = ['both', 'acknowledged only', 'claimed only', 'reported only'] as const;
export type Knowledge = (typeof KNOWLEDGE)[number];

/** PLOVER's auxiliaries: claims of this kind are kept and never counted as new incidents. */
export const AUXILIARIES = ['historical', 'future', 'hypothetical', 'negated'] as const;
export type Auxiliary = (typeof AUXILIARIES)[number];

export const SOURCE_KINDS = [
  'official',
  'armed group',
  'news agency',
  'newspaper',
  'broadcaster',
  'monitor',
  'think tank',
  'individual',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const MEDIA = ['web', 'transcript', 'telegram', 'facebook', 'x', 'tv', 'email', 'rss'] as const;
export type Medium = (typeof MEDIA)[number];

export const LANGUAGES = ['en', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

export const RIGHTS = ['quote', 'full', 'none'] as const;
export type Rights = (typeof RIGHTS)[number];

export const PROVENANCES = ['captured', 'paraphrase', 'import'] as const;
export type Provenance = (typeof PROVENANCES)[number];

export const REVIEWS = ['suggested', 'accepted', 'amended', 'rejected'] as const;
export type Review = (typeof REVIEWS)[number];

export const VERDICTS = ['POSITIVE', 'NEGATIVE', 'UNSURE'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const RELATIONS = ['member_of', 'brand_of', 'speaks_for', 'side'] as const;
export type Relation = (typeof RELATIONS)[number];

/** Kinds of entry, past participles; `story.*` and `issue.*` belong to the publication, the last four are reserved. */
export const ENTRY_KINDS = [
  'source.noted',
  'actor.noted',
  'place.noted',
  'rule.set',
  'report.captured',
  'report.withdrawn',
  'report.read',
  'claim.accepted',
  'claim.rejected',
  'claim.amended',
  'claim.added',
  'mentions.judged',
  'links.settled',
  'incident.graded',
  'entry.undone',
  'engine.adopted',
  'story.saved',
  'story.scheduled',
  'story.published',
  'story.changed',
  'story.withdrawn',
  'issue.sent',
  'subject.erased',
  'entry.redacted',
  'key.rotated',
  'restore.noted',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];
