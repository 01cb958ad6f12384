import { expect, test } from 'vitest';
import { svgFault } from '#src/checks/svg-faults.ts';
import { change, faults } from './publication.ts';

const XMLNS = 'xmlns="http://www.w3.org/2000/svg"';
const svg = (inside: string, attributes = '') =>
  `<svg ${XMLNS} width="4" height="3"${attributes}>${inside}</svg>`;

/** What is said to be in the drawing; undefined when it is accepted. */
const refused = (text: string) => /contient (.*)\u00A0: le site/.exec(svgFault('x.svg', text)?.message ?? '')?.[1];

test('un dessin donné comme document est refusé comme une image', async () => {
  expect(
    await faults({
      'outils/livret.md': change('./livret.csv', './livret.svg'),
      'outils/livret.csv': null,
      'outils/livret.svg': svg('<script>alert(1)</script>'),
    }),
  ).toMatchInlineSnapshot(`"[image-unsafe] outils/livret.md:8:5 · fichiers, 1ᵉʳ élément : le dessin outils/livret.svg contient un programme (« script ») : le site le refuse. L’enregistrer en « SVG simple »."`);
});

test('un dessin sans taille', async () => {
  expect(await faults({ 'histoires/port.svg': `<svg ${XMLNS}><path d="M0 0h4v3z"/></svg>` }))
    .toMatchInlineSnapshot(`"[image-dimensions] histoires/port.md:16:12 · photo, fichier : le dessin histoires/port.svg ne dit pas sa taille. L’ouvrir dans l’éditeur de texte et écrire après « <svg » sa largeur et sa hauteur, par exemple : width="800" height="600""`);
});

test('un dessin dont la première balise vient trop loin', async () => {
  expect(await faults({ 'histoires/port.svg': `<!--${'x'.repeat(1000)}-->${svg('')}` })).toMatchInlineSnapshot(`"[image-dimensions] histoires/port.md:16:12 · photo, fichier : la première balise du dessin histoires/port.svg vient trop loin : supprimer les commentaires qui la précèdent, ou l’enregistrer en « SVG simple »."`);
});

test.each([
  ['un préfixe pour le SVG', `<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>`],
  ['un préfixe pour une page web', `<x:div xmlns:x="http://www.w3.org/1999/xhtml"/>`],
  ['un autre langage', '<g xmlns="http://www.w3.org/1999/xhtml"/>'],
  ['une adresse sous un autre préfixe', '<use xmlns:y="http://www.w3.org/1999/xlink" y:href="https://a.fr/b.svg#c"/>'],
  ['un lien', '<a href="https://a.fr"><path d="M0 0"/></a>'],
  ['une animation', '<set attributeName="href" to="javascript:alert(1)"/>'],
  ['un gestionnaire d’événement', '<path onload="alert(1)"/>'],
  ['une adresse codée', '<use href="&#106;avascript:alert(1)"/>'],
  ['une image en SVG dans une adresse', '<image href="data:image/svg+xml;base64,AAAA"/>'],
  ['un style qui appelle', '<style>path { fill: url(https://a.fr/b.svg#c) }</style>'],
  ['un style qui importe', '<style><![CDATA[@import "https://a.fr/b.css";]]></style>'],
  ['un style masqué', '<style>path { fill: \\75rl(b.svg#c) }</style>'],
  ['un attribut qui appelle', '<path fill="url(b.svg#c)"/>'],
  ['une entité', '<text>&mot;</text>'],
  ['une balise jamais fermée', '<g>'],
  ['un attribut sans guillemets', '<path d=x/>'],
  ['un attribut en double', '<path d="a" d="b"/>'],
  ['une instruction', '<?xml-stylesheet href="https://a.fr/b.css"?>'],
  ['une page web', '<foreignObject/>'],
])('un dessin ne contient pas %s', (_title, inside) => {
  expect(refused(svg(inside))).toBeDefined();
});

test.each([
  ['un type de document', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('')}`, 'une déclaration («\u00A0DOCTYPE\u00A0»)'],
  ['un autre codage', `<?xml version="1.0" encoding="UTF-7"?>${svg('')}`, 'un autre codage que l’UTF-8 («\u00A0UTF-7\u00A0»)'],
  ['deux racines', `${svg('')}${svg('')}`, 'une écriture que le site ne comprend pas (ligne 1)'],
  ['pas de langage', '<svg width="4" height="3"/>', 'un autre langage que le SVG («\u00A0xmlns\u00A0»)'],
  ['autre chose qu’un dessin', '<html xmlns="http://www.w3.org/2000/svg"/>', 'un élément que le site ne publie pas («\u00A0html\u00A0») et un autre langage que le SVG («\u00A0xmlns\u00A0»)'],
  ['rien', '', 'une écriture que le site ne comprend pas (ligne 1)'],
])('un dessin ne commence pas par %s', (_title, text, words) => {
  expect(refused(text)).toBe(words);
});

test('ce que les logiciels de dessin écrivent d’ordinaire est accepté', () => {
  const usual = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with a drawing program -->
<svg version="1.1" id="a" ${XMLNS} xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 4 3" xml:space="preserve" style="fill:none">
  <title>Un &amp; deux</title>
  <defs><linearGradient id="b" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="#fff"/></linearGradient>
  <style type="text/css"><![CDATA[ .c > path { fill: url(#b); } @media print { path { fill: #000 } } ]]></style></defs>
  <g class="c" aria-label="Deux" data-nom="x"><path d="M0 0h4v3z" fill="url(#b)"/><use xlink:href="#b" x='1'/></g>
  <image href="data:image/png;base64,iVBORw0KGgo=" width="1" height="1"/>
  <text x="1" y="2" font-family="'Segoe UI', sans-serif">L’équipe&#160;!</text>
</svg>
`;
  expect(svgFault('x.svg', usual)).toBeUndefined();
});

test('un dessin de plusieurs mégaoctets se lit en un instant', () => {
  const start = performance.now();
  expect(svgFault('x.svg', svg(`<path d="${'M0 0 '.repeat(1_000_000)}"/>${'<g/>'.repeat(200_000)}`))).toBeUndefined();
  expect(refused(svg('<!--'.repeat(500_000)))).toBeDefined();
  expect(performance.now() - start).toBeLessThan(5000);
});
