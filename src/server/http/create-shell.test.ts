import { describe, expect, it } from 'vitest';
import { ApiError } from '../../contract/api-error.ts';
import { expectError } from '../testing/expect-error.ts';
import { createShell } from './create-shell.ts';

function failing(error: unknown) {
  const log: string[] = [];
  const shell = createShell({
    api: () => {
      throw error;
    },
    options: { logError: (entry) => log.push(entry) },
  });
  return { shell, log };
}

describe('what goes wrong behind the shell', () => {
  it('says an error of the API as the contract has it, with its headers, and logs nothing', async () => {
    const headers = { Allow: 'GET' };
    const { shell, log } = failing(
      new ApiError({ status: 405, type: 'method-not-allowed', message: 'No "such"\u0000', headers }),
    );
    const response = await shell.request('/v2/x');
    expect(await expectError(response, { status: 405, type: 'method-not-allowed' })).toBe('No "such"\u0000');
    expect(response.headers.get('allow')).toBe('GET');
    expect(log).toEqual([]);
  });

  it('hides an unexpected error from the caller and logs it', async () => {
    const { shell, log } = failing(new Error('disk on fire'));
    const message = await expectError(await shell.request('/v2/datasets?limit=1'), {
      status: 500,
      type: 'internal-error',
    });
    expect(message).not.toContain('fire');
    expect(log).toHaveLength(1);
    expect(log[0]).toMatch(/^GET \/v2\/datasets: Error: disk on fire\n {4}at /);
  });

  it.each([
    ['a Bearer token', '/v2/x', { authorization: 'Bearer secret+/=token' }, 'secret+/=token'],
    ['another scheme', '/v2/x', { authorization: 'Basic c2VjcmV0' }, 'c2VjcmV0'],
    ['no scheme at all', '/v2/x', { authorization: 'secret-token' }, 'secret-token'],
    ['a token in the query', '/v2/x?token=secret%2Ftoken', {}, 'secret/token'],
    ['a token in the query as it was written', '/v2/x?token=secret%2Ftoken', {}, 'secret%2Ftoken'],
  ] as const)('never logs %s, even if the error says it', async (_what, path, headers, secret) => {
    const { shell, log } = failing(new Error(`failed with ${secret}`, { cause: { url: `?token=${secret}` } }));
    await shell.request(path, { headers });
    expect(log[0]).toContain('failed with [token]');
    expect(log[0]).not.toContain(secret);
  });
});

describe('the headers of every response', () => {
  const shell = createShell({
    api: (request) => {
      if (request.url.endsWith('/error')) throw new Error('broken');
      const headers = {
        'Cache-Control': 'public, max-age=9',
        'Content-Security-Policy': '*',
        'X-RateLimit-Limit': '60',
      };
      return new Response('{}', { headers });
    },
    options: { logError: () => undefined },
  });

  it.each(['/v2', '/v2/', '/v2/datasets', '/v2/error'])('%s: those of the API', async (path) => {
    const { headers } = await shell.request(path);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });

  it('passes on what an answer says beside them', async () => {
    expect((await shell.request('/v2/datasets')).headers.get('x-ratelimit-limit')).toBe('60');
  });

  it.each(['/', '/datasets', '/v2x', '/V2/datasets'])('%s: those of a page, and no API behind it', async (path) => {
    const response = await shell.request(path);
    await expectError(response, { status: 404, type: 'page-not-found' });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    });
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });
});
