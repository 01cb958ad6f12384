import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

interface IconSet {
  icons: Record<string, { body: string; width?: number; height?: number }>;
  width?: number;
  height?: number;
}

const require = createRequire(join(process.cwd(), 'package.json'));
const sets = new Map<string, IconSet>();

function iconSet(name: string): IconSet {
  let set = sets.get(name);
  if (!set) {
    set = JSON.parse(readFileSync(require.resolve(`@iconify-json/${name}/icons.json`), 'utf8')) as IconSet;
    sets.set(name, set);
  }
  return set;
}

export interface Icon {
  readonly body: string;
  readonly viewBox: string;
}

/** An icon of `tabler` (interface) or `healthicons` (professions); undefined when the set has no such name. */
export function findIcon(set: 'tabler' | 'healthicons', name: string): Icon | undefined {
  const { icons, width = 24, height = 24 } = iconSet(set);
  const icon = icons[name];
  return icon && { body: icon.body, viewBox: `0 0 ${icon.width ?? width} ${icon.height ?? height}` };
}
