import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { publicationOf } from './src/checks/contenu.ts';
import { formerAddressesOf } from './src/checks/former-addresses.ts';
import { markdownOptions } from './src/checks/markdown-options.ts';
import { contentDir } from './src/domain/content-dir.ts';
import { hostFiles } from './src/hosting/integration.ts';
import { markdownProcessor } from './src/markdown/processor.ts';
import { sharedContenu } from './src/checks/one-reading.ts';
import { pageChanges } from './src/checks/page-changes.ts';
import { redactionForm } from './src/redaction/integration.ts';
import { searchIndex } from './src/search/integration.ts';
import { securityPolicy } from './src/redaction/page.ts';
import { storeOnDisk } from './src/checks/store-on-disk.ts';
import { textFaces, textFont } from './src/styles/fonts.ts';
import { tokensCss } from './src/styles/tokens.ts';

const contenu = await sharedContenu(contentDir());
const publication = publicationOf(contenu);
if (!publication)
  throw new Error('content/publication.yaml ne peut pas être lu : lancez « npm run verifier ».');

/**
 * Astro keeps what it read of each file by the digest of that file alone. What else decides of the result
 * (schemas, rules, Markdown, packages) is in the name of the cache, which is thus never stale.
 */
const code = createHash('sha256').update(contentDir());
for (const file of [
  'package-lock.json',
  ...globSync('src/{domain,schemas,markdown,checks}/**/*.ts').toSorted(),
])
  code.update(readFileSync(file));

const cacheDir = `.cache/astro-${code.digest('hex').slice(0, 12)}`;

/** Style sheets that pages import and no file holds: the publication's name and colours, the faces of its text. */
const sheets = new Map([
  ['virtual:couleurs.css', tokensCss(publication, contenu.vocabulaires.get('familles')?.data ?? {})],
  ['virtual:polices.css', textFaces()],
]);
const writtenSheets = {
  name: 'feuilles-de-styles',
  resolveId: (id) => (sheets.has(id) ? `\0${id}` : undefined),
  load: (id) => sheets.get(id.replace('\0', '')),
};

export default defineConfig({
  site: publication.adresse,
  trailingSlash: 'always',
  outDir: process.env.OUT_DIR ?? 'dist',
  cacheDir,
  build: { inlineStylesheets: 'never', assets: 'ressources' },
  image: { service: { entrypoint: './src/components/pictures.ts' } },
  devToolbar: { enabled: false },
  // Pages whose key is the same serve again: see `queries/cle-de-page.ts`.
  experimental: { incrementalBuild: true },
  integrations: [
    mdx(),
    searchIndex(),
    redactionForm(),
    // Last: it lists what the others have written.
    hostFiles({
      site: publication.adresse,
      redirects: (preview) => formerAddressesOf(contenu, preview),
      changes: pageChanges(contenu),
      otherPolicy: publication.redaction?.formulaire
        ? { folder: '/redaction/', policy: securityPolicy(publication.redaction.depot) }
        : undefined,
    }),
  ],
  markdown: { processor: markdownProcessor(markdownOptions(contenu)), syntaxHighlight: false },
  // One style sheet, kept by the browser from page to page; nothing inlined, for a strict security policy.
  vite: {
    plugins: [writtenSheets, storeOnDisk(cacheDir)],
    build: { assetsInlineLimit: 0, cssCodeSplit: false },
    resolve: {
      alias: [
        { find: /^figtree-normal\.woff2/, replacement: await textFont('normal') },
        { find: /^figtree-italic\.woff2/, replacement: await textFont('italic') },
      ],
    },
  },
});
