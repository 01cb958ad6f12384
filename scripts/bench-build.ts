import { buildSite } from './site.ts';
import { command } from './user-error.ts';

/** The build, run by the bench: its last line says how many seconds each phase took. */

const phases: Record<string, number> = {};
let last = performance.now();
await command(() =>
  buildSite((phase) => {
    const now = performance.now();
    phases[phase] = (phases[phase] ?? 0) + (now - last) / 1000;
    last = now;
  }),
);
console.log(`\n${JSON.stringify(phases)}`);
