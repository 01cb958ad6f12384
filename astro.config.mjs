import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import { defineConfig } from 'astro/config';
import { parse } from 'yaml';
import { contentDir } from './src/domain/content-dir.ts';
import { PublicationSchema } from './src/schemas/index.ts';
import { searchIndex } from './src/search/integration.ts';
import { tokensCss } from './src/styles/tokens.ts';

const dir = contentDir();
const yaml = (path) => parse(readFileSync(join(dir, path), 'utf8'));
const publication = PublicationSchema.parse(yaml('publication.yaml'));
const name = relative(process.cwd(), dir).replaceAll(/[^a-z0-9]+/gi, '-');

/** The publication's colours, as a style sheet that pages import. */
const colours = {
  name: 'couleurs',
  resolveId: (id) => (id === 'virtual:couleurs.css' ? '\0couleurs.css' : undefined),
  load: (id) =>
    id === '\0couleurs.css' ? tokensCss(publication.couleurs, yaml('vocabulaire/familles.yaml')) : undefined,
};

export default defineConfig({
  site: publication.adresse,
  trailingSlash: 'always',
  outDir: process.env.OUT_DIR ?? 'dist',
  // One cache for each publication: entries are kept by file name.
  cacheDir: `.cache/astro-${name}`,
  build: { inlineStylesheets: 'never', assets: 'ressources' },
  devToolbar: { enabled: false },
  integrations: [mdx(), searchIndex()],
  markdown: {
    processor: satteri({ features: { directive: true, smartPunctuation: false } }),
    syntaxHighlight: false,
  },
  vite: { plugins: [colours], build: { assetsInlineLimit: 0, cssCodeSplit: false } },
});
