import type { VNode } from 'preact';
import { ChangesPage } from './changes-page.tsx';
import { ComparedPage, ComparePage } from './compare-page.tsx';
import { FrontPage } from './front-page.tsx';
import { IncidentPage } from './incident-page.tsx';
import { MethodPage } from './method-page.tsx';
import type { Page } from './page.ts';
import type { Asked, ValueName } from './query.ts';
import { QuestionPage } from './question-page.tsx';
import type { SiteReads } from './reads.ts';
import { ReportPage } from './report-page.tsx';
import { TalliesPage } from './tallies-page.tsx';

/** What a page is made from: the name in its path, the values asked for, and the record point that it is made at. */
export interface Asking {
  read: SiteReads;
  page: Page;
  name: string;
  asked: Asked;
  n: number;
}

export interface Route {
  /** Path below the language; `:name` is handed over as `name`. */
  path: string;
  /** Values that the page takes in its address. */
  takes: readonly ValueName[];
  render(asking: Asking): Promise<VNode>;
}

/** Entry numbers go on as numbers, days as they are. */
const point = (value: string | undefined): string | number | undefined =>
  value !== undefined && /^\d+$/.test(value) ? Number(value) : value;

/** Every page of the site. Where no record point is asked for, a page is made at the point that its ETag names. */
export const ROUTES: readonly Route[] = [
  { path: '/', takes: [], render: async ({ read, page }) => <FrontPage page={page} view={await read.front()} /> },
  {
    path: '/questions/:name',
    takes: ['since', 'until', 'as-of', 'at', 'reviewed'],
    render: async ({ read, page, name, asked, n }) => {
      const view = await read.count({ rule: name, ...asked, at: point(asked.at) ?? n });
      return <QuestionPage page={page} view={view} asked={asked} />;
    },
  },
  {
    path: '/questions/:name/changes',
    takes: ['from', 'to', 'from-as-of', 'to-as-of', 'since', 'until'],
    render: async ({ read, page, name, asked, n }) => {
      const view = await read.changes({ rule: name, ...asked, from: point(asked.from), to: point(asked.to) ?? n });
      return <ChangesPage page={page} view={view} asked={asked} />;
    },
  },
  {
    path: '/questions/:name/tallies',
    takes: ['since', 'until', 'as-of', 'at'],
    render: async ({ read, page, name, asked, n }) => {
      const view = await read.tallies({ rule: name, ...asked, at: point(asked.at) ?? n });
      return <TalliesPage page={page} view={view} asked={asked} />;
    },
  },
  {
    path: '/questions/:name/compare',
    takes: ['with', 'since', 'until', 'as-of', 'at'],
    render: async ({ read, page, name, asked, n }) => {
      const { with: second, ...rest } = asked;
      if (second === undefined) return <ComparePage page={page} view={await read.rules()} name={name} asked={asked} />;
      const view = await read.compare({ first: name, second, ...rest, at: point(asked.at) ?? n });
      return <ComparedPage page={page} view={view} asked={asked} />;
    },
  },
  {
    path: '/incidents/:name',
    takes: ['as-of', 'at'],
    render: async ({ read, page, name, asked, n }) => {
      const view = await read.incident({ incident: name, ...asked, at: point(asked.at) ?? n });
      return <IncidentPage page={page} view={view} />;
    },
  },
  {
    path: '/reports/:name',
    takes: ['at'],
    render: async ({ read, page, name, asked, n }) => {
      const view = await read.report({ report: name, at: point(asked.at) ?? n });
      return <ReportPage page={page} view={view} />;
    },
  },
  {
    path: '/method',
    takes: [],
    render: async ({ read, page }) => <MethodPage page={page} view={await read.rules()} />,
  },
];
