import { formatCount } from '../format.ts';
import type { Section } from '../section.ts';
import { loadReport } from './load-report.ts';
import type { LoadCase, PageLoad } from './measure-loads.ts';
import type { PagingCase, PagingRound } from './measure-paging.ts';
import { pagingReport } from './paging-report.ts';
import { type WorkOfPages, workReport } from './work-report.ts';

/** All that was measured in the browser: an element of each list for each length of the pages. */
export interface BrowserResults {
  /** How many the user has. */
  readonly datasets: number;
  readonly rounds: Readonly<Record<'loads' | 'paging' | 'work', number>>;
  readonly loads: readonly ReadonlyMap<LoadCase, readonly PageLoad[]>[];
  readonly paging: readonly ReadonlyMap<PagingCase, readonly PagingRound[]>[];
  readonly work: readonly WorkOfPages[];
}

/** The report on the dashboard. */
export function browserSection({ datasets, rounds, loads, paging, work }: BrowserResults): Section {
  const findings = [loadReport(loads), pagingReport(paging), workReport(work)];
  return {
    title: 'Browser',
    notes: [
      `\`/datasets?desc=1&limit=…\` of ${formatCount(datasets)} datasets, as the built command serves it. Beside it, from the same server and with the same rows: a plain page (a script of 30 lines fills a table) and a bare React page (\`react-dom\` and one table, fetched for before anything is rendered).`,
      `Each navigation is made in a new browser profile, the pages in turns: ${rounds.loads} rounds of opening, ${rounds.paging} of paging, ${rounds.work} watched. "In document" is when the rows are there to be drawn, "first rows" the end of the frame that shows them, and "operable" that of the frame from which on they are more than a picture; times are since the navigation began. Every ratio is the median of the ratios of the rounds.`,
    ],
    tables: findings.flatMap(({ tables }) => tables),
    aims: findings.flatMap(({ aims }) => aims),
  };
}
