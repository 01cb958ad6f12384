import { buildSite } from './site.ts';

process.exitCode = (await buildSite()) ? 0 : 1;
