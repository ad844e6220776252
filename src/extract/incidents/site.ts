/** A place told in a sentence, over tokens [from, to); `id` null = one that the gazetteer does not know. */
export interface Site {
  from: number;
  to: number;
  id: string | null;
  /** Whether it is a spot (base, town, building) and no region or country. */
  spot: boolean;
  /** The words that named it, where those at hand only refer back to it. */
  told?: string;
}

/** A place that a report named, as later words refer back to it. */
export interface Named {
  id: string | null;
  text: string;
  /** What kind of facility its own words call it, where the gazetteer does not know it. */
  kind: string | null;
  /** Index of the sentence. */
  at: number;
}
