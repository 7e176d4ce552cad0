import { parentPort, workerData } from 'node:worker_threads';
import { BatchNormaliser } from './batch-normaliser.js';
import type { ThreadQuestion, ThreadStart } from './threaded-normaliser.js';

const { folder, writer } = workerData as ThreadStart;
const normaliser = new BatchNormaliser(folder, writer);

parentPort?.on('message', async (batch: ThreadQuestion) => {
  parentPort?.postMessage(await (batch === null ? normaliser.close() : normaliser.take(batch)));
});
