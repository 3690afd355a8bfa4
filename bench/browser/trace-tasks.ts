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
const frameSchema = v.object({ url: v.string(), processId: v.number() });
/** A page that was there when the trace began, and one that was navigated to. */
const startedSchema = v.object({ data: v.object({ frames: v.array(frameSchema) }) });
const committedSchema = v.object({ data: frameSchema });

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

/** The processes that an event says show `url`. */
function processesOf({ name, args }: TraceEvent, url: string): number[] {
  return framesOf(name, args)
    .filter((frame) => frame.url === url)
    .map(({ processId }) => processId);
}

function framesOf(name: string, args: unknown): v.InferOutput<typeof frameSchema>[] {
  if (name === 'TracingStartedInBrowser') {
    const started = v.safeParse(startedSchema, args);
    return started.success ? started.output.data.frames : [];
  }
  if (name !== 'FrameCommittedInBrowser') return [];
  const committed = v.safeParse(committedSchema, args);
  return committed.success ? [committed.output.data] : [];
}

function isMainThreadName({ name, args }: TraceEvent): boolean {
  return name === 'thread_name' && args?.name === 'CrRendererMain';
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid} ${tid}`;
}
