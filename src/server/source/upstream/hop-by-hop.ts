/** RFC 9110, 7.6.1: headers that are about one connection, beside those that `Connection` names. */
const always = /^(?:connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|http2-settings)$/;

/** A test for the names, in lower case, of the headers that end at this hop. `connection` is that header's value. */
export function hopByHop(connection: string | null): (name: string) => boolean {
  const named = new Set((connection ?? '').split(',').map((name) => name.trim().toLowerCase()));
  return (name) => always.test(name) || named.has(name);
}
