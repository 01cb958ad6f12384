import { expect, test } from 'vitest';
import { fromMarkdown, fromMdx, OPTIONS } from './testing.ts';

/** Tags one after the other, without the blanks that no reader sees; U+00A0 as « ~ », U+202F as « _ ». */
const html = (written: string): string =>
  written
    .replace(/>\s*\n\s*</g, '><')
    .trim()
    .replaceAll('\u00A0', '~')
    .replaceAll('\u202F', '_')
    .replaceAll('&#x27;', "'");

const BOTH: Record<string, { md: string; mdx: string; html: string }> = {
  'un conseil et son titre': {
    md: ':::conseil[Se parler]\nChaque lundi.\n:::',
    mdx: '<Conseil titre="Se parler">\nChaque lundi.\n</Conseil>',
    html: '<aside class="conseil" aria-label="Conseil"><p class="conseil-marque">Conseil</p><div class="conseil-corps"><p class="conseil-titre">Se parler</p><p>Chaque lundi.</p></div></aside>',
  },
  'une citation dit qui parle': {
    md: ':::citation{auteur="une infirmière"}\nOn se parle.\n:::',
    mdx: '<Citation auteur="une infirmière">\nOn se parle.\n</Citation>',
    html: '<figure class="citation"><blockquote><p>On se parle.</p></blockquote><figcaption>une infirmière</figcaption></figure>',
  },
  'un chiffre, ses points et sa légende': {
    md: ':::chiffre{valeur="2" total="3" precision="plus de"}\npatients\n:::',
    mdx: '<Chiffre valeur="2" total="3" precision="plus de">\npatients\n</Chiffre>',
    html: '<aside class="chiffre" aria-label="Chiffre"><p class="chiffre-valeur"><span class="chiffre-precision">plus de</span> 2</p><p class="chiffre-points" role="img" aria-label="2 sur 3"><i class="plein"></i><i class="plein"></i><i></i></p><div class="chiffre-legende"><p>patients</p></div></aside>',
  },
  'un chiffre s’écrit à la française': {
    md: ':::chiffre{valeur="8000" unite="€"}\nx\n:::\n\n:::chiffre{valeur="2.5" unite="%"}\nx\n:::',
    mdx: '<Chiffre valeur="8000" unite="€">\nx\n</Chiffre>\n\n<Chiffre valeur="2.5" unite="%">\nx\n</Chiffre>',
    html: '<aside class="chiffre" aria-label="Chiffre"><p class="chiffre-valeur">8_000~€</p><div class="chiffre-legende"><p>x</p></div></aside><aside class="chiffre" aria-label="Chiffre~2"><p class="chiffre-valeur">2,5~%</p><div class="chiffre-legende"><p>x</p></div></aside>',
  },
  'un passage mène à l’analyse ; le second de la même clé a sa propre ancre': {
    md: ':::levier{cle="meme-lieu"}\nUn.\n:::\n\n:::levier{cle="meme-lieu"}\nDeux.\n:::',
    mdx: '<Levier cle="meme-lieu">\nUn.\n</Levier>\n\n<Levier cle="meme-lieu">\nDeux.\n</Levier>',
    html: ['', '-2']
      .map(
        (suffix) =>
          `<div class="passage passage-levier" id="levier-meme-lieu${suffix}"><p class="passage-signe"><span class="passage-nature">Levier</span> <a href="/analyse/leviers/meme-lieu/">Exercer au même lieu</a> <span class="passage-recits" data-recits="leviers/meme-lieu"></span></p><div class="passage-texte"><p>${suffix ? 'Deux' : 'Un'}.</p></div></div>`,
      )
      .join(''),
  },
  'une chronologie lit les dates': {
    md: ':::chronologie\n- 2007 : création\n- décembre 2019 : *suite*\n- **2021-03-01** : fin\n:::',
    mdx: '<Chronologie>\n- 2007 : création\n- décembre 2019 : *suite*\n- **2021-03-01** : fin\n</Chronologie>',
    html: '<ol class="chronologie"><li><time datetime="2007">2007</time><div><p>création</p></div></li><li><time datetime="2019-12">décembre~2019</time><div><p><em>suite</em></p></div></li><li><time datetime="2021-03-01">1ᵉʳ~mars~2021</time><div><p>fin</p></div></li></ol>',
  },
  'une figure garde son image pour Astro et donne son crédit': {
    md: ':::figure{credit="APM"}\n![Une salle](./salle.jpg)\n\nLa *salle*.\n:::',
    mdx: '<Figure credit="APM">\n![Une salle](./salle.jpg)\n\nLa *salle*.\n</Figure>',
    html: '<figure><img src="./salle.jpg" alt="Une salle"><figcaption>La <em>salle</em>. <span class="credit">Crédit~: APM</span></figcaption></figure>',
  },
  'des colonnes viennent d’une liste de listes': {
    md: ':::colonnes\n- **Un**\n  - a\n- **Deux**\n  - b\n:::',
    mdx: '<Colonnes>\n- **Un**\n  - a\n- **Deux**\n  - b\n</Colonnes>',
    html: '<div class="colonnes"><div><p class="colonne-titre">Un</p><ul><li>a</li></ul></div><div><p class="colonne-titre">Deux</p><ul><li>b</li></ul></div></div>',
  },
  'les champs d’une collection font un tableau': {
    md: '::champs{collection="histoires"}',
    mdx: '<Champs collection="histoires" />',
    html: '<section class="tableau" tabindex="0" aria-label="Champs de la collection histoires"><table><thead><tr><th scope="col">Champ</th><th scope="col">Ce qu’on y écrit</th><th scope="col">Obligatoire</th><th scope="col">Exemple</th></tr></thead><tbody><tr><td><code>titre</code></td><td>Titre de la page.</td><td>oui</td><td><code>Un lieu</code></td></tr></tbody></table></section>',
  },
};

test.each(Object.entries(BOTH))('%s, le même en .md et en .mdx', (_title, { md, mdx, html: expected }) => {
  expect(html(fromMarkdown(md))).toBe(expected);
  expect(html(fromMdx(mdx))).toBe(expected);
  expect(html(fromMdx(md))).toBe(expected);
});

test('un bloc dans un bloc, un signe deux-points de plus dehors', () => {
  const nested = fromMarkdown('::::levier{cle="meme-lieu"}\nUn.\n\n:::conseil\nDeux.\n:::\n::::');
  expect(nested).toContain('<div class="passage-texte"><p>Un.</p><aside class="conseil"');
});

test('ce qui n’est pas un bloc revient tel qu’écrit, appels de note et liens compris', () => {
  expect(fromMarkdown('À 14:30 et Note:voir ou a:b[c]{d=e}.')).toBe(
    '<p>À 14:30 et Note:voir ou a:b[c]{d=e}.</p>\n',
  );
  expect(fromMarkdown('À 14:30[^1].\n\n[^1]: note')).toMatch(/14:30<sup><a href="#note-1".*note/s);
  expect(fromMarkdown('Voir:ici[le livret](livret-rcp.md).')).toContain(
    ':ici<a href="/boite-a-outils/livret-rcp/">le livret</a>',
  );
});

test('un bloc inconnu ou mal écrit ne perd pas un mot', () => {
  expect(fromMarkdown(':::consiel[Titre]\nTexte\n:::')).toBe('<p>Titre</p>\n<p>Texte</p>\n');
  expect(fromMarkdown(':::conseil Titre\nTexte\n:::')).toContain(
    '<p class="conseil-titre">Titre</p><p>Texte</p>',
  );
  expect(fromMarkdown('::inconnu[x]')).toBe('<p>::inconnu[x]</p>\n');
});

test('un tableau défile seul, ses en-têtes portent leur portée, l’alignement est une classe', () => {
  const table = html(fromMarkdown('| | A | B |\n|---|:-:|--:|\n| c | 1 | 12000 |'));
  expect(table).toContain('<section class="tableau" tabindex="0" aria-label="Tableau~: A, B">');
  expect(table).toContain(
    '<td></td><th class="aligne-centre" scope="col">A</th><th class="aligne-droite" scope="col">B</th>',
  );
  expect(table).toContain(
    '<th scope="row">c</th><td class="aligne-centre">1</td><td class="aligne-droite">12_000</td>',
  );
  expect(table).not.toContain('style');
});

test('une note se lit juste après le bloc qui l’appelle en premier, avec ses mots en français', () => {
  const page = fromMarkdown('Un[^a] et deux[^a].\n\nSuite.\n\n[^a]: la note');
  expect(page).toMatch(
    /<\/p>\s*<aside id="note-1" class="note" role="note" aria-label="Note 1"><b class="note-numero">1\.<\/b> la note/,
  );
  expect(page.indexOf('la note')).toBeLessThan(page.indexOf('Suite.'));
  expect(page).toContain('aria-label="Revenir à l’appel de la note 1"');
  expect(page).toContain('aria-label="Revenir au 2ᵉ appel de la note 1"');
  expect(page).toContain('aria-label="Note 1"');
  expect(page).not.toContain('footnotes');
});

test('les liens par nom de fichier mènent aux pages, les autres gardent leur adresse', () => {
  expect(fromMarkdown('[a](../outils/livret-rcp.md#suite)')).toBe(
    '<p><a href="/boite-a-outils/livret-rcp/#suite">a</a></p>\n',
  );
  expect(fromMarkdown('[](livret-rcp.md)')).toBe(
    '<p><a href="/boite-a-outils/livret-rcp/">Le livret des RCP</a></p>\n',
  );
  expect(fromMarkdown('[a](https://exemple.fr/?a=1)')).toBe(
    '<p><a href="https://exemple.fr/?a=1" rel="noreferrer">a</a></p>\n',
  );
  expect(fromMarkdown('[a](perdu.md) [b](guide.pdf) [c](#ici)')).toBe(
    '<p>a <a href="guide.pdf">b</a> <a href="#ici">c</a></p>\n',
  );
});

test('un lien est cherché sous le nom que l’auteur a écrit', () => {
  const seen: string[] = [];
  const resolveLink = (url: string): undefined => {
    seen.push(url);
    return undefined;
  };
  fromMarkdown('[a](<été à deux.md#né>) [b](/ici/) [c](https://a.fr/b.md)', { ...OPTIONS, resolveLink });
  expect(seen).toEqual(['été à deux.md#né']);
});

test('deux tableaux pareils ont deux noms', () => {
  const page = fromMarkdown('| a |\n|---|\n| b |\n\ntexte\n\n| a |\n|---|\n| b |');
  expect(page).toContain('aria-label="Tableau\u00A0: a"');
  expect(page).toContain('aria-label="Tableau\u00A0: a (2)"');
});

test('les titres ont des ancres sans accent, chacune une fois', () => {
  expect(fromMarkdown("## L'été\n\n## L’été\n\n## 1er pas\n\n# Trop haut")).toBe(
    '<h2 id="l-ete">L’été</h2>\n<h2 id="l-ete-2">L’été</h2>\n<h2 id="1er-pas">1ᵉʳ pas</h2>\n<h2 id="trop-haut">Trop haut</h2>\n',
  );
});

test('la typographie lit la phrase à travers le balisage, jamais le code ni les adresses', () => {
  expect(html(fromMarkdown('*Prêt*? `l\'a ?` : "**oui**" https://exemple.fr/l\'a?b=1'))).toBe(
    '<p><em>Prêt</em>_? <code>l\'a ?</code>~: «~<strong>oui</strong>~» <a href="https://exemple.fr/l\'a?b=1" rel="noreferrer">https://exemple.fr/l\'a?b=1</a></p>',
  );
});
