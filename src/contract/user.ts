import * as v from 'valibot';

/** `{data}` of `GET /v2/users/me` (CONTRACT: "at least `{data:{id, username}}`"). */
export const userSchema = v.object({ data: v.object({ id: v.string(), username: v.string() }) });

/** A user, as the API names one. */
export type User = v.InferOutput<typeof userSchema>['data'];
