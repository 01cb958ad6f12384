import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { getImage } from 'astro:assets';
import { loadRenderers } from 'astro:container';
import { render } from 'astro:content';
import { FEEDS_FOLDER } from '#src/domain/collections.ts';
import { firstDay } from '#src/domain/dates.ts';
import { byFrenchOrder, withDe } from '#src/domain/french.ts';
import { parution } from '#src/domain/outils.ts';
import { isOnline } from '#src/domain/publishing.ts';
import { storyText, toolText } from '#src/feeds/articles.ts';
import type { Channel, Entry } from '#src/feeds/channel.ts';
import { FORMATS } from '#src/feeds/formats.ts';
import { getHistoires, type Histoire } from './histoires.ts';
import { once } from './memo.ts';
import { getOutils, type Outil } from './outils.ts';
import { getPublication } from './publication.ts';
import { getVocabulaire } from './vocabulaire.ts';

/** The latest texts, as a feed announces them: the whole publication's, or those of one theme. */
export interface Flux {
  /** « Récits et outils », « Vie d’équipe ». */
  readonly nom: string;
  /** Key of the theme; none for the whole. */
  readonly theme: string | undefined;
  /** Folder of its three files. */
  readonly dossier: string;
  readonly titre: string;
  /** Where readers see the same texts. */
  readonly page: string;
  readonly annonces: readonly Annonce[];
}

type Annonce =
  { readonly genre: 'histoire'; readonly de: Histoire } | { readonly genre: 'outil'; readonly de: Outil };

/** How many texts a feed holds. */
const LATEST = 30;
/** Width at which a feed reader shows a picture at most. */
const WIDTH = 1200;

const dayOf = ({ genre, de }: Annonce): string =>
  firstDay((genre === 'histoire' ? de.publication : parution(de)) ?? '');

/** Every online text whose sheet says when it appeared, the newest first. */
const getAnnonces = once(async (): Promise<Annonce[]> => {
  const [histoires, outils] = await Promise.all([getHistoires(), getOutils()]);
  const all: Annonce[] = [
    ...histoires.map((de) => ({ genre: 'histoire', de }) as const),
    ...outils.filter((outil) => parution(outil) !== undefined).map((de) => ({ genre: 'outil', de }) as const),
  ];
  return all
    .filter(({ de }) => isOnline(de))
    .toSorted(
      (a, b) =>
        (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0) || byFrenchOrder(a.de.titre, b.de.titre),
    );
});

/** Every feed that has something to tell: the whole publication's, then each theme's in the order of its list. */
export const getFlux = once(async (): Promise<Flux[]> => {
  const [annonces, publication, { themes }] = await Promise.all([
    getAnnonces(),
    getPublication(),
    getVocabulaire(),
  ]);
  const whole: Flux = {
    nom: 'Récits et outils',
    theme: undefined,
    dossier: FEEDS_FOLDER,
    titre: publication.nom,
    page: '/',
    annonces: annonces.slice(0, LATEST),
  };
  const byTheme = [...themes.values()].map(({ cle, nom }): Flux => {
    const own = annonces.filter(({ de }) => de.themes.some((theme) => theme.cle === cle));
    const list = own.some(({ genre }) => genre === 'histoire') ? 'histoires' : 'boite-a-outils';
    return {
      nom,
      theme: cle,
      dossier: `${FEEDS_FOLDER}theme/${cle}/`,
      titre: `${publication.nom}\u00A0: ${nom}`,
      page: `/${list}/theme/${cle}/`,
      annonces: own.slice(0, LATEST),
    };
  });
  return [whole, ...byTheme].filter((flux) => flux.annonces.length > 0);
});

/** The feeds' addresses, as a page's head announces them; none without anything to tell. */
export async function getAnnoncesDeFlux(theme?: string) {
  const flux = (await getFlux()).find((one) => one.theme === theme);
  if (!flux) return [];
  return FORMATS.map(({ fichier, type, nom }) => ({
    href: `${flux.dossier}${fichier}`,
    titre: `${flux.titre} (${nom})`,
    type,
  }));
}

const getContainer = once(async () =>
  AstroContainer.create({ renderers: await loadRenderers([getContainerRenderer()]) }),
);

/** A text's entry, made once whatever the number of feeds that hold it. */
const entries = new WeakMap<Histoire | Outil, Promise<Entry>>();

function entryOf(annonce: Annonce): Promise<Entry> {
  const known =
    entries.get(annonce.de) ?? (annonce.genre === 'histoire' ? story(annonce.de) : tool(annonce.de));
  entries.set(annonce.de, known);
  return known;
}

async function story(histoire: Histoire): Promise<Entry> {
  const [{ adresse }, container, { Content }] = await Promise.all([
    getPublication(),
    getContainer(),
    render(histoire.entry),
  ]);
  const { photo } = histoire;
  const image =
    photo &&
    (await getImage({
      src: photo.fichier,
      width: Math.min(WIDTH, photo.fichier.width),
      format: photo.fichier.format === 'svg' ? 'svg' : 'jpg',
    }));
  return {
    address: new URL(histoire.href, adresse).href,
    titre: [histoire.ouverture, histoire.titre].filter(Boolean).join(' '),
    resume: histoire.resume,
    html: storyText(adresse, histoire, await container.renderToString(Content), image?.src),
    paru: histoire.publication,
    modifie: histoire.publication,
    cles: histoire.themes.map(({ cle }) => cle),
  };
}

async function tool(outil: Outil): Promise<Entry> {
  const { adresse } = await getPublication();
  return {
    address: new URL(outil.href, adresse).href,
    titre: outil.titre,
    resume: outil.resume,
    html: toolText(adresse, outil),
    paru: parution(outil),
    modifie: parution(outil) ?? outil.relecture,
    cles: [outil.type, ...outil.themes].map(({ cle }) => cle),
  };
}

/** A feed with its whole texts, at the address of one of its files. */
export async function getCanal(flux: Flux, { fichier }: { readonly fichier: string }): Promise<Channel> {
  const { adresse, nom, organisation, licence_du_contenu, sous_titre } = await getPublication();
  const absolute = (path: string) => new URL(path, adresse).href;
  return {
    titre: flux.titre,
    description:
      flux.theme === undefined ? sous_titre : `Récits et outils ${withDe('', nom)}\u00A0: ${flux.nom}.`,
    page: absolute(flux.page),
    soi: absolute(`${flux.dossier}${fichier}`),
    auteur: organisation.nom_complet,
    licence: licence_du_contenu.nom,
    entries: await Promise.all(flux.annonces.map(entryOf)),
  };
}
