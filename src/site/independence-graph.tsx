import { nameIn } from '../model/names.ts';
import type { Independence, IncidentView } from '../operations/outputs.ts';
import { across } from './axis.ts';
import { GRADE_WORDS, wordsOf } from './code-words.ts';
import { number } from './format.ts';
import { say, type Page } from './page.ts';
import { WORD_WORDS } from './standing-words.ts';

type Telling = Independence['tellings'][number];
interface Row extends Telling {
  n: number;
  y: number;
}
interface Party {
  party: Independence['parties'][number];
  rows: Row[];
  y: number;
}

const STEP = 46;
/** More than so many tellings are not drawn; the list holds them. */
const DRAWN = 24;
/** Where copies, tellings, parties and the grade stand, as shares of the width. */
const AT = { copy: 0.06, telling: 0.2, party: 0.36, end: 0.86, grade: 0.94 } as const;

/** Tellings lead to the parties that answer for them, and those that say that it happened to the grade. */
export function IndependenceGraph({ page, view }: { page: Page; view: IncidentView }) {
  const { tellings, parties, credibility } = view.independence;
  const laid = layOut(parties, tellings);
  const height = Math.max(2, laid.flatMap((p) => p.rows).length) * STEP;
  const grade = wordsOf(GRADE_WORDS, view.grade, page.language);
  const title = say(page, 'independenceTitle', {
    tellings: number(page, tellings.length),
    parties: number(page, parties.filter((p) => p.word === 'affirms').length),
    grade,
    credibility: number(page, credibility),
  });
  return (
    <figure class="independence">
      <svg role="img" aria-label={title} width="100%" height={height}>
        {laid.map((p) => (
          <PartyLines page={page} laid={p} middle={height / 2} />
        ))}
        {laid.flatMap(({ rows }) => rows.map((row) => <TellingBox page={page} row={row} />))}
        <circle class="node node-grade" cx={x(page, AT.grade)} cy={height / 2} r="8" />
        <text class="node-name" x={x(page, 1)} y={height / 2 - 16} {...anchored(page, 'end')}>
          {isolated(grade)}
        </text>
        <text class="tick" x={x(page, 1)} y={height / 2 + 26} {...anchored(page, 'end')}>
          {isolated(say(page, 'credibilityShort', { n: number(page, credibility) }))}
        </text>
      </svg>
      {tellings.length > DRAWN && <p class="quiet">{say(page, 'independenceMore', { n: number(page, DRAWN) })}</p>}
    </figure>
  );
}

const x = (page: Page, share: number): string => `${across(page, share)}%`;
/** Text that begins, or ends, at its point in the direction in which the page is read. */
const anchored = (page: Page, side: 'start' | 'end') =>
  ({ 'text-anchor': (side === 'start') === (page.language === 'en') ? 'start' : 'end', direction: 'ltr' }) as const;
const isolated = (text: string): string => `\u2068${text}\u2069`;

/** Rows party by party, each telling followed by its copies. */
function layOut(parties: Independence['parties'], tellings: readonly Telling[]): Party[] {
  const drawn = tellings.slice(0, DRAWN).map((t, i) => ({ ...t, n: i + 1 }));
  let y = STEP / 2;
  return parties.flatMap((party) => {
    const own = drawn.filter((t) => t.party === party.id);
    const ordered = own.filter((t) => !t.copies).flatMap((t) => [t, ...own.filter((c) => c.copies === t.mention)]);
    const rows = ordered.map((t) => ({ ...t, y: (y += STEP) - STEP }));
    return rows.length ? [{ party, rows, y: (rows[0]!.y + rows.at(-1)!.y) / 2 }] : [];
  });
}

/** From its tellings to a party, and from it to the grade: only what affirms arrives, a denial is crossed, the rest ends. */
function PartyLines({ page, laid: { party, rows, y }, middle }: { page: Page; laid: Party; middle: number }) {
  const style = `wire wire-${party.word.replaceAll(' ', '-')}`;
  return (
    <g>
      {rows.map((row) => (
        <Wire page={page} row={row} to={y} root={rows.find((r) => r.mention === row.copies)} />
      ))}
      <circle class="node" cx={x(page, AT.party)} cy={y} r="5" />
      <line class={style} x1={x(page, AT.party)} x2={x(page, AT.end)} y1={y} y2={y} />
      {party.word === 'affirms' && (
        <line class={style} x1={x(page, AT.end)} x2={x(page, AT.grade)} y1={y} y2={middle} />
      )}
      {party.word === 'denies' && (
        <svg x={x(page, AT.end)} y={y} overflow="visible">
          <path class="wire" d="M-6 -6 L6 6 M-6 6 L6 -6" />
        </svg>
      )}
      <PartyName page={page} party={party} y={y} />
    </g>
  );
}

/** Of a copy to what it copies, of any other telling to its party. */
function Wire({ page, row, to, root }: { page: Page; row: Row; to: number; root: Row | undefined }) {
  const [from, end] = root ? [AT.copy, AT.telling] : [AT.telling, AT.party];
  const style = root ? 'wire wire-copy' : `wire wire-${row.word.replaceAll(' ', '-')}`;
  return <line class={style} x1={x(page, from)} x2={x(page, end)} y1={row.y} y2={root ? root.y : to} />;
}

/** A party's name above its line, what it says below it; shorter on a narrow screen. */
function PartyName({ page, party, y }: { page: Page; party: Party['party']; y: number }) {
  const name = nameIn(party.name, page.language);
  const at = { x: x(page, AT.party + 0.03), ...anchored(page, 'start') };
  return (
    <>
      <text class="node-name wide" {...at} y={y - 6}>
        {isolated(shortened(name, 60))}
      </text>
      <text class="node-name narrow" {...at} y={y - 6}>
        {isolated(shortened(name, 22))}
      </text>
      <text class="tick" {...at} y={y + 15}>
        {isolated(wordsOf(WORD_WORDS, party.word, page.language))}
      </text>
    </>
  );
}

const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;

/** Number of a telling with the letter of its source. */
function TellingBox({ page, row }: { page: Page; row: Row }) {
  return (
    <svg x={x(page, row.copies ? AT.copy : AT.telling)} y={row.y} overflow="visible">
      <rect class={row.copies ? 'node node-copy' : 'node'} x="-20" y="-12" width="40" height="24" rx="3" />
      <text class="node-number" text-anchor="middle" y="4" direction="ltr">
        {`${row.n} ${row.source.reliability}`}
      </text>
    </svg>
  );
}
