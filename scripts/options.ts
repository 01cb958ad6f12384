import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { question } from '#src/checks/explain.ts';
import { nearest } from '#src/checks/nearest.ts';
import { fr } from '#src/checks/text.ts';
import { UserError } from './user-error.ts';

/** A problem of the command line, with how it is written. */
export const usageError = (problem: string, usage: string): UserError =>
  new UserError(`${problem}\n${usage}`);

/**
 * Reads a command line: what is asked, and its options.
 * @throws UserError for an option that does not exist, has no value where one is needed, or has one where none is
 */
export function readOptions<Options extends ParseArgsOptionsConfig>(options: Options, usage: string) {
  const { values, positionals } = parseArgs({ options, strict: false, allowPositionals: true });
  for (const [name, value] of Object.entries(values)) {
    const option = options[name];
    if (!option) {
      const near = question(nearest(name, Object.keys(options)));
      throw usageError(fr`L'option « --${name} » n'existe pas.${near}`, usage);
    }
    // A value there is a misplaced file name: never taken for « no ».
    if (option.type === 'boolean' && typeof value === 'string')
      throw usageError(fr`« --${name} » ne prend pas de valeur.`, usage);
    if (option.type === 'string' && typeof value !== 'string')
      throw usageError(fr`« --${name} » attend une valeur, écrite après une espace.`, usage);
  }
  return { values: values as { readonly [Name in keyof Options]?: string | boolean }, positionals };
}

/** A year given on the command line; undefined when none was. */
export function yearOption(value: string | boolean | undefined, usage: string): number | undefined {
  if (value === undefined) return undefined;
  if (!/^(19|20)\d{2}$/.test(String(value)))
    throw usageError(
      fr`« --annee » attend une année à quatre chiffres, par exemple « --annee 2026 ».`,
      usage,
    );
  return Number(value);
}
