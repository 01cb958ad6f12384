import { bare, nearest } from './nearest.ts';

/** Everyday names, and names of other programs, for the fields of a publication: the first that exists where it is written. */
const EVERYDAY: Readonly<Record<string, readonly string[]>> = {
  accroche: ['resume', 'presentation'],
  annees: ['annee'],
  author: ['auteur'],
  categorie: ['themes', 'type'],
  categories: ['themes', 'type'],
  category: ['themes', 'type'],
  chapeau: ['resume', 'presentation'],
  city: ['commune'],
  cp: ['code_postal'],
  date: ['publication', 'relecture', 'mise_a_jour', 'rencontre', 'creation'],
  description: ['resume', 'definition', 'presentation', 'alternative'],
  document: ['fichiers'],
  documents: ['fichiers'],
  draft: ['brouillon'],
  effectif: ['nombre'],
  excerpt: ['resume'],
  image: ['photo', 'fichier'],
  intitule: ['titre', 'nom'],
  keywords: ['mots_cles'],
  legende: ['alternative'],
  alt: ['alternative'],
  lieu: ['commune'],
  maj: ['mise_a_jour', 'relecture'],
  metier: ['profession'],
  metiers: ['composition', 'professions'],
  name: ['nom', 'titre'],
  nom: ['titre'],
  piecejointe: ['fichiers'],
  piecesjointes: ['fichiers'],
  code: ['reference'],
  site: ['site_internet', 'lien'],
  siteweb: ['site_internet', 'lien'],
  sujet: ['themes'],
  sujets: ['themes'],
  summary: ['resume'],
  tags: ['mots_cles'],
  team: ['equipe'],
  telechargement: ['fichiers'],
  title: ['titre', 'nom'],
  titre: ['nom'],
  updated: ['mise_a_jour', 'relecture'],
  url: ['lien', 'site_internet', 'adresse'],
  ville: ['commune'],
  year: ['annee'],
};

/**
 * The field that an unknown one was meant to be: the same but for case and accents, an everyday name, or the nearest.
 * @param there names of the fields that are written beside it: none of them is proposed a second time
 */
export function fieldMeant(
  key: string,
  valid: readonly string[],
  there: readonly string[],
): string | undefined {
  const same = valid.find((name) => bare(name) === bare(key));
  if (same !== undefined) return same;
  const name = bare(key);
  const everyday = Object.hasOwn(EVERYDAY, name) ? EVERYDAY[name] : undefined;
  return everyday?.find((one) => valid.includes(one) && !there.includes(one)) ?? nearest(key, valid);
}
