import type { TallyView } from '../operations/outputs.ts';
import { UNIT_WORDS, wordsOf } from './code-words.ts';
import { At, Fill } from './fill.tsx';
import { bound, capital, dayRange, listed } from './format.ts';
import { nameIn } from '../model/names.ts';
import { Named } from './named.tsx';
import { claimPath, link, say, type Page } from './page.ts';
import { TallyWords } from './words.tsx';

/** What others count: voice by voice, each total with its words. */
export function TallyTable({ page, tallies }: { page: Page; tallies: readonly TallyView[] }) {
  if (!tallies.length) return <p class="quiet">{say(page, 'talliesNone')}</p>;
  return (
    <table class="tallies">
      <caption>{say(page, 'tallyCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{say(page, 'tallyValue')}</th>
          <th scope="col">{say(page, 'tallyWindow')}</th>
          <th scope="col">{say(page, 'tallyPublished')}</th>
        </tr>
      </thead>
      {byVoice(tallies).map((series) => (
        <VoiceRows page={page} series={series} />
      ))}
    </table>
  );
}

function byVoice(tallies: readonly TallyView[]): TallyView[][] {
  const series = new Map<string, TallyView[]>();
  for (const t of tallies) series.set(t.voice.id, [...(series.get(t.voice.id) ?? []), t]);
  return [...series.values()];
}

function VoiceRows({ page, series }: { page: Page; series: readonly TallyView[] }) {
  return (
    <tbody>
      <tr class="voice">
        <th scope="rowgroup" colSpan={3}>
          <Fill page={page} text="per" with={{ voice: <Named page={page} name={series[0]!.voice.name} /> }} />
        </th>
      </tr>
      {series.map((t) => (
        <TallyRows page={page} tally={t} />
      ))}
    </tbody>
  );
}

function TallyRows({ page, tally }: { page: Page; tally: TallyView }) {
  const window = dayRange(page, tally.from, tally.to);
  return (
    <>
      <tr class="tally">
        <td>
          <data value={String(tally.low ?? tally.about ?? tally.high ?? '')}>{bound(page, tally)}</data>{' '}
          {wordsOf(UNIT_WORDS, tally.unit, page.language)}
          {tally.certainty === 'hedged' && <span class="quiet"> ({say(page, 'hedged')})</span>}
        </td>
        <td>
          {window ?? say(page, 'unsaid')}
          {tally.understood && <span class="quiet"> ({say(page, 'understood')})</span>}
        </td>
        <td>
          <At page={page} instant={tally.published} />
        </td>
      </tr>
      <tr class="tally-words">
        <td colSpan={3}>
          <TallyWords page={page} tally={tally} />
          <Particulars page={page} tally={tally} />
        </td>
      </tr>
    </>
  );
}

/** Scope, parts, what it leaves out, and the claim that it is. */
function Particulars({ page, tally }: { page: Page; tally: TallyView }) {
  const parts = tally.parts.flatMap((p) =>
    p.place ? [say(page, 'part', { value: bound(page, p), place: nameIn(p.place.name, page.language) })] : [],
  );
  const scope = [
    ...(parts.length ? [listed(page, parts)] : tally.places.map((p) => nameIn(p.name, page.language))),
    ...(tally.target ? [nameIn(tally.target.name, page.language)] : []),
  ];
  return (
    <p class="quiet particulars">
      {scope.length > 0 && <span>{capital(listed(page, scope))}</span>}
      {tally.excludes && <span>{say(page, 'excludes', { what: tally.excludes })}</span>}
      <span>
        <Named page={page} name={tally.source.name} />
      </span>
      <a href={link(page, claimPath(tally.claim))}>
        {say(page, 'claimInReport')} <bdi dir="ltr">{tally.claim}</bdi>
      </a>
    </p>
  );
}
