import { parentPort } from 'node:worker_threads';
import sharp from 'sharp';
import { fillCache } from './cache.ts';
import { PictureError } from './layout.ts';
import type { Job, Outcome } from './pool.ts';

// Each thread draws one picture at a time: more would only take memory.
sharp.concurrency(1);

parentPort?.on('message', (job: Job) => {
  fillCache(job.key, job.data).then(
    () => parentPort?.postMessage({ key: job.key } satisfies Outcome),
    (error: unknown) =>
      parentPort?.postMessage(
        (error instanceof PictureError
          ? { key: job.key, refused: { message: error.message, sources: error.said?.sources ?? [] } }
          : {
              key: job.key,
              fault: error instanceof Error ? (error.stack ?? error.message) : String(error),
            }) satisfies Outcome,
      ),
  );
});
