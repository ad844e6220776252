import type { ChangesView } from '../operations/outputs.ts';
import { nameIn } from '../model/names.ts';
import { CAUSE_WORDS, wordsOf } from './code-words.ts';
import { AskForm, Field } from './controls.tsx';
import { At, Count, Note } from './fill.tsx';
import { number, signed } from './format.ts';
import { Layout } from './layout.tsx';
import { incidentPath, link, questionPath, say, type Page } from './page.ts';
import type { Asked } from './query.ts';

/** What moved a count between two points of the record, or two cutoffs, and why. */
export function ChangesPage({ page, view, asked }: { page: Page; view: ChangesView; asked: Asked }) {
  const title = say(page, 'changesTitle', { label: nameIn(view.rule.label, page.language) });
  return (
    <Layout page={page} title={title} n={view.after.n}>
      <h1>{title}</h1>
      <p class="sentence">
        {view.difference === 0
          ? say(page, 'changesSame')
          : say(page, 'changesDifference', { n: signed(page, view.difference) })}
      </p>
      <Sides page={page} view={view} />
      <section aria-labelledby="moved">
        <h2 id="moved">{say(page, 'changesList')}</h2>
        {view.changes.length === 0 && <p class="quiet">{say(page, 'changesNone')}</p>}
        <ul class="changes">
          {view.changes.map((c) => (
            <ChangeItem page={page} change={c} />
          ))}
        </ul>
      </section>
      <Controls page={page} view={view} asked={asked} />
      <p>
        <a href={link(page, questionPath(view.rule.id))}>{say(page, 'changesBack')}</a>
      </p>
    </Layout>
  );
}

const ROWS = [
  ['best', 'best'],
  ['low', 'low'],
  ['high', 'high'],
] as const;

function Sides({ page, view: { before, after } }: { page: Page; view: ChangesView }) {
  const cutoff = (at: string | null) => (at ? <At page={page} instant={at} /> : say(page, 'none'));
  return (
    <table class="sides">
      <caption>{say(page, 'changesCaption')}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{say(page, 'changesBefore')}</th>
          <th scope="col">{say(page, 'changesAfter')}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{say(page, 'changesPoint')}</th>
          <td>{number(page, before.n)}</td>
          <td>{number(page, after.n)}</td>
        </tr>
        <tr>
          <th scope="row">{say(page, 'changesCutoff')}</th>
          <td>{cutoff(before.cutoff)}</td>
          <td>{cutoff(after.cutoff)}</td>
        </tr>
        {ROWS.map(([key, label]) => (
          <tr>
            <th scope="row">{say(page, label)}</th>
            <SideValue page={page} side={before} name={key} />
            <SideValue page={page} side={after} name={key} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Side = ChangesView['before'];
function SideValue({ page, side, name }: { page: Page; side: Side; name: 'low' | 'best' | 'high' }) {
  const value = side[name];
  return (
    <td>
      <Count page={page} n={value ?? side.best} />
      {value === null && ` ${say(page, 'orMore')}`}
    </td>
  );
}

function ChangeItem({ page, change: c }: { page: Page; change: ChangesView['changes'][number] }) {
  return (
    <li>
      <bdi class="by" dir="ltr">
        {signed(page, c.by)}
      </bdi>{' '}
      <strong>{wordsOf(CAUSE_WORDS, c.cause, page.language)}</strong>
      {c.incident && (
        <>
          {' '}
          <a href={link(page, incidentPath(c.incident))}>
            <bdi class="code" dir="ltr">
              {c.incident}
            </bdi>
          </a>
        </>
      )}
      {c.note && (
        <p>
          <Note page={page} text={c.note} />
        </p>
      )}
      {c.entries.map((e) => (
        <p class="quiet">
          {say(page, 'entryLine', { seq: number(page, e.seq), by: e.by })}, <At page={page} instant={e.at} />
        </p>
      ))}
    </li>
  );
}

function Controls({ page, view, asked }: { page: Page; view: ChangesView; asked: Asked }) {
  const action = link(page, `${questionPath(view.rule.id)}/changes`);
  const text = (value: string | undefined) => value ?? '';
  return (
    <section aria-labelledby="controls">
      <h2 id="controls">{say(page, 'changesControls')}</h2>
      <AskForm page={page} action={action} submit="changesAsk">
        <Field page={page} name="from" label="changesFrom" hint="changesPointHint" value={text(asked.from)} />
        <Field page={page} name="to" label="changesTo" hint="changesPointHint" value={text(asked.to)} />
        <Field
          page={page}
          name="from-as-of"
          label="changesFromAsOf"
          hint="changesCutoffHint"
          value={text(asked.fromAsOf)}
        />
        <Field page={page} name="to-as-of" label="changesToAsOf" hint="changesCutoffHint" value={text(asked.toAsOf)} />
        <Field page={page} name="since" label="controlSince" type="date" value={text(asked.since)} />
        <Field page={page} name="until" label="controlUntil" type="date" value={text(asked.until)} />
      </AskForm>
    </section>
  );
}
