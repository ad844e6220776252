import { describe, expect, test } from 'vitest';
import { read } from '../desk.testing.ts';

const chains = (text: string, more: Parameters<typeof read>[1] = {}): string[][] =>
  read(text, more).map((c) => c.attribution.map((a) => a.speaker));

const briefing = (text: string, id = 'pentagon'): string[][] =>
  chains(text, { medium: 'transcript', source: { id, name: id, kind: 'official' }, speaks_for: id });

describe('who speaks by a label alone', () => {
  test.each([
    ['UPDATE: Two drones hit the Ain al-Asad base on Monday.', []],
    ['JUST IN: AFP: two drones hit the Ain al-Asad base on Monday.', ['afp']],
    ['AFP: two drones hit the Ain al-Asad base on Monday.', ['afp']],
    ['Two drones hit the Ain al-Asad base on Monday - Kurdish security sources', ['kurdish-security-source']],
    ['Two drones hit the Ain al-Asad base on Monday (SDF spox).', ['sdf-spokesperson']],
    ['"Two drones hit the Ain al-Asad base on Monday": CENTCOM', ['centcom']],
    ['Two drones hit the Ain al-Asad base on Monday - a first in weeks.', []],
    ['Two drones on Monday hit a base of US Central Command (CENTCOM).', []],
  ])('%s', (text, expected) => {
    expect(chains(text)[0]).toEqual(expected);
  });

  test('a source before the outlet that it speaks to', () => {
    const text = 'عاجل | مصدر ميداني للميادين: استهداف قاعدة عين الأسد بصواريخ';
    expect(chains(text, { language: 'ar' })[0]).toEqual(['al-mayadeen', 'local-sources']);
    const source = { id: 'al-mayadeen', name: 'm', kind: 'broadcaster' };
    expect(chains(text, { language: 'ar', source })[0]).toEqual(['local-sources']);
    expect(chains(text.replace('مصدر ميداني للميادين', 'مراسل الميادين'), { language: 'ar', source })[0]).toEqual([]);
  });
});

describe('offices in the transcript of their body', () => {
  const HIT = 'Two rockets fell near the Conoco field on Monday and nobody was hurt.';
  test.each([
    ['DEPUTY PRESS SECRETARY', 'pentagon', ['pentagon-deputy-press-secretary']],
    ['PRESS SECRETARY', 'pentagon', ['pentagon-press-secretary']],
    ['DIRECTOR FOR OPERATIONS', 'pentagon', ['joint-staff-operations-director']],
    ['SPOKESPERSON', 'us-state-department', ['us-state-department-spokesperson']],
    ['Q', 'pentagon', ['reporter-question']],
  ])('%s of %s', (label, body, expected) => {
    expect(briefing(`${label}: ${HIT}`, body)[0]).toEqual(expected);
  });

  test('a turn goes on to the next label, and what it passes on has the speaker in front', () => {
    const text = `PRESS SECRETARY: Good afternoon.\n${HIT}\nQ: Any comment?\nDEPUTY PRESS SECRETARY: The Lebanese health ministry said rockets hit the Ain al-Asad base on Monday.`;
    const found = briefing(text);
    expect(found[0]).toEqual(['pentagon-press-secretary']);
    expect(found.at(-1)).toEqual(['pentagon-deputy-press-secretary', 'lebanon-health-ministry']);
  });

  test('outside a transcript the words are no office', () => {
    expect(chains(`DEPUTY PRESS SECRETARIES: ${HIT}`)[0]).toEqual([]);
  });
});
