import type { Language } from '../model/codes.ts';

/** Which digits an Arabic sentence uses; one setting for all of them. */
export type Digits = 'western' | 'arabic-indic';

/** Forms of a counted noun by CLDR plural category. `{n}` stands where the number is said beside the noun. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

const rules = { en: new Intl.PluralRules('en'), ar: new Intl.PluralRules('ar') };

/** The number with its noun in the right form: "1 claim", "حادثتان", "11 حادثة". */
export const counted = (n: number, forms: Forms, language: Language): string =>
  (forms[rules[language].select(n)] ?? forms.other).replace('{n}', String(n));

/** Writes the digits of a finished Arabic sentence as the setting says. */
export const inDigits = (text: string, digits: Digits): string =>
  digits === 'western' ? text : text.replace(/[0-9]/g, (d) => String.fromCharCode(0x660 + Number(d)));
