import { rm } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { CACHE, isCached, keyOf } from '#src/infographics/cache.ts';
import { drawPng, type Format, FORMATS } from '#src/infographics/picture.ts';
import { drawAll, type Job } from '#src/infographics/pool.ts';
import type { ScanData } from '#src/infographics/scan-data.ts';
import { scanArbitrary } from '#src/infographics/testing.ts';

/**
 * Measures the infographics on this machine, in one run: each format on one core, all files of many synthetic teams
 * on one core and on all, then again from the cache. The teams are made here; they never stand in `content/`.
 */

const french = (value: number, digits = 0) =>
  value.toLocaleString('fr-FR', { maximumFractionDigits: digits });

/** Teams of every size, the same ones each time. */
function teams(count: number): ScanData[] {
  return fc
    .sample(scanArbitrary, { numRuns: count, seed: 2026 })
    .map(({ data }, index) => ({ ...data, equipe: { ...data.equipe, id: `essai-${index}` } }));
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

async function eachFormat(data: readonly ScanData[]): Promise<void> {
  console.log('format | médiane (ms) | le plus lent (ms) | poids médian (ko)');
  for (const format of Object.keys(FORMATS) as Format[]) {
    const times: number[] = [];
    const sizes: number[] = [];
    for (const one of data) {
      const start = performance.now();
      const png = await drawPng(one, format);
      times.push(performance.now() - start);
      sizes.push(png.length / 1000);
    }
    // The first ones load fonts and warm the compiler.
    const warm = times.slice(3);
    console.log(
      `${format} | ${french(median(warm))} | ${french(Math.max(...warm))} | ${french(median(sizes))}`,
    );
  }
}

/** Seconds to draw every file of these teams; from nothing unless `warm`. */
async function all(data: readonly ScanData[], threads: number | undefined, warm: boolean): Promise<number> {
  const jobs: Job[] = data.map((one) => ({ key: keyOf(one), data: one }));
  if (!warm) await forget(jobs);
  const start = performance.now();
  const missing: Job[] = [];
  for (const { data: one } of jobs) {
    const key = keyOf(one);
    if (!(await isCached(key))) missing.push({ key, data: one });
  }
  await drawAll(
    missing,
    ({ fault, refused }) => {
      if (fault !== undefined || refused) throw new Error(fault ?? refused?.message);
    },
    threads,
  );
  return (performance.now() - start) / 1000;
}

const forget = (jobs: readonly Job[]) =>
  Promise.all(jobs.map(({ key }) => rm(join(CACHE, key), { recursive: true, force: true })));

/** @param sizes numbers of teams; a hundred when none is given */
export async function benchScan(sizes: readonly number[]): Promise<void> {
  await eachFormat(teams(40));
  console.log('\néquipes | un cœur (s) | tous (s) | rapport | par équipe (ms) | du cache (s) | mémoire (Mo)');
  for (const size of sizes.length > 0 ? sizes : [100]) {
    const data = teams(size);
    // One core is measured on a hundred teams at most: it is the same work for each.
    const few = data.slice(0, 100);
    const one = ((await all(few, 1, false)) * size) / few.length;
    const every = await all(data, undefined, false);
    const cached = await all(data, undefined, true);
    const memory = process.resourceUsage().maxRSS / 1000;
    console.log(
      `${french(size)} | ${french(one, 1)} | ${french(every, 1)} | × ${french(one / every, 2)} | ${french((every * 1000) / size)} | ${french(cached, 2)} | ${french(memory)}`,
    );
    await forget(data.map((one) => ({ key: keyOf(one), data: one })));
  }
  console.log(`${cpus().length}\u00A0cœurs, ${cpus()[0]?.model ?? ''}, Node ${process.versions.node}`);
}
