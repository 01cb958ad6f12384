import { expect, test } from 'vitest';
import { markdownProcessor } from './processor.ts';
import { OPTIONS } from './testing.ts';

const SOURCE = ':::figure{credit="x"}\n![Une salle](./b%zz.png)\n:::\n\n## L\'été ?';
const shared = { syntaxHighlight: false } as const;

test('le rendu d’Astro reçoit l’image à traiter, l’ancre et le texte du titre', async () => {
  const renderer = await markdownProcessor(OPTIONS).createRenderer(shared);
  const { code, metadata } = await renderer.render(SOURCE, {
    fileURL: new URL('file:///contenu/a.md'),
    frontmatter: {},
  });
  expect(metadata.headings).toEqual([{ depth: 2, slug: 'l-ete', text: 'L’été\u202F?' }]);
  expect(metadata.localImagePaths).toEqual(['./b%zz.png']);
  expect(code).toContain('__ASTRO_IMAGE_');
});

test('la version change avec le glossaire, le vocabulaire et les liens, et pas sans raison', () => {
  const read = (options: typeof OPTIONS): string => JSON.stringify(markdownProcessor(options).options);
  expect(read(OPTIONS)).toBe(read({ ...OPTIONS }));
  expect(read({ ...OPTIONS, sigles: [] })).not.toBe(read(OPTIONS));
  expect(read({ ...OPTIONS, terms: { ...OPTIONS.terms, frein: {} } })).not.toBe(read(OPTIONS));
  expect(read({ ...OPTIONS, linksVersion: '2' })).not.toBe(read(OPTIONS));
});

test('un lien est lu depuis le fichier où il est écrit', async () => {
  let seen = '';
  const resolveLink = (_url: string, from: string): undefined => {
    seen = from;
    return undefined;
  };
  const renderer = await markdownProcessor({ ...OPTIONS, resolveLink }).createRenderer(shared);
  await renderer.render('[a](b.md)', { fileURL: new URL('file:///contenu/a%20b.md'), frontmatter: {} });
  expect(seen).toBe('/contenu/a b.md');
});
