import { glob, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { changeOne, type Counts, writeContent } from './bench-content.ts';
import { others } from './bench-others.ts';
import { machine, report, type Measured, type Subject } from './bench-report.ts';
import { measure } from './bench-run.ts';

/** Measures check and build on synthetic publications, then writes them as a Markdown table. */

const FOLDER = '.cache/bench';
const REPORT = 'BENCHMARKS.md';
/** Pictures that builds keep; those of this folder's own publication wait aside. */
const PICTURES = '.cache/infographies';
const ASIDE = join(FOLDER, 'infographies');
/** Teams of a publication of texts, and of the one that is all teams. */
const FEW_TEAMS = 10;
const MANY_TEAMS = 1000;
const SIZES = [250, 2500, 10_000];
/** As `package.json` runs them. */
const COMPILED = ['--import', './scripts/compiled.js'];

const tell = (text: string): void => void process.stderr.write(`${text}\n`);

const caches = async (): Promise<string[]> => Array.fromAsync(glob('.cache/astro-*'));

/** One build, with the seconds of its phases. */
async function build(contentDir: string): Promise<Measured> {
  const cost = await measure(process.execPath, [...COMPILED, 'scripts/bench-build.ts'], {
    CONTENT_DIR: contentDir,
    OUT_DIR: join(FOLDER, 'site'),
    NODE_ENV: 'production',
  });
  const last = cost.stdout.trim().split('\n').at(-1) ?? '{}';
  return { ...cost, phases: JSON.parse(last) as Record<string, number> };
}

/** All that is measured of one publication; it is built in a folder that no build has seen. */
async function measured(name: string, counts: Counts, turn: number): Promise<Subject> {
  const dir = join(FOLDER, `contenu-${turn}`);
  const before = new Set(await caches());
  tell(`${name}: writing the texts`);
  await writeContent(dir, 'content', counts);
  const forget = async (): Promise<void> => {
    for (const cache of await caches())
      if (!before.has(cache)) await rm(cache, { recursive: true, force: true });
  };
  const step = async (what: string, work: () => Promise<Measured>): Promise<Measured> => {
    tell(`${name}: ${what}`);
    return work();
  };
  try {
    const check = await step('check', () =>
      measure(process.execPath, [...COMPILED, 'scripts/verifier.ts'], { CONTENT_DIR: dir }),
    );
    const entries = counts.histoires + counts.outils;
    await rm(PICTURES, { recursive: true, force: true });
    const first = await step('first build, with every picture', () => build(dir));
    await forget();
    const cold = await step('cold build', () => build(dir));
    const same = await step('build again, nothing changed', () => build(dir));
    if (entries === 0) return { name, size: counts.equipes, check, first, cold, same, others: [] };
    await changeOne(dir, turn);
    const changed = await step('build again, one story changed', () => build(dir));
    const beside: Subject['others'][number][] = [];
    for (const { name: other, absent, run } of await others(FOLDER)) {
      const out = join(FOLDER, 'autre-site');
      await rm(out, { recursive: true, force: true });
      const cost = run && (await step(other, () => run(dir, out)));
      const pages = (await Array.fromAsync(glob(`${out}/**/*.html`))).length;
      if (cost && pages < entries) throw new Error(`${other} wrote ${pages} pages of ${entries}`);
      beside.push({ name: other, absent, cost });
    }
    return { name, size: entries, check, first, cold, same, changed, others: beside };
  } finally {
    await forget();
    for (const each of [dir, join(FOLDER, 'site'), join(FOLDER, 'autre-site')])
      await rm(each, { recursive: true, force: true });
  }
}

/**
 * Prints the table of these sizes, in stories and tools together; when none is named, of all sizes and of a thousand teams.
 * @param named half stories, half tools
 * @param write whether the report at the root of the project is written anew
 */
export async function benchPublications(named: readonly number[], write: boolean): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const start = performance.now();
  const subjects: Subject[] = [];
  // Written after each publication: a run that is stopped leaves what it has measured.
  const account = async (subject: Subject): Promise<void> => {
    subjects.push(subject);
    const text = report(subjects, machine((performance.now() - start) / 60_000));
    if (write) await writeFile(REPORT, text);
  };
  await rename(PICTURES, ASIDE).catch(() => undefined);
  try {
    for (const size of named.length > 0 ? named : SIZES) {
      const counts = { histoires: Math.ceil(size / 2), outils: Math.floor(size / 2), equipes: FEW_TEAMS };
      await account(await measured(`${size} stories and tools`, counts, Date.now()));
    }
    const teams = { histoires: 0, outils: 0, equipes: MANY_TEAMS };
    if (named.length === 0) await account(await measured(`${MANY_TEAMS} teams`, teams, Date.now()));
  } finally {
    await rm(PICTURES, { recursive: true, force: true });
    await rename(ASIDE, PICTURES).catch(() => undefined);
  }
  console.log(report(subjects, machine((performance.now() - start) / 60_000)));
  if (write) tell(`${REPORT} is written.`);
}
