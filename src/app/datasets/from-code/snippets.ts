import { datasetsPath } from '../../../contract/datasets-path.ts';
import { type ListView, listParams } from '../../../contract/list-params.ts';

/** A view as a program asks for it. */
export interface Snippet {
  readonly language: 'curl' | 'JavaScript' | 'Python';
  readonly code: string;
}

/** Stands where a token goes: the reader's own never does. */
const tokenPlaceholder = 'YOUR_API_TOKEN';
const tokenHeader = `-H 'Authorization: Bearer ${tokenPlaceholder}'`;

/** The address that both official clients take when none is given. */
const clientsOwnBaseUrl = 'https://api.apify.com';

/** The API that a program asks. */
interface Server {
  /** Without `/v2`. */
  readonly baseUrl: string;
  readonly needsToken: boolean;
}

/**
 * The same page of the same list, for a shell and for the official clients. Where the server
 * answers without a token, the place for one is a comment: a wrong token is refused even there.
 */
export function snippetsOf(view: ListView, server: Server): readonly Snippet[] {
  return [
    { language: 'curl', code: curlOf(view, server) },
    { language: 'JavaScript', code: javaScriptOf(view, server) },
    { language: 'Python', code: pythonOf(view, server) },
  ];
}

/** Makes a dataset, from a shell. */
export function creationCommand({ baseUrl, needsToken }: Server): string {
  return [
    'curl -X POST',
    ...(needsToken ? [tokenHeader] : []),
    quoteForShell(`${baseUrl}/v2/datasets?name=my-first`),
  ].join(' ');
}

function curlOf(view: ListView, { baseUrl, needsToken }: Server): string {
  const url = quoteForShell(baseUrl + datasetsPath(view));
  return needsToken ? `curl ${url} \\\n  ${tokenHeader}` : `curl ${url}\n# with a token: ${tokenHeader}`;
}

function javaScriptOf(view: ListView, { baseUrl, needsToken }: Server): string {
  const options = [
    ...(baseUrl === clientsOwnBaseUrl ? [] : [`  baseUrl: ${quote(baseUrl)},`]),
    `  ${needsToken ? '' : '// '}token: ${quote(tokenPlaceholder)},`,
  ];
  const given = givenOptions(view).map(([name, value]) => `${name}: ${literal(value)}`);
  return [
    "import { ApifyClient } from 'apify-client';",
    '',
    'const client = new ApifyClient({',
    ...options,
    '});',
    `const page = await client.datasets().list(${given.length > 0 ? `{ ${given.join(', ')} }` : ''});`,
    'console.log(page.total, page.items);',
  ].join('\n');
}

function pythonOf(view: ListView, { baseUrl, needsToken }: Server): string {
  const options = [
    ...(needsToken ? [`    token=${quote(tokenPlaceholder)},`] : [`    # token=${quote(tokenPlaceholder)},`]),
    ...(baseUrl === clientsOwnBaseUrl ? [] : [`    api_url=${quote(baseUrl)},`]),
  ];
  const given = givenOptions(view).map(([name, value]) => `${name}=${pythonLiteral(value)}`);
  return [
    'from apify_client import ApifyClient',
    '',
    'client = ApifyClient(',
    ...options,
    ')',
    `page = client.datasets().list(${given.join(', ')})`,
    'print(page.total, page.items)',
  ].join('\n');
}

/** The options of both clients' `datasets().list()`: named as on the wire, the API's defaults left out. */
function givenOptions(view: ListView): readonly (readonly [string, string | number | boolean])[] {
  // TypeScript widens the keys of an object to strings.
  const names = Object.keys(listParams) as (keyof ListView)[];
  return names.filter((name) => view[name] !== listParams[name].absent).map((name) => [name, view[name]]);
}

function literal(value: string | number | boolean): string {
  return typeof value === 'string' ? quote(value) : String(value);
}

function pythonLiteral(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return literal(value);
}

/** A string literal of both JavaScript and Python. */
function quote(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

/** One word for a POSIX shell. */
function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
