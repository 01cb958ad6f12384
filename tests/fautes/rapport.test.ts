import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { change, issuesOf, type Overlay, read, VALID } from './publication.ts';
import { columns, wantsColour } from '#src/checks/paint.ts';
import { reportText, wrap } from '#src/checks/report.ts';

const overlay = {
  'histoires/port.md': change('  - meme-lieu', '  - meme-leiu'),
  'equipes/pole-du-port.yaml': change('code_postal: "29200"', 'code_postal: 56000'),
  'outils/oubli.pdf': 'x',
  'outils/livret.md': change('brouillon: false', 'brouillon: true'),
};

test('le rapport groupe par fichier, tient en 80 colonnes et compte à la fin', async () => {
  const text = reportText(await read(overlay), await issuesOf(overlay));
  expect(text).toMatchInlineSnapshot(`
    "equipes/pole-du-port.yaml
      ligne 5, colonne 14 · erreur · code_postal
        On lit « 56000 », qui se lit comme un nombre ; il faut un texte. Code postal
        à cinq chiffres, entre guillemets.
        Écrire : code_postal: "56000"

    histoires/port.md
      ligne 12, colonne 5 · erreur · leviers, 1ᵉʳ élément
        « meme-leiu » n’existe pas dans vocabulaire/leviers.yaml. Vouliez-vous dire
        « meme-lieu » ?
        Écrire :   - meme-lieu
      ligne 14, colonne 5 · erreur · outils, 1ᵉʳ élément
        outils/livret.md est un brouillon, et cette page est en ligne. Écrire
        « brouillon: false » dans outils/livret.md, ou retirer ce renvoi.
      ligne 24, colonne 19 · erreur
        outils/livret.md est un brouillon, et cette page est en ligne. Écrire
        « brouillon: false » dans outils/livret.md, ou retirer ce renvoi.

    outils/oubli.pdf
      ligne 1, colonne 1 · avertissement
        Aucun texte ne nomme ce fichier : il ne sera pas publié. Le nommer dans une
        fiche, ou le supprimer.

    4 erreurs dans 2 fichiers, 1 avertissement"
  `);
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('les couleurs ne vont qu’à un terminal, et jamais contre NO_COLOR', async () => {
  expect(wantsColour({ isTTY: true }, {})).toBe(true);
  expect(wantsColour({ isTTY: true }, { NO_COLOR: '1' })).toBe(false);
  expect(wantsColour({}, {})).toBe(false);
  expect(wantsColour({ isTTY: true }, { TERM: 'dumb' })).toBe(false);
  expect(wantsColour({}, { FORCE_COLOR: '1' })).toBe(true);
  expect(wantsColour({ isTTY: true }, { FORCE_COLOR: '0' })).toBe(false);
  expect(wantsColour({}, { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
  const [contenu, issues] = [await read(overlay), await issuesOf(overlay)];
  expect(reportText(contenu, issues)).not.toContain('\u001B');
  expect(reportText(contenu, issues, { colour: true })).toContain('\u001B[31m');
});

test('une ligne se coupe à ses espaces ordinaires, jamais aux insécables', () => {
  expect(wrap('« un mot » ; et un autre', 12)).toEqual(['« un mot » ;', 'et un autre']);
});

test('la dernière ligne compte à part les brouillons et ce qui est à venir', async () => {
  const story = VALID['histoires/port.md'] ?? '';
  const contenu = await read({
    'histoires/port-2.md': story.replace('brouillon: false', 'brouillon: true'),
    'histoires/port-3.md': story.replace('publication: 2021-11', 'publication: 2027-11'),
    'pages/a-propos.md': change('brouillon: false\n', ''),
  });
  expect(reportText(contenu, [], { day: '2026-03-01' })).toMatchInlineSnapshot(`
    "Tout est en ordre : 3 récits (dont 1 brouillon et 1 à venir), 1 outil, 1 équipe,
    1 Scan’équipe, 1 année de chiffres et 2 pages (dont 1 brouillon)."
  `);
});

/** Every kind of line: a file and a field with long names, a long word, a remedy, a name that is changed, the last line. */
const long: Overlay = {
  ...overlay,
  'histoires/port.md': change(
    'scan: 2021',
    `scan: 2021\n${'tres-'.repeat(20)}long: 1\nlien: "${'adresse/'.repeat(9)}"`,
  ),
  'pages/a-propos.md': null,
  [`pages/${'Une page dont le nom est long '.repeat(4).trim()}.md`]: VALID['pages/a-propos.md'] ?? '',
  [`outils/${'x'.repeat(120)}.pdf`]: 'x',
  'equipes/pole-du-port.yaml': change('commune: "Brest"', `commune: "Brest ${'🙂'.repeat(30)}"`),
};

test.each([40, 60, 80, 120])('aucune ligne de prose ne dépasse %i colonnes', async (width) => {
  const [contenu, issues] = [await read(long), await issuesOf(long)];
  const text = reportText(contenu, issues, { width });
  const prose = text.split('\n').filter((line) => !/^ {4}(Écrire|Ajouter)/.test(line));
  for (const line of prose) expect(columns(line), line).toBeLessThanOrEqual(width);
  expect(stripVTControlCharacters(reportText(contenu, issues, { width, colour: true }))).toBe(text);
});

test('un mot plus long que la ligne se coupe, après un signe s’il y en a un', () => {
  expect(wrap('histoires/maison-du-port.md est là', 12)).toEqual(['histoires/', 'maison-du-', 'port.md est', 'là']);
  expect(wrap('x'.repeat(12), 5)).toEqual(['xxxxx', 'xxxxx', 'xx']);
});

test('rien de ce qui est écrit dans un fichier ne commande le terminal', async () => {
  const put = {
    'histoires/port.md': change('  - meme-lieu', '  - meme-lieu\u001B[2J\u202E\u0007'),
    'outils/\u001B[31mx\n.pdf': 'x',
  };
  const text = reportText(await read(put), await issuesOf(put));
  expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/);
  expect(text).toContain('outils/␛[31mx␊.pdf');
});
