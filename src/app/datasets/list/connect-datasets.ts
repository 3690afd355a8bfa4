import { connectWorker } from '../../collection/worker/connect-worker.ts';

/** The worker that has the rows of the lists of datasets. */
export const connectDatasets = connectWorker(
  () => new Worker(new URL('./datasets-worker.ts', import.meta.url), { type: 'module' }),
);
