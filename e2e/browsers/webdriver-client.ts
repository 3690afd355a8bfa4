/** How WebDriver writes a reference to an element. */
export type ElementReference = Readonly<Record<string, string>>;

const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** The path below a session of an element that a script returned. */
export function elementPath(reference: ElementReference): string {
  return `/element/${reference[elementKey]}`;
}

/** Sends one command of the W3C's WebDriver and gives the value of the answer. */
export type Command = <Value>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) => Promise<Value>;

/**
 * Speaks to a driver at an address.
 * @param base of all paths, without a slash at its end
 */
export function webdriverClient(base: string): Command {
  return async <Value>(method: string, path: string, body: unknown = {}) => {
    const answer = await fetch(base + path, { method, ...(method === 'POST' ? { body: JSON.stringify(body) } : {}) });
    const { value } = (await answer.json()) as { value: Value & { error?: string; message?: string } };
    if (answer.ok) return value;
    throw new Error(`WebDriver answered ${method} ${path} with ${value.error}: ${value.message}`);
  };
}
