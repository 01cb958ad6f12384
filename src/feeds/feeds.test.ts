import * as fc from 'fast-check';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { storyText, toolText } from './articles.ts';
import { atom, type Channel, type Entry, jsonFeed, rss } from './channel.ts';
import { feedText } from './text.ts';

const HOSTILE = '<script>alert(1)</script> R&D ]]> et ]]> &amp; « fin »';
const page = 'https://carnets.example/histoires/le-phare/';

const entry: Entry = {
  address: page,
  titre: 'Le Phare',
  resume: 'Un essai.',
  html: '<p>Le texte <em>entier</em>.</p>',
  paru: '2025-06',
  modifie: '2025-06',
  cles: ['accueil'],
};
const channel: Channel = {
  titre: 'Les Carnets',
  description: 'Ce que l’on se raconte',
  page: 'https://carnets.example/',
  soi: 'https://carnets.example/flux/rss.xml',
  auteur: 'Réseau inventé',
  licence: 'CC0',
  entries: [entry, { ...entry, address: `${page}2/`, html: undefined, paru: undefined, modifie: '2024' }],
};

describe('le même texte se lit dans chaque format', () => {
  test('RSS', () => {
    const feed = parseRssFeed(rss(channel));
    expect(feed).toMatchObject({
      title: 'Les Carnets',
      link: 'https://carnets.example/',
      language: 'fr',
      lastBuildDate: 'Sun, 01 Jun 2025 00:00:00 GMT',
      atom: { links: [{ href: channel.soi, rel: 'self' }] },
    });
    expect(feed.items?.[0]).toMatchObject({
      title: 'Le Phare',
      link: page,
      description: 'Un essai.',
      pubDate: 'Sun, 01 Jun 2025 00:00:00 GMT',
      content: { encoded: '<p>Le texte <em>entier</em>.</p>' },
    });
  });

  test('Atom', () => {
    const feed = parseAtomFeed(atom(channel));
    expect(feed).toMatchObject({ id: channel.page, updated: '2025-06-01T00:00:00.000Z' });
    expect(feed.entries?.[0]).toMatchObject({
      id: page,
      published: '2025-06-01T00:00:00.000Z',
      content: { value: '<p>Le texte <em>entier</em>.</p>', type: 'html' },
    });
    expect(feed.entries?.[1]?.published).toBeUndefined();
  });

  test('JSON Feed, avec sa langue et ce que la version 1.1 demande', () => {
    const json = jsonFeed(channel);
    expect(parseJsonFeed(json).items).toHaveLength(2);
    expect(JSON.parse(json)).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      language: 'fr',
      authors: [{ name: 'Réseau inventé' }],
      feed_url: channel.soi,
      items: [
        { id: page, url: page, title: 'Le Phare', content_html: entry.html, tags: ['accueil'] },
        { content_html: 'Un essai.' },
      ],
    });
  });
});

test('un flux ne dépend que de son contenu : les mêmes octets à chaque fois', () => {
  for (const write of [rss, atom, jsonFeed]) expect(write(channel)).toBe(write(structuredClone(channel)));
});

test('dans chaque format, ce qui ressemble à des balises dans un titre reste du texte', () => {
  const planted = { ...channel, titre: 'R&D <b>', entries: [{ ...entry, titre: HOSTILE, resume: HOSTILE }] };
  const shown = '&lt;script&gt;alert(1)&lt;/script&gt; R&amp;D ]]&gt; et ]]&gt; &amp;amp; « fin »';
  expect(parseRssFeed(rss(planted))).toMatchObject({
    title: 'R&D <b>',
    items: [{ title: shown, description: shown }],
  });
  expect(parseAtomFeed(atom(planted))).toMatchObject({
    entries: [{ title: { value: shown, type: 'html' }, summary: { value: shown, type: 'html' } }],
  });
  expect(JSON.parse(jsonFeed(planted))).toMatchObject({ items: [{ title: HOSTILE }] });
});

test('du texte, un flux garde les mots, les images et les liens, à des adresses entières', () => {
  const html = [
    '<h2 id="debut">Début</h2>',
    '<p>Avec la <a class="sigle" href="/glossaire/#msp"><abbr title="Maison">MSP</abbr></a><sup><a href="#note-1" id="appel-1" data-footnote-ref="" aria-label="Note 1">1</a></sup>.</p>',
    '<aside id="note-1" class="note" role="note"><b class="note-numero">1.</b> Une note. <a href="#appel-1" data-footnote-backref="" class="data-footnote-backref">↩</a></aside>',
    '<figure><img alt="Un &quot;plan&quot; &#x26; deux > un" loading="lazy" decoding="async" width="720" height="284" src="/ressources/plan.svg"><figcaption>Le plan</figcaption></figure>',
  ].join('\n');
  expect(feedText(html, page)).toMatchInlineSnapshot(`
    "<h2>Début</h2>
    <p>Avec la <a href="https://carnets.example/glossaire/#msp"><abbr title="Maison">MSP</abbr></a><sup>1</sup>.</p>
    <blockquote><b>1.</b> Une note. </blockquote>
    <figure><img src="https://carnets.example/ressources/plan.svg" alt="Un &quot;plan&quot; &amp; deux &gt; un" width="720" height="284"><figcaption>Le plan</figcaption></figure>"
  `);
});

test('du texte, un flux laisse les signes de la marge, les points dessinés et ce qui n’est pas du texte', () => {
  const html = [
    '<div class="passage passage-levier" id="l"><p class="passage-signe"><span>Levier</span> <a href="/analyse/">Un lieu</a></p><div class="passage-texte"><p>Ici.</p></div></div>',
    '<aside class="chiffre" aria-label="Chiffre"><p class="chiffre-valeur">31</p><p class="chiffre-points" role="img"><i class="plein"></i><i></i></p><div class="chiffre-legende"><p>membres.</p></div></aside>',
    '<aside class="conseil"><p class="conseil-marque">Conseil</p><div><p class="conseil-titre">La table</p><p>D’abord.</p></div></aside>',
    '<section class="tableau" tabindex="0"><table><tr><td>a</td></tr></table></section>',
    '<p onclick="x()" style="color:red">Un <script>alert("</p>")</script><a href="javascript:alert(1)">mot</a><img src="data:image/png;base64,AA" alt=""></p><!-- <p>caché</p> -->',
  ].join('\n');
  expect(feedText(html, page)).toMatchInlineSnapshot(`
    "<p>Ici.</p>
    <blockquote><p><strong>31</strong></p><p>membres.</p></blockquote>
    <blockquote><p><strong>Conseil</strong></p><p><strong>La table</strong></p><p>D’abord.</p></blockquote>
    <table><tr><td>a</td></tr></table>
    <p>Un mot</p>"
  `);
});

test('ce qu’un flux garde d’un texte est toujours bien formé, sans script ni adresse relative', () => {
  const piece = fc.constantFrom(
    '<p>',
    '</p>',
    '<a href="/x/">',
    '</a>',
    '<script>',
    '</script>',
    '<img src="y.png" alt="a>b">',
    '<div class="passage-signe">',
    '</div>',
    'mot & mot',
    '&lt;b&gt;',
    ']]>',
    '<',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = feedText(pieces.join(''), page);
      expect(text).not.toMatch(/<script|]]>|(?:href|src)="(?!https:)/);
      const feed = parseAtomFeed(atom({ ...channel, entries: [{ ...entry, html: text || 'vide' }] }));
      expect(feed.entries?.[0]?.content?.value).toBe((text || 'vide').trim());
    }),
  );
});

const photo = { alternative: 'Un "comptoir"', credit: 'La Criée', legende: undefined };

test('un récit entier : résumé, rencontre, image, texte, lien vers sa page', () => {
  const story = {
    href: '/histoires/le-phare/',
    resume: 'Un essai & une suite.',
    rencontre: '2025-05-18',
    participants: undefined,
    auteur: 'une bibliothécaire',
    demonstration: true,
    photo,
  };
  expect(storyText('https://carnets.example', story, '<p>Texte</p>', '/ressources/c.jpg'))
    .toMatchInlineSnapshot(`
    "<p><strong>Un essai &amp; une suite.</strong></p>
    <p>Rencontre du 18 mai 2025. Récit : une bibliothécaire. Démonstration : données inventées.</p>
    <figure><img src="https://carnets.example/ressources/c.jpg" alt="Un &quot;comptoir&quot;"><figcaption>Crédit : La Criée</figcaption></figure>
    <p>Texte</p>
    <p><a href="https://carnets.example/histoires/le-phare/">Lire ce récit sur le site</a></p>"
  `);
});

test('un outil : son résumé, ses champs, son document', () => {
  const tool = {
    href: '/boite-a-outils/affiche/',
    resume: 'Annoncer.',
    pour: ['équipe'],
    avec: [],
    annee: 2024,
    relecture: '2025-11',
    reference: undefined,
    lien: undefined,
    obtention: undefined,
    demonstration: false,
    type: { nom: 'Affiche' },
    themes: [{ nom: 'Accueil' }],
    fichiers: [{ href: '/boite-a-outils/fichiers/h.ods', nom: 'h.ods', format: 'ODS', poids: '88\u00A0ko' }],
  };
  expect(toolText('https://carnets.example', tool)).toMatchInlineSnapshot(`
    "<p>Annoncer.</p>
    <ul><li>Type : Affiche</li><li>Thèmes : Accueil</li><li>Pour : équipe</li><li>Paru en : 2024</li><li>Fiche relue : novembre 2025</li><li>Télécharger : <a href="https://carnets.example/boite-a-outils/fichiers/h.ods">h.ods (ODS, 88 ko)</a></li></ul>
    <p><a href="https://carnets.example/boite-a-outils/affiche/">Voir la fiche de l’outil</a></p>"
  `);
});
