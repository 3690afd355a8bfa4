/**
 * The whole seconds until `untilMs`, none when that is past. `nowMs` is the last tick of a clock, which may be of before the wait
 * began (`sinceMs`): no more seconds are left than were to be waited. All in ms since 1970.
 */
export function secondsLeft(wait: {
  readonly sinceMs: number;
  readonly untilMs: number;
  readonly nowMs: number;
}): number {
  const { sinceMs, untilMs, nowMs } = wait;
  return Math.max(0, Math.ceil((untilMs - Math.max(sinceMs, nowMs)) / 1000));
}
