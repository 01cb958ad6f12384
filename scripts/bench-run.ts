import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';

/** What a command took. */
export interface Cost {
  /** Seconds on the clock. */
  readonly wall: number;
  /** Seconds of all processors, for the command and what it started; undefined where the system does not say. */
  readonly cpu: number | undefined;
  /** Most megabytes resident at once, for the same ones; undefined where the system does not say. */
  readonly memory: number | undefined;
  readonly stdout: string;
}

/** Linux counts in hundredths of a second, on every machine that Node runs on. */
const TICK = 0.01;
const PAGE = 4096;
/** Between two looks at the memory. */
const EVERY = 50;

/** Seconds of processor of the children of this process that have ended, with theirs. */
async function spent(): Promise<number | undefined> {
  const text = await readFile('/proc/self/stat', 'utf8').catch(() => undefined);
  // The name, in brackets, may hold spaces.
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
  return fields && (Number(fields[13]) + Number(fields[14])) * TICK;
}

/** Megabytes of a process and of those that it started. */
async function resident(pid: number): Promise<number> {
  const pages = await readFile(`/proc/${pid}/statm`, 'utf8').then(
    (text) => Number(text.split(' ')[1]),
    () => 0,
  );
  const tasks = await readdir(`/proc/${pid}/task`).catch(() => []);
  const children = await Promise.all(
    tasks.map((task) => readFile(`/proc/${pid}/task/${task}/children`, 'utf8').catch(() => '')),
  );
  const below = await Promise.all(
    children
      .flatMap((text) => text.trim().split(' ').filter(Boolean))
      .map((child) => resident(Number(child))),
  );
  return (pages * PAGE) / 1e6 + below.reduce((sum, one) => sum + one, 0);
}

/**
 * Runs a command to its end and measures it; one at a time, since the processor's count is that of all children.
 * @throws when it fails, with what it printed
 */
export async function measure(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Cost> {
  const before = await spent();
  const start = performance.now();
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].on('data', (chunk: Buffer) => (texts[name] += chunk.toString()));
  let memory = 0;
  const { pid } = child;
  const watch = setInterval(() => {
    if (pid !== undefined) void resident(pid).then((now) => (memory = Math.max(memory, now)));
  }, EVERY);
  const status = await new Promise<number | null>((done, failed) => {
    child.on('error', failed);
    child.on('close', done);
  }).finally(() => clearInterval(watch));
  const wall = (performance.now() - start) / 1000;
  if (status !== 0)
    throw new Error(`${[command, ...args].join(' ')}\n${texts.stdout.slice(-2000)}\n${texts.stderr}`);
  const after = await spent();
  return {
    wall,
    cpu: before === undefined || after === undefined ? undefined : after - before,
    memory: memory === 0 ? undefined : memory,
    stdout: texts.stdout,
  };
}
