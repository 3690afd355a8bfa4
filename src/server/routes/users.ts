import type { Hono } from 'hono';
import { ApiError } from '../../contract/api-error.ts';
import { jsonResponse } from '../http/json-response.ts';
import type { Caller } from '../source/interface/source.ts';
import { addResource, type RouteContext } from './resource.ts';

function userAnswer({ userId, username }: Caller): Response {
  return jsonResponse(JSON.stringify({ data: { id: userId, username } }));
}

/** `/v2/users/{id}`: the caller as `me`, anybody else by id or username. */
export function addUsersRoutes(api: Hono, { source, callerOf }: RouteContext): void {
  addResource(api, '/v2/users/:id', {
    get: async (c) => {
      const caller = await callerOf(c.req.raw);
      const id = c.req.param('id') ?? '';
      const user = id === 'me' ? caller : await source.findUser(id);
      if (user === undefined) {
        throw new ApiError({ status: 404, type: 'record-not-found', message: 'User was not found' });
      }
      return userAnswer(user);
    },
  });
}
