import { benchLighthouse } from './bench-lighthouse.ts';
import { benchPublications } from './bench-publications.ts';
import { benchScan } from './bench-scan.ts';
import { benchSearch } from './bench-search.ts';
import { command, UserError } from './user-error.ts';

/**
 * Measures this machine's work, in one run: check and build of synthetic publications, beside other generators;
 * `npm run bench -- rapport` writes the report, `-- 250 2500` these sizes only, `-- scan 100 2000` the infographics,
 * `-- search 250 2500` the search, `-- lighthouse /histoires/` a page of `dist/` by Lighthouse, all kinds if none is named.
 */

const [WHAT = '', ...REST] = process.argv.slice(2);
const NAMED = ['scan', 'search', 'rapport'].includes(WHAT);
const GIVEN = NAMED ? REST : process.argv.slice(2);
const SIZES = GIVEN.map(Number);

await command(async () => {
  if (WHAT === 'lighthouse') {
    await benchLighthouse('dist', REST);
    return true;
  }
  const wrong = GIVEN.find((_, index) => !Number.isInteger(SIZES[index]) || (SIZES[index] ?? 0) < 2);
  if (wrong !== undefined)
    throw new UserError(
      `«\u00A0${wrong}\u00A0» n’est pas une taille. Exemples\u00A0: npm run bench -- 250 2500, npm run bench -- rapport, npm run bench -- scan 100, npm run bench -- search 250.`,
    );
  if (WHAT === 'scan') await benchScan(SIZES);
  else if (WHAT === 'search') await benchSearch(SIZES.length > 0 ? SIZES : [250, 2500, 10_000]);
  else await benchPublications(SIZES, WHAT === 'rapport');
  return true;
});
