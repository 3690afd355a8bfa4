import { expect } from 'vitest';

/** One row of the list, as far as these tests look at it. */
export interface Row {
  readonly id: string;
  readonly name: string | null;
  readonly username: string;
  readonly createdAt: string;
  readonly itemCount: number;
  readonly cleanItemCount: number;
}

interface Page {
  readonly total: number;
  readonly items: readonly Row[];
}

/** Requests to a server, as one user or as none. */
export function api(url: string, token?: string) {
  const headers: Record<string, string> = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(new URL(path, url), { ...init, headers: { ...headers, ...init.headers } });
  const askData = async <T>(path: string, init?: RequestInit): Promise<T> => {
    const response = await ask(path, init);
    expect(response.ok, `${path}: ${response.status}`).toBe(true);
    // What the API's own tests establish is not checked again here.
    return ((await response.json()) as { data: T }).data;
  };
  return {
    ask,
    list: (query = '') => askData<Page>(`/v2/datasets${query}`),
    me: () => askData<{ id: string; username: string }>('/v2/users/me'),
    /** All rows of a view, over as many pages as it takes. */
    async listAll(query: string): Promise<readonly Row[]> {
      const rows: Row[] = [];
      for (;;) {
        const page = await askData<Page>(`/v2/datasets?${query}&offset=${rows.length}`);
        rows.push(...page.items);
        if (page.items.length === 0) return rows;
      }
    },
    create: (name: string) => askData<Row>(`/v2/datasets?name=${name}`, { method: 'POST' }),
    async items(id: string): Promise<readonly Record<string, unknown>[]> {
      return (await ask(`/v2/datasets/${id}/items`)).json();
    },
    push: (id: string, items: unknown) =>
      ask(`/v2/datasets/${id}/items`, {
        method: 'POST',
        body: JSON.stringify(items),
        headers: { 'Content-Type': 'application/json' },
      }),
  };
}
