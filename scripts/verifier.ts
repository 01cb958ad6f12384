import { relative, resolve, sep } from 'node:path';
import { question } from '#src/checks/explain.ts';
import { nearest } from '#src/checks/nearest.ts';
import { type Format, FORMATS, REPORTERS } from '#src/checks/reporters/index.ts';
import { either, fr } from '#src/checks/text.ts';
import { readOptions, usageError } from './options.ts';
import { checkContent, isPublishable, printReport } from './report.ts';
import { command } from './user-error.ts';

const USAGE = fr`
  npm run verifier                              dit tout ce qui ne va pas, et comment l'écrire
  npm run verifier -- --format json             le même rapport, pour un programme : json, github ou gitlab`;

const usage = (problem: string) => usageError(problem, USAGE);

function formatOption(value: string | boolean | undefined): Format {
  if (value === undefined) return 'terminal';
  const format = FORMATS.find((name) => name === value);
  if (format) return format;
  const near = question(nearest(String(value), FORMATS));
  throw usage(fr`« ${String(value)} » n'est pas un format connu : ${either(FORMATS)}.${near}`);
}

await command(async () => {
  const { values, positionals } = readOptions({ format: { type: 'string' } }, USAGE);
  const [extra] = positionals;
  if (extra !== undefined)
    throw usage(fr`« ${extra} » est de trop : la vérification lit toujours tout le contenu.`);
  const format = formatOption(values.format);
  const checked = await checkContent();
  if (format === 'terminal') printReport(checked);
  else {
    const folder = resolve('.');
    const pathOf = (file: string) =>
      relative(folder, resolve(checked.contenu.dir, file)).split(sep).join('/');
    console.log(REPORTERS[format]({ ...checked, pathOf }));
  }
  return isPublishable(checked);
});
