import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { filledPaths } from '#src/domain/pictograms.ts';

const require = createRequire(join(process.cwd(), 'package.json'));

let names: ReadonlySet<string> | undefined;

/** The pictograms that pages and infographics can draw. Three megabytes are read: only when a name has to be looked up. */
export function pictogramNames(): ReadonlySet<string> {
  if (!names) {
    const { icons } = JSON.parse(
      readFileSync(require.resolve('@iconify-json/healthicons/icons.json'), 'utf8'),
    ) as { icons: Record<string, { body: string }> };
    names = new Set(Object.keys(icons).filter((name) => filledPaths(icons[name]?.body ?? '').length > 0));
  }
  return names;
}
