/** The `Host` that a request names; one that was never sent over a wire has only its URL. */
export function requestHost(request: Request): string {
  return request.headers.get('host') ?? new URL(request.url).host;
}

/** The origin that a request was sent to, such as `http://localhost:4780`; `undefined` when its `Host` is not one. */
export function requestOrigin(request: Request): string | undefined {
  const url = `${new URL(request.url).protocol}//${requestHost(request)}`;
  return URL.canParse(url) ? new URL(url).origin : undefined;
}
