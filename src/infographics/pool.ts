import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CardData } from './card-data.ts';
import type { InfographicData } from './picture.ts';

export interface Job {
  readonly key: string;
  readonly data: InfographicData | CardData;
}

/** What became of a job: done; refused, for what its author can mend; stopped by the system; or a fault of ours. */
export interface Outcome {
  readonly key: string;
  readonly refused?: { readonly message: string; readonly sources: readonly string[] };
  /** A full disk, a folder that may not be written: as the system tells it. */
  readonly system?: { readonly code: string; readonly path: string };
  readonly fault?: string;
}

/**
 * Draws pictures into the cache on all cores, each job once, the first ones first.
 * @param onOutcome called after each job, in the order in which they end
 * @throws the system's error when it stops a job, or what `onOutcome` throws: the other jobs are then dropped
 */
export async function drawAll(
  jobs: readonly Job[],
  onOutcome: (outcome: Outcome) => void,
  threads: number = availableParallelism(),
): Promise<void> {
  const waiting = [...jobs];
  const count = Math.min(threads, jobs.length);
  await Promise.all(Array.from({ length: count }, () => runWorker(waiting, onOutcome)));
}

function runWorker(waiting: Job[], onOutcome: (outcome: Outcome) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    const stop = (error: unknown) => {
      waiting.length = 0;
      void worker.terminate().then(() => reject(error as Error));
    };
    const next = () => {
      const job = waiting.shift();
      if (job) worker.postMessage(job);
      else void worker.terminate().then(() => resolve());
    };
    worker.on('message', (outcome: Outcome) => {
      // Thrown here, an error would end the process: nobody stands above an event.
      try {
        if (outcome.system) throw Object.assign(new Error(outcome.system.code), outcome.system);
        onOutcome(outcome);
        next();
      } catch (error) {
        stop(error);
      }
    });
    worker.on('error', stop);
    next();
  });
}
