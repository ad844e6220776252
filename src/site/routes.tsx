import type { VNode } from 'preact';
import { ChangesPage } from './changes-page.tsx';
import { FrontPage } from './front-page.tsx';
import { IncidentPage } from './incident-page.tsx';
import { MethodPage } from './method-page.tsx';
import type { Page } from './page.ts';
import type { Asked, ValueName } from './query.ts';
import { QuestionPage } from './question-page.tsx';
import type { SiteReads } from './reads.ts';
import { ReportPage } from './report-page.tsx';

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
  { path: '/method', takes: [], render: async ({ page, n }) => <MethodPage page={page} n={n} /> },
];
