import { spawn } from 'node:child_process';

/** The code's own checks, side by side; each says what it found once it has ended. */
const CHECKS = ['types', 'lint'];

async function check(name: string): Promise<boolean> {
  const child = spawn(`npm run --silent ${name}`, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise((ended) => child.on('close', ended));
  if (said.trim() !== '') console.log(said.trimEnd());
  return code === 0;
}

const passed = await Promise.all(CHECKS.map(check));
process.exitCode = passed.every(Boolean) ? 0 : 1;
