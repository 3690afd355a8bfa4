import type { ExportQuestion } from './answer-export.ts';
import type { AskCollection } from './collection-store.ts';

/** An export as a whole: its bytes are the browser's, here are handles. */
export interface CollectedExport {
  readonly parts: readonly Blob[];
  readonly bytes: number;
  readonly rows: number;
  /** Of how many rows it is the answer, and how many the list has: when that is more, it is the export of a part. */
  readonly covered: number;
  readonly total: number;
}

export interface CollectOptions {
  readonly ask: AskCollection;
  readonly question: Omit<ExportQuestion, 'exportId' | 'from' | 'limit'>;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: { readonly rows: number; readonly matching: number }) => void;
  /** Whether the export of a part will do. */
  readonly isPartWanted: boolean;
  readonly maxBytes?: number;
}

const messages = {
  'no-rows': 'The rows are no longer there: the list has been left, or its load has begun anew.',
  'no-answer': 'The part of the page that holds the rows does not answer. Reload the page, then export again.',
  'too-large': 'This is more than 10 MB, too much for the clipboard. Save it as a file.',
  part: 'Only a part of the list is loaded, so this would not be all of it.',
} as const;

/** Why an export could not be made, in words for the reader. */
export class ExportFailure extends Error {
  readonly reason: keyof typeof messages;

  constructor(reason: keyof typeof messages) {
    super(messages[reason]);
    this.name = 'ExportFailure';
    this.reason = reason;
  }
}

/** So many rows are encoded at once: some 10 ms, after which other questions have their turn. */
const stretchRows = 4000;
/** Longer than the first sorting of a million names takes. */
const maxWaitMs = 60_000;

/**
 * Has an export made, stretch by stretch, so that it can be given up at any time. Rejects with an `ExportFailure`, or with the reason
 * of the signal.
 */
export async function collectExport(options: CollectOptions): Promise<CollectedExport> {
  const { ask, signal, onProgress, isPartWanted, maxBytes = Number.POSITIVE_INFINITY } = options;
  const question = { ...options.question, exportId: newExportId() };
  const parts: Blob[] = [];
  let bytes = 0;
  let from = 0;
  try {
    for (;;) {
      const stretch = await answered(ask('export', { ...question, from, limit: stretchRows }), signal);
      if (stretch === undefined) throw new ExportFailure('no-rows');
      const { covered, total } = stretch;
      if (!isPartWanted && covered < total) throw new ExportFailure('part');
      parts.push(stretch.part);
      bytes += stretch.part.size;
      if (bytes > maxBytes) throw new ExportFailure('too-large');
      from = stretch.end;
      onProgress({ rows: from, matching: stretch.matching });
      if (from >= stretch.matching) return { parts, bytes, rows: from, covered, total };
    }
  } catch (error) {
    // Nobody waits for it: where there is no answer, there is nothing to give up either.
    void ask('export', { ...question, from, limit: 0 }).catch(() => {});
    throw error;
  }
}

/** The answer, unless the export is given up before, or there is none. A worker that the browser has ended never answers. */
function answered<Answer>(answer: Promise<Answer>, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new ExportFailure('no-answer')), maxWaitMs);
    const giveUp = () => reject(signal.reason);
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    answer
      .then(resolve, () => reject(new ExportFailure('no-answer')))
      .finally(() => {
        clearTimeout(timer);
        signal.removeEventListener('abort', giveUp);
      });
  });
}

/** `crypto.randomUUID` is not there on plain http. */
function newExportId(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
}
