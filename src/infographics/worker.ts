import { parentPort } from 'node:worker_threads';
import sharp from 'sharp';
import { fillCard } from './card.ts';
import { fillCache } from './cache.ts';
import { PictureError } from './layout.ts';
import type { Job, Outcome } from './pool.ts';

// Each thread draws one picture at a time: more would only take memory.
sharp.concurrency(1);

parentPort?.on('message', ({ key, data }: Job) => {
  (data.genre === 'carte' ? fillCard(key, data) : fillCache(key, data)).then(
    () => parentPort?.postMessage({ key } satisfies Outcome),
    (error: unknown) => parentPort?.postMessage(failure(key, error)),
  );
});

/** What stopped a job, as plain data that another thread can take. */
function failure(key: string, error: unknown): Outcome {
  if (error instanceof PictureError)
    return { key, refused: { message: error.message, sources: error.said?.sources ?? [] } };
  const { code, syscall, path = '' } = error as NodeJS.ErrnoException;
  if (code !== undefined && syscall !== undefined) return { key, system: { code, path } };
  return { key, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
