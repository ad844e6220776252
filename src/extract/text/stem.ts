/** Endings that are cut, longest first; what is left keeps at least three letters. */
const ENDINGS = ["'s", 'ings', 'ing', 'ies', 'ied', 'ers', 'es', 'ed', 's', 'e', 'y'] as const;

/**
 * A rough stem: "murdered", "murdering" and "murder" are one word, and so are "city" and "cities".
 * Only sameness matters; a stem is never shown.
 */
export function stem(word: string): string {
  for (const end of ENDINGS) {
    if (!word.endsWith(end) || word.length - end.length < 3) continue;
    const cut = word.slice(0, word.length - end.length);
    if (end === 's' && cut.endsWith('s')) return word;
    return doubled(cut) ? cut.slice(0, -1) : end === 'ers' ? `${cut}er` : cut;
  }
  return word;
}

/** "kidnapp", "bombb": a consonant that was doubled before the ending. */
const doubled = (w: string): boolean => w.length > 3 && w.at(-1) === w.at(-2) && !'aeiousl'.includes(w.at(-1)!);
