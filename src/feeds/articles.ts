import { formatDate } from '#src/domain/dates.ts';
import { joinList } from '#src/domain/french.ts';
import { escapeMarkup } from '#src/domain/markup.ts';
import type { Histoire } from '#src/queries/histoires.ts';
import type { Outil } from '#src/queries/outils.ts';
import { feedText } from './text.ts';

type Story = Pick<Histoire, 'href' | 'resume' | 'rencontre' | 'participants' | 'auteur' | 'demonstration'> & {
  readonly photo?:
    | { readonly alternative: string; readonly credit: string; readonly legende?: string | undefined }
    | undefined;
};

const paragraph = (text: string): string => `<p>${escapeMarkup(text)}</p>`;
const link = (href: string, words: string): string =>
  `<a href="${escapeMarkup(href)}">${escapeMarkup(words)}</a>`;
const DEMONSTRATION = 'Démonstration\u00A0: données inventées.';

/**
 * A whole story as a feed holds it.
 * @param site address of the site
 * @param html the story's text as its page shows it
 * @param picture address of the opening picture, when there is one
 */
export function storyText(site: string, story: Story, html: string, picture: string | undefined): string {
  const page = new URL(story.href, site).href;
  const { photo, participants, auteur } = story;
  const meeting = [
    `Rencontre du\u00A0${formatDate(story.rencontre)}${participants ? `, avec ${participants}` : ''}.`,
    ...(auteur ? [`Récit\u00A0: ${auteur}.`] : []),
    ...(story.demonstration ? [DEMONSTRATION] : []),
  ];
  const caption = photo && [photo.legende, `Crédit\u00A0: ${photo.credit}`].filter(Boolean).join(' ');
  return [
    `<p><strong>${escapeMarkup(story.resume)}</strong></p>`,
    paragraph(meeting.join(' ')),
    ...(photo && picture !== undefined
      ? [
          `<figure><img src="${escapeMarkup(new URL(picture, site).href)}" alt="${escapeMarkup(photo.alternative)}"><figcaption>${escapeMarkup(caption ?? '')}</figcaption></figure>`,
        ]
      : []),
    feedText(html, page),
    `<p>${link(page, 'Lire ce récit sur le site')}</p>`,
  ].join('\n');
}

type Tool = Pick<
  Outil,
  | 'href'
  | 'resume'
  | 'pour'
  | 'avec'
  | 'annee'
  | 'relecture'
  | 'reference'
  | 'lien'
  | 'obtention'
  | 'demonstration'
> & {
  readonly type: { readonly nom: string };
  readonly themes: readonly { readonly nom: string }[];
  readonly fichiers: readonly Pick<Outil['fichiers'][number], 'href' | 'nom' | 'format' | 'poids'>[];
};

/** A tool as a feed holds it: what it is for, the fields of its sheet, and the way to its document. */
export function toolText(site: string, tool: Tool): string {
  const absolute = (path: string) => new URL(path, site).href;
  const fields: [string, string][] = [
    ['Type', escapeMarkup(tool.type.nom)],
    ['Thèmes', escapeMarkup(joinList(tool.themes.map(({ nom }) => nom)))],
    ['Pour', escapeMarkup(joinList(tool.pour))],
    ['Avec', escapeMarkup(joinList(tool.avec))],
    ['Paru en', tool.annee === undefined ? '' : String(tool.annee)],
    ['Fiche relue', formatDate(tool.relecture)],
    ['Référence', escapeMarkup(tool.reference ?? '')],
    ...tool.fichiers.map(({ href, nom, format, poids }): [string, string] => [
      'Télécharger',
      link(absolute(href), `${nom} (${format}, ${poids})`),
    ]),
    ['En ligne', tool.lien === undefined ? '' : link(tool.lien, new URL(tool.lien).hostname)],
    ['Obtenir', escapeMarkup(tool.obtention ?? '')],
  ];
  return [
    paragraph(tool.resume),
    `<ul>${fields
      .filter(([, value]) => value !== '')
      .map(([name, value]) => `<li>${name}\u00A0: ${value}</li>`)
      .join('')}</ul>`,
    ...(tool.demonstration ? [paragraph(DEMONSTRATION)] : []),
    `<p>${link(absolute(tool.href), 'Voir la fiche de l’outil')}</p>`,
  ].join('\n');
}
