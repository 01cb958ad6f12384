import { expect, test } from 'vitest';
import { faults, VALID } from './publication.ts';

/** The valid story as MDX, with a text of one's own. */
const mdx = (text: string) =>
  `${(VALID['histoires/port.md'] ?? '').split('## Les débuts')[0] ?? ''}## Les débuts\n\n${text}\n\n<Levier cle="meme-lieu">\n\nSe croiser.\n\n</Levier>\n`;

test('MDX : ligne de programme', async () => {
  expect(
    await faults({ 'histoires/port.md': null, 'histoires/port.mdx': mdx('import x from "./x.js"') }),
  ).toMatchInlineSnapshot(
    `"[mdx-import] histoires/port.mdx:24:1 · « import x from "./x.js" » est une ligne de programme : le site n’en lit aucune. La supprimer."`,
  );
});

test('MDX : accolades', async () => {
  expect(
    await faults({ 'histoires/port.md': null, 'histoires/port.mdx': mdx('Une {somme}.') }),
  ).toMatchInlineSnapshot(
    `"[mdx-expression] histoires/port.mdx:24:5 · « {somme} » se lit comme un programme, à cause des accolades. Supprimer les accolades, ou les écrire « \\{ » et « \\} »."`,
  );
});

test('MDX : bloc inconnu', async () => {
  expect(
    await faults({ 'histoires/port.md': null, 'histoires/port.mdx': mdx('<Consiel>Essayer.</Consiel>') }),
  ).toMatchInlineSnapshot(
    `"[mdx-component-unknown] histoires/port.mdx:24:1 · « Consiel » n’est pas un bloc connu. Vouliez-vous dire « Conseil » ?"`,
  );
});

test('MDX : bloc dans une phrase', async () => {
  expect(
    await faults({
      'histoires/port.md': null,
      'histoires/port.mdx': mdx('Voici <Conseil>Essayer.</Conseil> donc.'),
    }),
  ).toMatchInlineSnapshot(
    `"[block-inline] histoires/port.mdx:24:7 · « <Conseil> » doit être seul sur sa ligne, précédé et suivi d’une ligne vide."`,
  );
});

test('MDX : attribut calculé', async () => {
  expect(
    await faults({
      'histoires/port.md': null,
      'histoires/port.mdx': mdx('<Citation auteur={nom}>\n\nBien.\n\n</Citation>'),
    }),
  ).toMatchInlineSnapshot(`
    "[attribute-missing] histoires/port.mdx:24:1 · il manque « auteur » au bloc « citation » (qui parle, par son rôle : « une infirmière »). Écrire auteur="…" entre accolades, après le nom du bloc.
    [attribute-not-literal] histoires/port.mdx:24:1 · « auteur » doit avoir pour valeur un texte entre guillemets droits."
  `);
});

test('MDX : balise jamais fermée', async () => {
  expect(await faults({ 'histoires/port.md': null, 'histoires/port.mdx': mdx('<Conseil>\n\nEssayer.') }))
    .toMatchInlineSnapshot(`"[mdx-syntax] histoires/port.mdx:24:1 · « <Conseil> » n’est pas compris : cette balise est ouverte et jamais fermée."`);
});
