/** Where the desk follows events, as data/theatre.yaml has it. */
export interface Theatre {
  /** Ids of countries in the gazetteer. */
  countries: ReadonlySet<string>;
  /** Whether incidents of the rest of the world are looked for too. */
  anywhere: boolean;
}

export function theatreOf(data: unknown): Theatre {
  const { countries, anywhere } = (data ?? {}) as { countries?: unknown; anywhere?: unknown };
  return {
    countries: new Set(Array.isArray(countries) ? countries.map(String) : []),
    anywhere: anywhere === true,
  };
}
