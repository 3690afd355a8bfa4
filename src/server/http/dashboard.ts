import type { Handler } from 'hono';
import { datasetsPath } from '../../contract/datasets-path.ts';
import { listParams } from '../../contract/list-params.ts';
import { readParams } from '../../contract/params.ts';
import type { ServerInfo } from '../../contract/server-info.ts';
import {
  contentTypeOf,
  type DashboardFile,
  dashboardFile,
  fileResponse,
  loadDashboardFiles,
} from './dashboard-files.ts';
import { methodNotAllowed, pageNotFound } from './errors.ts';

export interface DashboardOptions {
  /** The folder of the build: `index.html`, `assets/` and what is served as it is. Read once, at the start. */
  readonly folder: string;
  /** What the page is told about the server that it came from. */
  readonly info: ServerInfo;
}

const pagePath = '/index.html';
const listPath = '/datasets';
/** The list as the dashboard opens it: the address mirrors the API's own parameters. */
const startPath = `${listPath}?desc=1&limit=50`;
const allowed: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/** Reads the built page and puts `info` into it. Throws when there is none. */
function createPage(files: ReadonlyMap<string, DashboardFile>, { folder, info }: DashboardOptions): DashboardFile {
  const built = files.get(pagePath);
  if (built === undefined) throw new Error(`The dashboard is not built: there is no index.html in ${folder}`);
  const html = withServerInfo(new TextDecoder().decode(built.bytes), info);
  return dashboardFile({ ...built, bytes: new TextEncoder().encode(html), compressed: new Map() });
}

/**
 * A header that has the browser request the page's rows before any script runs; the script then asks for the same address. There is none
 * when the address names an order: the rows of the API's order are not what is shown then, and may be in the browser already.
 */
function preloadRows(search: URLSearchParams): Record<string, string> {
  if (search.has('sort')) return {};
  const view = readParams(listParams, search, () => undefined);
  // What is searched for is found in all of the list, of which the page asks for the first rows.
  const path = datasetsPath(search.get('q')?.trim() ? { ...view, offset: 0 } : view);
  return { Link: `<${path}>; rel=preload; as=fetch; crossorigin=anonymous` };
}

interface Dashboard {
  readonly files: ReadonlyMap<string, DashboardFile>;
  readonly page: DashboardFile;
  readonly info: ServerInfo;
}

const noSuchFile = (): Response =>
  new Response('There is no such file.\n', {
    status: 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' },
  });

/** Whether a path asks for a file of the build rather than for a page. */
function isFilePath(path: string): boolean {
  return path.startsWith('/assets/') || contentTypeOf(path) !== undefined;
}

function answerPath(request: Request, { files, page, info }: Dashboard): Response | Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  if (pathname === '/') {
    return new Response(null, { status: 302, headers: { Location: startPath, 'Cache-Control': 'no-cache' } });
  }
  if (pathname === listPath) {
    return fileResponse(page, { request, headers: info.user === null ? {} : preloadRows(searchParams) });
  }
  const file = pathname === pagePath ? undefined : files.get(pathname);
  if (file !== undefined) return fileResponse(file, { request });
  return isFilePath(pathname) ? noSuchFile() : fileResponse(page, { request, status: 404 });
}

/**
 * Answers every path outside the API: the list's page at `/datasets`, the files of the build, and for any other path the
 * same page with 404, which says so. Without a dashboard every path is a `page-not-found`. Throws when there is no build.
 */
export function createDashboard(options: DashboardOptions | undefined): Handler {
  if (options === undefined) {
    return (c) => {
      throw pageNotFound(c.req.path);
    };
  }
  const files = loadDashboardFiles(options.folder);
  const dashboard: Dashboard = { files, page: createPage(files, options), info: options.info };
  return (c) => {
    if (!allowed.includes(c.req.method)) throw methodNotAllowed(c.req.method, allowed);
    if (c.req.method === 'OPTIONS') return new Response(null, { status: 204, headers: { Allow: allowed.join(', ') } });
    return answerPath(c.req.raw, dashboard);
  };
}

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities.get(character) ?? character);
}

/** The page with what the server says of itself, in a tag of its head: `<meta name="setlist" content="…">` (contract/server-info). */
function withServerInfo(html: string, info: ServerInfo): string {
  const meta = `<meta name="setlist" content="${escapeHtml(JSON.stringify(info))}">`;
  // The replacement is a function, because `replace` would interpret `$&` in the text.
  return html.replace(/<head(?:\s[^>]*)?>/i, (head) => `${head}\n    ${meta}`);
}
