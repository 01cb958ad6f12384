import { readFile } from 'node:fs/promises';
import { posix, relative, sep } from 'node:path';
import { readContenu } from '#src/checks/contenu.ts';
import { fr } from '#src/checks/text.ts';
import { snippets, yamlSchemas } from '#src/drafts/editor-files.ts';
import { writeAll } from '#src/files/write-files.ts';
import { readOptions, usageError } from './options.ts';
import { contentFolder } from './report.ts';
import { command, UserError } from './user-error.ts';

const USAGE = fr`
  npm run editeur     prépare VS Code : champs proposés et vérifiés pendant la frappe, fiches et blocs tout faits`;

const FOLDER = '.vscode';
const SETTINGS = `${FOLDER}/settings.json`;

/** What a person has set already, which stays. */
async function ownSettings(): Promise<Record<string, unknown>> {
  const text = await readFile(SETTINGS, 'utf8').catch(() => '{}');
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new UserError(
      fr`« ${SETTINGS} » n'est pas du JSON simple (une remarque, peut-être ?) : rien n'a été écrit. Le renommer, puis relancer.`,
    );
  }
}

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

await command(async () => {
  const { positionals } = readOptions({}, USAGE);
  if (positionals.length > 0) throw usageError(fr`« ${positionals[0] ?? ''} » est de trop.`, USAGE);
  const dir = await contentFolder();
  const contenu = await readContenu(dir);
  const content = relative('.', dir).split(sep).join(posix.sep);
  const schemas = yamlSchemas(contenu);
  const settings = {
    ...(await ownSettings()),
    'yaml.schemas': Object.fromEntries(
      schemas.map(({ name, files }) => [`./${FOLDER}/schemas/${name}.json`, `${content}/${files}`]),
    ),
    'files.encoding': 'utf8',
    'files.eol': '\n',
    'editor.wordWrap': 'on',
    '[markdown]': { 'editor.quickSuggestions': { other: true }, 'editor.snippetSuggestions': 'top' },
  };
  await writeAll([
    ...schemas.map(({ name, schema }) => ({ path: `${FOLDER}/schemas/${name}.json`, content: json(schema) })),
    { path: `${FOLDER}/recits.code-snippets`, content: json(snippets(contenu)) },
    { path: `${FOLDER}/extensions.json`, content: json({ recommendations: ['redhat.vscode-yaml'] }) },
    { path: SETTINGS, content: json(settings) },
  ]);
  console.log(
    fr`VS Code est prêt (dossier ${FOLDER}) : ouvrir ce projet, accepter l'extension YAML qu'il propose. Dans un texte, taper « fiche », « levier », « conseil »… puis la touche Tab.
À relancer quand une liste de ${content}/vocabulaire a changé.`,
  );
  return true;
});
