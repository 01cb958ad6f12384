import { createHash } from 'node:crypto';
import { existsSync, globSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { MISSING_WORDS, OTHER_WORDS } from './package-words.ts';

const PACKAGE = '@sveltia/cms';
const ENTRY = 'src/redaction/browser/main.ts';

/** What the package would fetch from other hosts, and the file of the site that answers in its place. */
const ADDRESSES: Readonly<
  Record<string, { readonly file: string; readonly content: (version: string) => unknown }>
> = {
  'https://unpkg.com/@sveltia/cms': {
    file: 'paquet/package.json',
    content: (version) => ({ version }),
  },
  'https://www.githubstatus.com/api/v2/status.json': {
    file: 'paquet/github.json',
    content: () => ({ status: { indicator: 'none' } }),
  },
  'https://status-api.hostedstatus.com/1.0/status/5b36dc6502d06804c08349f7': {
    file: 'paquet/gitlab.json',
    content: () => ({ result: { status_overall: { status_code: 100 } } }),
  },
};
/** The first one is a folder's address, to which the package adds « /package.json ». */
const localAddress = (file: string): string => `/redaction/${file.replace(/\/package\.json$/, '')}`;

/** Fonts of another host, which the package declares besides its own. */
const OTHER_FONTS = /@font-face \{[^}]*\/\/cdn\.jsdelivr\.net\/[^}]*\}/g;

const changed = (what: string): Error =>
  new Error(
    `${PACKAGE} no longer holds « ${what} »: read what it fetches, then mend src/redaction/bundle.ts`,
  );

/**
 * The package's script with addresses of the site in the place of others. Fails when one is no longer there: a new version
 * must be read again before the form is served.
 */
export function ownAddresses(code: string): string {
  let own = code.replaceAll(OTHER_FONTS, '');
  if (own === code) throw changed('cdn.jsdelivr.net');
  for (const [address, { file }] of Object.entries(ADDRESSES)) {
    const parts = own.split(address);
    if (parts.length === 1) throw changed(address);
    own = parts.join(localAddress(file));
  }
  return own;
}

/** The package's French, with our words in the place of some of its own, and for those it lacks. */
export function ownWords(json: string): string {
  const words = JSON.parse(json) as Record<string, unknown>;
  for (const [path, said] of Object.entries(OTHER_WORDS)) put(words, path, said, true);
  for (const [path, said] of Object.entries(MISSING_WORDS)) put(words, path, said, false);
  return JSON.stringify(words);
}

/** Fails when a word that should be there is not, or the other way round: the new version is to be read again. */
function put(words: Record<string, unknown>, path: string, said: string, there: boolean): void {
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let group = words;
  for (const step of steps) group = (group[step] ??= {}) as Record<string, unknown>;
  if ((typeof group[last] === 'string') !== there) throw changed(path);
  group[last] = said;
}

/** Parts that no field of the form uses, and every language but French: hundreds of files that no one would load. */
const UNUSED = /^(@shikijs\/(langs|themes)\/|leaflet|svgo|terra-draw)/;

function trimmed(): Plugin {
  let found = false;
  return {
    name: 'formulaire-du-site',
    enforce: 'pre',
    resolveId(id, importer) {
      if (UNUSED.test(id)) return '\0inutile';
      const language = /^\.\.\/locales\/(?!fr\.json$)[\w-]+\.json$/.test(id) && importer?.includes(PACKAGE);
      return language ? this.resolve('../locales/fr.json', importer, { skipSelf: true }) : undefined;
    },
    load: (id) => (id === '\0inutile' ? 'export default {};' : undefined),
    transform(code, id) {
      if (id.includes(`/${PACKAGE}/locales/fr.json`)) return { code: ownWords(code), map: null };
      if (!id.replaceAll('\\', '/').includes(`/${PACKAGE}/npm/index.js`)) return undefined;
      found = true;
      return { code: ownAddresses(code), map: null };
    },
    buildEnd(error) {
      if (!error && !found) throw new Error(`${PACKAGE} was not found in the form's script`);
    },
    generateBundle() {
      const { version } = packageJson();
      for (const { file, content } of Object.values(ADDRESSES))
        this.emitFile({ type: 'asset', fileName: file, source: JSON.stringify(content(version)) });
    },
  };
}

const require = createRequire(join(process.cwd(), 'package.json'));

function packageJson(): { readonly version: string } {
  const main = require.resolve(PACKAGE);
  return require(join(main, '../../package.json')) as { version: string };
}

/**
 * The form's scripts, fonts and language, made once for a state of the code.
 * @returns the folder that holds them, whose files are served under `/redaction/`
 */
export async function formBundle(): Promise<string> {
  const hash = createHash('sha256').update(packageJson().version);
  for (const file of globSync('src/{redaction,schemas,domain,checks,drafts}/**/*.ts').toSorted())
    if (!file.endsWith('.test.ts')) hash.update(await readFile(file));
  const dir = resolve(`.cache/redaction-${hash.digest('hex').slice(0, 12)}`);
  if (existsSync(dir)) return dir;
  const outDir = `${dir}-${process.pid}`;
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    base: '/redaction/',
    plugins: [trimmed()],
    build: {
      outDir,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4000,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: ENTRY,
        output: {
          entryFileNames: 'formulaire.js',
          chunkFileNames: 'parts/[name]-[hash].js',
          assetFileNames: 'parts/[name]-[hash][extname]',
        },
      },
    },
  });
  await rename(outDir, dir).catch(() => rm(outDir, { recursive: true, force: true }));
  return dir;
}
