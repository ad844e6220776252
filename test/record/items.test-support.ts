/** Small news items by number: a few dozen attacks, each told by several sources in words of their own. */
const BASES = ['Ain al-Asad', 'Harir', 'al-Tanf', 'Conoco', 'Erbil'];
const SOURCES = [
  ['reuters', 'Reuters', 'news agency'],
  ['ap', 'Associated Press', 'news agency'],
  ['rudaw', 'Rudaw', 'broadcaster'],
  ['pentagon', 'US Department of Defense', 'official'],
] as const;
const WORDS = ['early', 'late', 'again', 'briefly', 'reportedly', 'unexpectedly', 'overnight'];

export function item(i: number): Record<string, unknown> {
  const day = 1 + (i % 27);
  const [id, name, kind] = SOURCES[i % SOURCES.length]!;
  const base = BASES[i % BASES.length]!;
  const date = `2024-01-${String(day).padStart(2, '0')}`;
  return {
    id: `item-${i}`,
    source: { id, name, kind },
    language: 'en',
    published: `${date}T${String(8 + (i % 12)).padStart(2, '0')}:00:00Z`,
    title: `Drone attack on ${base} base`,
    text: `A one-way drone attacked US forces at the ${base} base on ${day} January 2024, ${WORDS[i % WORDS.length]}. Item ${i} has words of its own: ${(i * 7919).toString(36)} ${(i * 104729).toString(36)}.`,
  };
}

/** The same shuffle for the same seed. */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const out = [...list];
  let state = seed;
  for (let i = out.length - 1; i > 0; i--) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    const j = state % (i + 1);
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}
