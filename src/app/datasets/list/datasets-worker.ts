import { serveCollections } from '../../collection/worker/collection-worker.ts';
import { datasetFields } from '../fields.ts';

// The worker that has the rows of the lists of datasets.
serveCollections(datasetFields);
