import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(process.cwd(), 'package.json'));

export const WEIGHTS = [400, 600, 800] as const;
export type Weight = (typeof WEIGHTS)[number];
export const SUBSETS = ['latin', 'latin-ext'] as const;

/** The files of the pictures' typeface, in the weights that scenes use, `latin` before `latin-ext`. */
export const fontFiles = () =>
  WEIGHTS.flatMap((weight) =>
    SUBSETS.map((subset) => ({
      weight,
      subset,
      path: require.resolve(`@fontsource/figtree/files/figtree-${subset}-${weight}-normal.woff`),
    })),
  );
