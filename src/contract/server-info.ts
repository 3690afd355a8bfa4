/**
 * What a server says of itself to the dashboard that it serves: JSON in `<meta name="setlist" content="…">` of the page, so
 * that it costs no request. A dashboard hosted as plain files finds none.
 */
export interface ServerInfo {
  /** `sample`: the built-in data · `database`: data of the user's own · `upstream`: passed on to another server. */
  readonly kind: 'sample' | 'database' | 'upstream';
  /** What to call it on screen: the upstream's host, the name of a file. */
  readonly label: string;
  /** Who a request without a token is, and `null` when every request needs a token. */
  readonly user: { readonly id: string; readonly username: string } | null;
}
