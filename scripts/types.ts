import './no-telemetry.ts';
import { check } from '@astrojs/check';
import { sync } from 'astro';

await sync({ logLevel: 'error' });
const failed = await check({
  minimumSeverity: 'warning',
  minimumFailingSeverity: 'warning',
  root: process.cwd(),
});
process.exitCode = failed ? 1 : 0;
