import type { ComponentChildren } from 'preact';
import type { ClaimView, ReportView, TallyView } from '../operations/outputs.ts';
import { direction, say, type Page } from './page.ts';
import { Named } from './named.tsx';
import { markedParagraphs, type Segment } from './marked-text.ts';

/**
 * The only file that prints words of a source (a test keeps it so): whatever prints words also prints the notice of
 * their source, and says when no person has reviewed the reading.
 */
type Origin = Pick<ClaimView, 'source'>;

/** The notice of a source, and that a machine read the claim. */
function Provisos({ page, of, unreviewed }: { page: Page; of: Origin; unreviewed: boolean }) {
  return (
    <>
      {of.source.notice && (
        <p class="notice">
          <Named page={page} name={of.source.notice} />
        </p>
      )}
      {unreviewed && <p class="machine">{say(page, 'machineRead')}</p>}
    </>
  );
}

/** The words of a claim, with a little of what stands around them, as its report's rights allow. */
export function ClaimWords({ page, claim }: { page: Page; claim: ClaimView }) {
  return (
    <div class="words">
      {claim.excerpts.length ? (
        <blockquote lang={claim.language} dir={direction(claim.language)}>
          {claim.excerpts.map((e) => (
            <p>
              {e.before}
              <mark>{e.words}</mark>
              {e.after}
            </p>
          ))}
        </blockquote>
      ) : (
        <p class="quiet">{say(page, 'noQuotation')}</p>
      )}
      <Provisos page={page} of={claim} unreviewed={claim.unreviewed} />
    </div>
  );
}

/** The words of a tally. */
export function TallyWords({ page, tally }: { page: Page; tally: TallyView }) {
  return (
    <div class="words words-short">
      {tally.words && (
        <blockquote dir="auto">
          <p>{tally.words}</p>
        </blockquote>
      )}
      <Provisos page={page} of={tally} unreviewed={tally.review === 'suggested'} />
    </div>
  );
}

/** How a link of the chain is worded in the report; stands only where the claim's words stand too. */
export function Cue({ claim, link }: { claim: ClaimView; link: ClaimView['chain'][number] }) {
  if (!link.cue) return null;
  return (
    <q class="cue" lang={claim.language} dir={direction(claim.language)}>
      {link.cue}
    </q>
  );
}

/** Words of the report inside a claim's particulars (a place or a time as said); the claim's own words stand above them. */
export function AsSaid({ claim, children }: { claim: ClaimView; children: ComponentChildren }) {
  return (
    <q class="cue" lang={claim.language} dir={direction(claim.language)}>
      {children}
    </q>
  );
}

/** Title of a report: its own words, isolated whatever characters it holds. */
export const Title = ({ of }: { of: Pick<ReportView, 'title' | 'language'> & { id: string } }) => (
  <bdi lang={of.language} dir={of.title ? direction(of.language) : undefined}>
    {of.title || of.id}
  </bdi>
);

/** The whole text of a report, each claim's words marked and labelled with who said them. */
export function ReportText({ page, report }: { page: Page; report: ReportView }) {
  const labels = new Map(report.claims.map((c) => [numberOf(c), c]));
  return (
    <div class="words report-text">
      <Provisos page={page} of={report} unreviewed={false} />
      <div lang={report.language} dir={direction(report.language)}>
        {markedParagraphs(report.text ?? '', report.claims).map((segments) => (
          <p>
            {segments.map((s) => (
              <MarkedSegment page={page} segment={s} labels={labels} />
            ))}
          </p>
        ))}
      </div>
    </div>
  );
}

const numberOf = (c: ClaimView): string => c.name.slice(c.name.lastIndexOf('.') + 1);

interface Marked {
  page: Page;
  segment: Segment;
  labels: ReadonlyMap<string, ClaimView>;
}

function MarkedSegment({ page, segment, labels }: Marked) {
  if (!segment.claims.length) return <>{segment.text}</>;
  return (
    <>
      {segment.starts.map((n) => (
        <span id={`words-${n}`} />
      ))}
      <mark class={segment.claims.every((n) => labels.get(n)?.unreviewed) ? 'suggested' : undefined}>
        {segment.text}
      </mark>
      {segment.ends.map((n) => (
        <a class="tag" href={`#claim-${n}`} lang={page.language} dir={page.language === 'ar' ? 'rtl' : 'ltr'}>
          <span class="hidden">{say(page, 'claim', { n: '' })}</span>
          {n} · <VoiceOf page={page} claim={labels.get(n)!} />
        </a>
      ))}
    </>
  );
}

const VoiceOf = ({ page, claim }: { page: Page; claim: ClaimView }) =>
  claim.chain.length ? <Named page={page} name={claim.voice.name} /> : <>{say(page, 'ownVoice')}</>;
