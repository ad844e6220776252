import { expect, test } from 'vitest';
import { read } from '../desk.testing.ts';

const speakers = (text: string): string[] => read(text).map((c) => c.attribution.map((a) => a.speaker).join(' < '));

test('a quotation over two sentences is said by whoever is named behind it', () => {
  const text =
    '"Two drones hit the Ain al-Asad base housing US forces on Tuesday. Two rockets hit the Conoco base in Syria on Monday," Pat Ryder said.';
  expect(speakers(text)).toEqual(['pentagon-press-secretary', 'pentagon-press-secretary']);
});

test('a quotation goes on after its speaker', () => {
  const text =
    '"Two drones hit the Ain al-Asad base housing US forces on Tuesday," Karim Testov said. "Two rockets hit the Conoco base in Syria on Monday."';
  expect(speakers(text)).toEqual(['karim-testov', 'karim-testov']);
});

test.each([
  // Nobody's quotation, and words outside it, stay the report's own.
  'The base is called "the Ain al-Asad air base of the west". Two drones hit the Ain al-Asad base housing US forces on Tuesday.',
  '"It was loud," Karim Testov said. Two drones hit the Ain al-Asad base housing US forces on Tuesday.',
])('%s', (text) => {
  expect(speakers(text)).toEqual(['']);
});
