import type { Page, Reading } from '../page.ts';
import type { Scope } from '../speech/hearing.ts';

/** More items than this have no list of attacks. */
const ITEMS = 30;

/** Items of one list stand on lines that follow each other, or with one left empty between them. */
const APART = 2;

/** What opens an item, apart from its number: a dash, a dot, a star, a square, an arrow, a picture. */
const BULLET = /^[\p{Pd}\p{So}•‣*→]/u;

/** An item of a list whose opening line told the act ("استهدف مجاهدونا اليوم: ١. قاعدة …", "carried out two attacks: ▪ the base …"). */
export function listItem(r: Reading, page: Page): boolean {
  const { head } = page;
  if (head === null || head.line >= r.line) return false;
  const first = r.scene.tokens[0]?.form;
  if (first?.kind === 'number') return first.value < ITEMS;
  return r.line - head.last <= APART && BULLET.test(opening(r));
}

/** The first characters of the sentence, with room for one of two units. */
const opening = ({ scene: { text, range } }: Reading): string => text.slice(range.from, range.from + 2);

/** Who says what the opening line of a list: the words of an item are theirs, unless it names others. */
export const spokenBy = ({ scopes, scene: s }: Reading): Scope | null => {
  const last = scopes.findLast((o) => o.cue !== null && o.chain.length > 0);
  return last && s.isMark(s.length - 1, ':') ? last : null;
};

/** The scope of an item, said by whoever said the opening line. */
export function inherited(r: Reading, page: Page, scope: Scope): Scope {
  const by = page.head?.by;
  if (!by || scope.cue !== null || scope.chain.length > 0 || !listItem(r, page)) return scope;
  return { ...scope, chain: by.chain, verb: by.verb };
}

/** Drops what the opening line announced without a place ("hit four targets:"), now that an item tells where. */
export function dropAnnounced({ head, drafts }: Page): void {
  const at = drafts.findIndex(
    (d) =>
      head !== null &&
      d.kind === 'incident' &&
      d.place === null &&
      d.line === head.line &&
      d.evidence[0]![0] >= head.span[0],
  );
  if (at >= 0) drafts.splice(at, 1);
}
