import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ExportFormatId } from '../../../engine/export/export-formats.ts';
import type { View } from '../../address/view-params.ts';
import { apiHost, servedBy, sourceLabel } from '../../api/served-by.ts';
import { copyText } from '../../browser/copy-text.ts';
import { saveFile } from '../../browser/save-file.ts';
import type { CollectionState } from '../../collection/read/collection-state.ts';
import { type CollectedExport, collectExport, ExportFailure } from '../../collection/worker/collect-export.ts';
import { readerLocales } from '../../ui/format/number-format.ts';
import type { DatasetField } from '../fields.ts';
import type { List } from '../list/use-list.ts';
import { exportFile, exportFileName } from './export-file.ts';
import { exportScopeOf } from './export-scope.ts';

/** What an export is made of. */
export interface ExportProps {
  readonly view: View;
  readonly list: List;
  readonly userId: string | undefined;
}

/** What is to be made, and where it goes. */
export interface ExportTask {
  readonly to: 'file' | 'clipboard';
  readonly format: ExportFormatId;
  readonly fields: readonly DatasetField[];
  /** Whether it is that of the part that is loaded, as the reader has said. */
  readonly isPart: boolean;
}

/** How the export stands. */
export type ExportJob =
  | { readonly name: 'none' | 'given-up' }
  /** The rest of the list comes first. `since`: what the collection was when that began. */
  | { readonly name: 'loading'; readonly task: ExportTask; readonly since: CollectionState; readonly isOurs: boolean }
  | { readonly name: 'writing'; readonly rows: number; readonly matching: number | undefined }
  | { readonly name: 'saved'; readonly rows: number; readonly fileName: string }
  | { readonly name: 'copied'; readonly rows: number }
  /** The browser lets only a click copy: `text` is there for the next one. */
  | { readonly name: 'uncopied'; readonly text: string; readonly rows: number }
  | { readonly name: 'failed'; readonly message: string };

export interface Exporter {
  readonly job: ExportJob;
  /** Makes the export; loads the list first where it is to be all of it and is not there. */
  readonly start: (task: ExportTask) => void;
  /** Copies what the browser has refused to. */
  readonly copyAgain: () => void;
  /** Gives it up, and the load that was begun for it. */
  readonly cancel: () => void;
}

/** More than that makes what it is pasted into stand still. */
const maxCopiedBytes = 10_000_000;

/** Makes exports of a view, one at a time. */
export function useExport({ view, list, userId }: ExportProps): Exporter {
  const [job, setJob] = useState<ExportJob>({ name: 'none' });
  const running = useRef<AbortController>(undefined);
  const { collection } = list;

  async function write(task: ExportTask): Promise<void> {
    const { sort, desc, q } = view;
    const { format, fields, isPart, to } = task;
    const atMs = collection.state.asOfMs ?? Date.now();
    const abort = new AbortController();
    running.current = abort;
    setJob({ name: 'writing', rows: 0, matching: undefined });
    try {
      const made = await collectExport({
        ask: collection.ask,
        question: { sort, desc, q, format, fields, userId, locales: readerLocales() },
        signal: abort.signal,
        onProgress: (progress) => setJob({ name: 'writing', ...progress }),
        isPartWanted: isPart,
        ...(to === 'clipboard' ? { maxBytes: maxCopiedBytes } : {}),
      });
      const done = to === 'file' ? save(made, { view, format, atMs, isPart }) : await copy(made);
      if (!abort.signal.aborted) setJob(done);
    } catch (error) {
      if (!abort.signal.aborted) setJob({ name: 'failed', message: messageOf(error) });
    }
  }

  const goOn = useEffectEvent((state: CollectionState) => {
    // What the list was before the load is no news.
    if (job.name !== 'loading' || state === job.since) return;
    if (state.phase === 'complete') void write(job.task);
    // Where it had been begun by itself, that went no further.
    if (state.phase === 'larger') collection.load();
    const message = whyNotLoaded(state);
    if (message !== undefined) setJob({ name: 'failed', message });
  });
  useEffect(() => goOn(collection.state), [collection.state]);
  useEffect(() => () => running.current?.abort(), []);

  return {
    job,
    start(task) {
      if (task.isPart || exportScopeOf(view, list).isAll) return void write(task);
      const { phase } = collection.state;
      const isOurs = phase !== 'loading' && phase !== 'paused';
      setJob({ name: 'loading', task, since: collection.state, isOurs });
      // One that was begun by itself may have a bound, and has none then.
      collection.load();
    },
    copyAgain() {
      if (job.name !== 'uncopied') return;
      const { text, rows } = job;
      void copyText(text).then((isCopied) => {
        if (isCopied) setJob({ name: 'copied', rows });
      });
    },
    cancel() {
      running.current?.abort();
      if (job.name === 'loading' && job.isOurs) collection.stop();
      setJob({ name: 'given-up' });
    },
  };
}

function save(
  { parts, rows, covered, total }: CollectedExport,
  options: { readonly view: View; readonly atMs: number } & Pick<ExportTask, 'format' | 'isPart'>,
): ExportJob {
  const { view, format, atMs, isPart } = options;
  // Rows that were read and not checked may be as many as there are, and are not all of them yet.
  const part = isPart || covered < total ? { rows: covered, total } : undefined;
  const fileName = exportFileName({ source: sourceName(), view, part, atMs, format });
  saveFile(exportFile(format, parts), fileName);
  return { name: 'saved', rows, fileName };
}

function sourceName(): string {
  const { name, place } = sourceLabel(servedBy(), apiHost());
  return place === undefined ? name : `${name} ${place}`;
}

async function copy({ parts, rows }: CollectedExport): Promise<ExportJob> {
  const text = await new Blob([...parts]).text();
  return (await copyText(text)) ? { name: 'copied', rows } : { name: 'uncopied', text, rows };
}

/** Why a load has ended without the whole list; `undefined` while it has not. */
function whyNotLoaded({ phase, failure }: CollectionState): string | undefined {
  switch (phase) {
    case 'failed':
      return `The list could not be loaded. ${failure?.message ?? ''}`.trim();
    case 'stopped':
      return 'The load was stopped before the whole list was there.';
    case 'partial':
      return 'The server broke the rules of its API, so that the list cannot be loaded as a whole.';
    default:
      return undefined;
  }
}

function messageOf(error: unknown): string {
  if (error instanceof ExportFailure) return error.message;
  // The browser has no room left for the bytes.
  return `The browser could not make the file. ${error instanceof Error ? error.message : String(error)}`;
}
