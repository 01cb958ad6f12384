import { buildSite, previewSite } from './site.ts';
import { command } from './user-error.ts';

await command(async () => (await buildSite()) && (await previewSite()));
