import { expect, test } from 'vitest';
import type { Place } from '../model/place.ts';
import { nameForms, namesOf } from './place-names.ts';

const forms = nameForms({
  facilities: {
    field: { kinds: ['field'], forms: ['… oil field', '… field', 'حقل …', 'حقل … النفطي'] },
    camp: { kinds: ['camp', 'town'], forms: ['… camp'] },
  },
});
const place = (kind: string, en: string, ar: string): Place => ({
  id: 'p',
  name: { en, ar },
  aliases: { en: [], ar: [] },
  kind,
  within: null,
  lat: 0,
  lon: 0,
});

test('a name in one form is known in the other forms of its kind', () => {
  expect(namesOf(place('field', 'Tawke oil field', 'حقل طاوكي'), forms)).toEqual([
    'Tawke oil field',
    'حقل طاوكي',
    'Tawke field',
    'حقل طاوكي النفطي',
  ]);
});

test('a town has no camp unless it is called by one', () => {
  expect(namesOf(place('town', 'Zakho', 'زاخو'), forms)).toEqual(['Zakho', 'زاخو']);
});
