import { DAY } from './instant.ts';
import { width, type Interval } from './interval.ts';

/**
 * Precision codes, always derived from how wide an interval or a place is, never typed in.
 * ACLED codebook: time_precision 1 day · 2 week · 3 month; geo_precision 1 exact place · 2 near it or small region · 3 larger region.
 * UCDP GED codebook: date_prec 1 day · 2 2–6 days · 3 week · 4 month · 5 more than a month; where_prec 1 exact · 2 near a place ·
 * 3 second-order division (district) · 4 first-order division · 5 linear or fuzzy region · 6 country · 7 international waters or airspace.
 */
export function acledTime(i: Interval): 1 | 2 | 3 {
  const days = width(i) / DAY;
  return days <= 2 ? 1 : days <= 8 ? 2 : 3;
}

export function ucdpDate(i: Interval): 1 | 2 | 3 | 4 | 5 {
  const days = width(i) / DAY;
  return days <= 1.5 ? 1 : days <= 6.5 ? 2 : days <= 8 ? 3 : days <= 31.5 ? 4 : 5;
}

/** How a kind of place narrows a location, from a site to the sea. */
export const PLACE_WIDTHS: Readonly<Record<string, { acled: 1 | 2 | 3; ucdp: 1 | 2 | 3 | 4 | 5 | 6 | 7 }>> = {
  base: { acled: 1, ucdp: 1 },
  airport: { acled: 1, ucdp: 1 },
  'diplomatic mission': { acled: 1, ucdp: 1 },
  'government building': { acled: 1, ucdp: 1 },
  infrastructure: { acled: 1, ucdp: 1 },
  camp: { acled: 1, ucdp: 1 },
  field: { acled: 1, ucdp: 1 },
  town: { acled: 1, ucdp: 1 },
  city: { acled: 1, ucdp: 1 },
  zone: { acled: 2, ucdp: 2 },
  area: { acled: 2, ucdp: 2 },
  district: { acled: 2, ucdp: 3 },
  governorate: { acled: 3, ucdp: 4 },
  region: { acled: 3, ucdp: 5 },
  territory: { acled: 3, ucdp: 5 },
  country: { acled: 3, ucdp: 6 },
  sea: { acled: 3, ucdp: 7 },
};

export const acledGeo = (placeKind: string): 1 | 2 | 3 => PLACE_WIDTHS[placeKind]?.acled ?? 3;
export const ucdpWhere = (placeKind: string): 1 | 2 | 3 | 4 | 5 | 6 | 7 => PLACE_WIDTHS[placeKind]?.ucdp ?? 6;
