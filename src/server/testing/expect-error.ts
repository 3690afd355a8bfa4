import { expect } from 'vitest';

/** Expects an error in the contract's shape, nothing more in it, and returns its message. */
export async function expectError(
  response: Response,
  { status, type }: { status: number; type: string },
): Promise<string> {
  const body: unknown = await response.json();
  expect({ status: response.status, body }).toEqual({
    status,
    body: { error: { type, message: expect.any(String) } },
  });
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  // The line above has found it to be so.
  return (body as { error: { message: string } }).error.message;
}
