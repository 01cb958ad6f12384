import { expect, test } from 'vitest';
import { checkContenu } from '#src/checks/index.ts';
import { reportPage } from '#src/checks/reporters/page.ts';
import { change, DAY, read } from './publication.ts';

const page = async (wrong: (valid: string) => string) => {
  const contenu = await read({ 'histoires/port.md': wrong });
  return reportPage(contenu, checkContenu(contenu, DAY), { head: '' });
};

test('l’aperçu montre la faute à la place de la page : le champ, la ligne et ses voisines, le remède', async () => {
  const html = await page(change('  - meme-lieu', '  - meme-lieux'));
  expect(html).toContain('<title>1\u00A0erreur dans 1\u00A0fichier</title>');
  expect(html).toContain('<h2>histoires/port.md</h2>');
  expect(html).toContain('<b>leviers, 1ᵉʳ élément</b>');
  expect(html).toMatch(/<mark><span class="numero">12<\/span> {2}- meme-lieux<\/mark>/);
  expect(html).toContain('<span><span class="numero">11</span>leviers:</span>');
  expect(html).toMatch(/Écrire\u00A0: <code> {2}- meme-lieu<\/code>/);
});

test('rien de ce qu’un fichier contient ne devient du HTML dans l’aperçu', async () => {
  const html = await page(
    change('  - meme-lieu', `  - '<script>alert(1)</script><img src=x onerror="alert(2)">'`),
  );
  expect(html).not.toMatch(/<script|<img|onerror="/);
  expect(html).toContain('&lt;script&gt;');
});
