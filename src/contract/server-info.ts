import * as v from 'valibot';

/**
 * What a server says of itself to the dashboard that it serves: JSON in `<meta name="setlist" content="…">` of the page, so
 * that it costs no request. A dashboard hosted as plain files finds none.
 */
export const serverInfoSchema = v.object({
  /** `sample`: the built-in data · `database`: the user's own file · `upstream`: passed on to another server. */
  kind: v.picklist(['sample', 'database', 'upstream']),
  /** What to call it on screen: the upstream's host, the database file's name. */
  label: v.string(),
  /** Who a request without a token is, and `null` when every request needs a token. */
  user: v.nullable(v.object({ id: v.string(), username: v.string() })),
});

export type ServerInfo = v.InferOutput<typeof serverInfoSchema>;
