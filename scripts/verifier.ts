import { relative, resolve, sep } from 'node:path';
import { question } from '#src/checks/explain.ts';
import { nearest } from '#src/checks/nearest.ts';
import { type Format, FORMATS, REPORTERS } from '#src/checks/reporters/index.ts';
import { either, fr } from '#src/checks/text.ts';
import { mendFolder } from './corriger.ts';
import { readOptions, usageError } from './options.ts';
import { checkContent, contentFolder, isPublishable, printReport, terminalOptions } from './report.ts';
import { command } from './user-error.ts';

const USAGE = fr`
  npm run verifier                              dit tout ce qui ne va pas, et comment l'écrire
  npm run verifier -- --format json             le même rapport, pour un programme : json, github ou gitlab
  npm run verifier -- --corriger                corrige ce qui est sûr, et montre chaque ligne changée
  npm run verifier -- --corriger --essai        montre ce qui serait corrigé, et n'écrit rien`;

const OPTIONS = {
  format: { type: 'string' },
  corriger: { type: 'boolean' },
  essai: { type: 'boolean' },
} as const;

const usage = (problem: string) => usageError(problem, USAGE);

function formatOption(value: string | boolean | undefined): Format {
  if (value === undefined) return 'terminal';
  const format = FORMATS.find((name) => name === value);
  if (format) return format;
  const near = question(nearest(String(value), FORMATS));
  throw usage(fr`« ${String(value)} » n'est pas un format connu : ${either(FORMATS)}.${near}`);
}

await command(async () => {
  const { values, positionals } = readOptions(OPTIONS, USAGE);
  const [extra] = positionals;
  if (extra !== undefined)
    throw usage(fr`« ${extra} » est de trop : la vérification lit toujours tout le contenu.`);
  const format = formatOption(values.format);
  if (values.essai && !values.corriger) throw usage(fr`« --essai » ne va qu'avec « --corriger ».`);
  if (values.corriger) {
    if (format !== 'terminal') throw usage(fr`« --corriger » ne va pas avec « --format ».`);
    const options = { ...terminalOptions(), trial: values.essai === true };
    const { text, after, publishable } = await mendFolder(await contentFolder(), options);
    console.log(`${text}\n`);
    printReport(after);
    return publishable;
  }
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
