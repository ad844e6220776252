import { describe, expect, test } from 'vitest';
import type { IncidentClaim } from '../../model/claim.ts';
import { data, report, words } from '../desk.testing.ts';
import { createEngine } from '../engine.ts';

const anywhere = createEngine({ ...data, theatre: { countries: [], anywhere: true } });
const home = createEngine(data);

const GUNMEN =
  'Masked gunmen shot dead the mayor of Lugano and wounded two policemen outside the town hall yesterday, police said. ' +
  'Guerrillas of the Red Dawn Front (RDF) claimed responsibility for the murder. The attack destroyed a police vehicle.';
const BOMB =
  'A CAR BOMB EXPLODED IN FRONT OF THE NATIONAL BANK THIS MORNING, INJURING THREE PASSERSBY AND DESTROYING TWO STORES.\n\n' +
  'MEANWHILE, FOUR TERRORISTS KIDNAPPED BUSINESSMAN JOHN MILLER AT HIS HOME ON TUESDAY. THE KIDNAPPERS DEMANDED A RANSOM.';

const incidents = (text: string, engine = anywhere): IncidentClaim[] =>
  engine.read(report(text)).filter((c): c is IncidentClaim => c.kind === 'incident');

describe('incidents whose parties no table knows', () => {
  test('parties are the slugs of their words, with how responsibility is put', () => {
    const [claim] = incidents(GUNMEN);
    expect(claim!.target).toEqual(expect.arrayContaining(['mayor', 'two-policemen']));
    expect(claim!.perpetrator).toContainEqual({ actor: 'red-dawn-front', status: 'CLAIMED OR ADMITTED' });
    expect(claim!.perpetrator.map((p) => p.actor)).toContain('masked-gunmen');
  });

  test('the day is the one that is told of the attack', () => {
    const { from, to, text } = incidents(GUNMEN)[0]!.time;
    expect([from, to, text]).toEqual(['2024-01-11T00:00', '2024-01-11T23:59', 'yesterday']);
  });

  test('the harm is told with its number', () => {
    expect(incidents(GUNMEN)[0]!.injured).toMatchObject({ low: 2, high: 2, who: 'two-policemen' });
  });

  test('in capitals too, and two incidents are told apart', () => {
    const claims = incidents(BOMB);
    expect(claims.map((c) => c.event)).toEqual(['Remote explosive/landmine/IED', 'Abduction/forced disappearance']);
    expect(claims[0]!.weapon).toEqual(['bomb']);
    expect(claims[0]!.target).toContain('national-bank');
    expect(claims[1]!.target).toEqual(['businessman-john-miller']);
    expect(claims.map((c) => c.perpetrator.map((p) => p.actor))).toEqual([[], ['four-terrorists']]);
    expect(claims.map((c) => c.time.text)).toEqual(['THIS MORNING', 'TUESDAY']);
  });

  test('every claim rests on words of the text', () => {
    for (const c of incidents(BOMB)) expect(BOMB).toContain(words(c, BOMB).split(' … ')[0]);
  });

  test.each([
    'The president opened a new school in the capital on Tuesday and promised more money for teachers.',
    'Workers went on strike over pay, and the shop stayed closed.',
    '',
  ])('nothing of: %s', (text) => {
    expect(incidents(text)).toEqual([]);
  });

  test('a desk that does not ask for the whole world gets none', () => {
    expect(incidents(BOMB, home)).toEqual([]);
  });

  test('in its own theatre the rules of the desk speak, as they do without the general reader', () => {
    const text = 'Two rockets hit al-Asad air base in Iraq on Thursday, wounding three US soldiers, Reuters reported.';
    const both = createEngine({ ...data, theatre: { countries: ['iraq'], anywhere: true } });
    expect(incidents(text, both)).toEqual(incidents(text, home));
  });
});
