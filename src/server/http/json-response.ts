/**
 * A response of JSON that is already serialised. It says how long it is, which is how the compression knows a whole body
 * from a stream.
 */
export function jsonResponse(
  json: string,
  { status = 200, headers = {} }: { status?: number; headers?: Readonly<Record<string, string>> } = {},
): Response {
  return new Response(json, {
    status,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': String(Buffer.byteLength(json)),
      ...headers,
    },
  });
}
