import { buildSite } from './site.ts';
import { command } from './user-error.ts';

await command(buildSite);
