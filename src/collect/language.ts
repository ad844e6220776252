/** How much of the text is looked at; headlines and first paragraphs tell enough. */
const SAMPLE = 4000;
const ARABIC_SCRIPT: ReadonlySet<string> = new Set(['ar', 'fa', 'ur', 'ckb', 'ps', 'ug', 'sd']);

/** `en-US`, `AR_iq` → `en`, `ar`; what is no language tag is returned as it is, for the noun to refuse. */
export const languageTag = (said: string): string =>
  /^([a-z]{2,3})(?=$|[-_])/i.exec(said.trim())?.[1]?.toLowerCase() ?? said;

/** Share of Arabic letters among the letters of the text. */
function arabicShare(text: string): number {
  const letters = text.slice(0, SAMPLE).match(/\p{L}/gu) ?? [];
  return letters.length === 0 ? 0 : letters.filter((c) => /\p{Script=Arabic}/u.test(c)).length / letters.length;
}

/** Whether a page that calls itself this language is at least written in its script; templates often lie. */
export function scriptAgrees(language: string, text: string): boolean {
  const share = arabicShare(text);
  return ARABIC_SCRIPT.has(language) ? share > 0.1 : share < 0.5;
}

/** The detector's tables take a moment to load, so they are loaded once, and only when a text does not say. */
let loaded: Promise<(text: string) => string> | undefined;
async function load(): Promise<(text: string) => string> {
  const { eld } = await import('eld');
  if ('load' in eld) await eld.load('medium');
  return (text) => eld.detect(text).language;
}

/** The language of a text that does not say it; null when it cannot be told. */
export async function detectLanguage(text: string): Promise<string | null> {
  loaded ??= load();
  const found = (await loaded)(text.slice(0, SAMPLE));
  if (found !== '' && scriptAgrees(found, text)) return found;
  return arabicShare(text) > 0.5 ? 'ar' : null;
}
