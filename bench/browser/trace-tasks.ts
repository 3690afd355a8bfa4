import * as v from 'valibot';

/** The part of a trace of Chromium that is read: https://chromium.googlesource.com/catapult, "Trace Event Format". */
const eventSchema = v.object({
  name: v.string(),
  ph: v.string(),
  pid: v.number(),
  tid: v.number(),
  /** Duration in µs. */
  dur: v.optional(v.number()),
  args: v.optional(v.looseObject({})),
});
const traceSchema = v.object({ traceEvents: v.array(eventSchema) });
const commitSchema = v.object({ data: v.object({ url: v.string(), processId: v.number() }) });

type TraceEvent = v.InferOutput<typeof eventSchema>;

/** What has to be traced for `longestTaskMs`. */
export const tracedCategories = ['devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'];

/**
 * The longest task of the main thread of the process that showed `url`, in ms. A task is what keeps the page from answering: the
 * browser reports those from 50 ms on, a trace has them all. Throws when the trace does not show the page.
 */
export function longestTaskMs(traceJson: string, url: string): number {
  const { traceEvents } = v.parse(traceSchema, JSON.parse(traceJson));
  const pids = new Set(traceEvents.flatMap((event) => processesOf(event, url)));
  const mainThreads = new Set(traceEvents.filter((event) => isMainThreadName(event)).map(threadOf));
  const tasks = traceEvents.filter(
    (event) => event.ph === 'X' && event.name === 'RunTask' && pids.has(event.pid) && mainThreads.has(threadOf(event)),
  );
  if (tasks.length === 0) throw new Error(`The trace has no tasks of ${url}.`);
  return Math.max(...tasks.map(({ dur = 0 }) => dur)) / 1000;
}

function processesOf({ name, args }: TraceEvent, url: string): number[] {
  if (name !== 'FrameCommittedInBrowser') return [];
  const commit = v.safeParse(commitSchema, args);
  return commit.success && commit.output.data.url === url ? [commit.output.data.processId] : [];
}

function isMainThreadName({ name, args }: TraceEvent): boolean {
  return name === 'thread_name' && args?.name === 'CrRendererMain';
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid} ${tid}`;
}
