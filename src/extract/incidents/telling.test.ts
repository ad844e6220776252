import { expect, test } from 'vitest';
import type { Claim } from '../../model/claim.ts';
import type { ReadingInput } from '../engine.ts';
import { read } from '../desk.testing.ts';

type Incident = Extract<Claim, { kind: 'incident' }>;

const told = (text: string, more: Partial<ReadingInput> = {}): Incident[] =>
  read(text, more).flatMap((c) => (c.kind === 'incident' ? [c] : []));

const authors = (c: Incident | undefined): string[] => (c?.perpetrator ?? []).map((p) => p.actor);

test.each([
  ['Turkish artillery shelled the outskirts of Amedi on Tuesday, residents said.', 'turkish-armed-forces'],
  ['The frigate shot down four Houthi drones over the southern Red Sea on Tuesday, officials said.', 'houthis'],
  ['US Central Command forces killed an ISIS leader in a raid north of Raqqa on Tuesday.', 'centcom'],
  ['Coalition gunners pounded militia positions near Mayadin on Tuesday, SOHR said.', 'coalition-forces'],
  ['The SDF said two fighters were killed on Tuesday when ISIS gunmen attacked a post near Hajin.', 'isis'],
])('who did it stands where those who act stand: %s', (text, actor) => {
  expect(authors(told(text)[0])).toEqual([actor]);
});

test('a belief about who was behind an attack accuses, and denies nothing', () => {
  const [attack] = told(
    'US officials believe Kataib Hezbollah was behind the drone attack that wounded two soldiers at Tower 22 on Tuesday.',
  );
  expect(attack).toMatchObject({ stance: 'accuses', perpetrator: [{ actor: 'kataib-hezbollah' }] });
});

test('so many people of a side did nothing', () => {
  expect(
    authors(told('The drone that struck Tower 22 on Tuesday left three Americans dead and more than 30 wounded.')[0]),
  ).toEqual([]);
});

test('a party that was struck names the other side and claims nothing', () => {
  const [strike] = told('A headquarters of our brigade in al-Qaim was bombed by American aircraft on Tuesday.', {
    source: { id: 'pmf', name: 'PMF', kind: 'official' },
    speaks_for: 'pmf',
  });
  expect(strike).toMatchObject({
    target: ['pmf'],
    perpetrator: [{ status: 'SUSPECTED OR ACCUSED BY AUTHORITIES' }],
  });
});

test.each([
  ['US troops and militia fighters exchanged fire near al-Tanf on Tuesday, an official said.', 'Armed clash'],
  ['Coalition artillery shelled militia posts near Mayadin on Tuesday.', 'Shelling/artillery/missile attack'],
  ['US troops captured an ISIS financier near Raqqa on Tuesday, an SDF official said.', 'Arrests'],
  ['An IED went off under a US vehicle near Shaddadi on Tuesday.', 'Remote explosive/landmine/IED'],
])('the event is told by guns, men on the ground and arrests where no weapon is named: %s', (text, event) => {
  expect(told(text)[0]?.event).toBe(event);
});

test('an attack recalled as a motive is an incident of its own, a mere motive is none', () => {
  const recalled = told(
    'In retaliation for the drone strike that killed two American soldiers at Rmeilan on Sunday, US bombers hit militia sites near Mayadin on Tuesday, officials said.',
  );
  expect(recalled.map((c) => c.killed?.low ?? null)).toEqual([2, null]);
  expect(told('In solidarity with Gaza, Kataib Hezbollah hit Ain al-Asad base on Tuesday.')).toHaveLength(1);
});

test('one that fell is told with those that were launched', () => {
  const all = told('Two rockets malfunctioned and landed in an empty lot outside Taji base on Tuesday, police said.');
  expect(all).toHaveLength(1);
  expect(all[0]).toMatchObject({ place: { id: 'taji-base' }, outcome: 'missed', munitions: { low: 2, high: 2 } });
});

test('a second attack some time later is not the first one', () => {
  const all = told(
    'A first rocket hit the runway at Rmeilan base on Tuesday and a second, forty minutes later, set a fuel truck on fire.',
  );
  expect(all.map((c) => c.place?.id)).toEqual(['rmeilan-landing-zone', 'rmeilan-landing-zone']);
});

test('another voice on those hurt is a claim of its own, sentences later', () => {
  const all = told(
    'Two US soldiers were hurt when a drone exploded at Ain al-Asad base on Tuesday, an American official said. Flights were halted. The Iraqi army said four soldiers were wounded.',
  );
  expect(all.map((c) => c.injured?.low)).toEqual([2, 4]);
});

test.each([
  'The army held an exercise at Balad base on Tuesday in which rockets were fired at mock targets.',
  'Iraq marked the anniversary of the strike that killed a general at Baghdad airport with a rally on Tuesday.',
  'Since the October attacks the base at Harir has doubled its air defences, a US commander said.',
  'Two engineers were killed on Tuesday when a crane collapsed at the Zubair field.',
  'A drone attack on a base such as Ain al-Asad could draw Washington into a wider war, analysts said.',
  'The ministry said it would rebuild the Baiji refinery, which was damaged in fighting with ISIS.',
  'The minister said on Tuesday that drones could be launched at Harir base unless the dispute was settled.',
])('exercises, anniversaries, accidents and possibilities are no incident: %s', (text) => {
  expect(told(text)).toEqual([]);
});
