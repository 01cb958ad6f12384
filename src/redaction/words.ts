import { french } from '#src/checks/text.ts';
import type { FormField } from './form-fields.ts';

/** Words of the fields' names that take accents; the names themselves are in ASCII. */
const ACCENTED: Readonly<Record<string, string>> = {
  a: 'à',
  acces: 'accès',
  aci: 'ACI',
  age: 'âge',
  annee: 'année',
  associes: 'associés',
  benefices: 'bénéfices',
  cle: 'clé',
  clair: 'clair',
  constituees: 'constituées',
  cpts: 'CPTS',
  creation: 'création',
  credit: 'crédit',
  defini: 'défini',
  definition: 'définition',
  demonstration: 'démonstration',
  departement: 'département',
  departements: 'départements',
  depot: 'dépôt',
  developpe: 'développé',
  donnees: 'données',
  entrees: 'entrées',
  equipe: 'équipe',
  equipes: 'équipes',
  etp: 'ETP',
  feminin: 'féminin',
  legende: 'légende',
  libelle: 'libellé',
  median: 'médian',
  metiers: 'métiers',
  mise: 'mise',
  mots: 'mots',
  pacte: 'PACTE',
  precision: 'précision',
  presentation: 'présentation',
  prevention: 'prévention',
  rcp: 'RCP',
  redaction: 'rédaction',
  reference: 'référence',
  region: 'région',
  reponse: 'réponse',
  reseau: 'réseau',
  resume: 'résumé',
  signe: 'signé',
  surligne: 'surligné',
  themes: 'thèmes',
  unite: 'unité',
};

/** « mots_cles » gives « Mots clés »: a field's name as a title. A word that is not known here keeps its letters. */
export function labelOf(name: string): string {
  const words = name.replace(/\bcles\b/, 'clés').split(/[_-]/);
  const said = words.map((word) => (word === 'cles' ? 'clés' : (ACCENTED[word] ?? word))).join(' ');
  return french(said.charAt(0).toUpperCase() + said.slice(1));
}

/** A description written for a file, as the form says it: it has boxes, not lines. */
export function hintOf({
  description,
  exemple,
  kind,
}: Pick<FormField, 'description' | 'exemple' | 'kind'>): string {
  const said = description
    .replaceAll('« true »', kind === 'switch' ? 'Allumé' : '« Oui »')
    .replaceAll('« false »', kind === 'switch' ? 'Éteint' : '« Non »')
    .replace(
      "Nom du fichier de l'image, à côté de ce texte : « ./photo.jpg ».",
      'Une image de votre ordinateur.',
    )
    .replace(/ ?Liste vide « \[\] » : aucun\./, '')
    .replace(/ ?Sans réponse : ne pas écrire la ligne\./, '')
    .replace(/( ;|,)? clés? de vocabulaire\/[a-z-]+\.yaml/, '')
    .replace("Nom du fichier de l'équipe dans content/equipes, sans « .yaml ».", '')
    .replace(' : noms de fichiers de content/outils, sans « .md »', '')
    .replace(', entre guillemets', '')
    .replace(kind === 'day' ? ' : AAAA-MM-JJ' : /$^/, '')
    .trim();
  const free = kind === 'text' || kind === 'date' || kind === 'number' || kind === 'email';
  return french(
    exemple !== undefined && free && !said.includes(exemple) ? `${said} Par exemple : ${exemple}` : said,
  );
}

/** Words of closed choices that are not words, or not those of a reader. */
const CHOICES: Readonly<Record<string, string>> = {
  '': 'Aucun',
  f: 'Féminin',
  m: 'Masculin',
  adherents: 'Réservé aux adhérents',
  public: 'Ouvert à tous',
  modele: 'Modèle',
  recit: 'Récit',
  redaction: 'Rédaction',
  github: 'GitHub',
  gitlab: 'GitLab',
};

/** A value of a closed choice, as its author reads it. */
export function choiceOf(value: string): string {
  const said = CHOICES[value] ?? value;
  return french(/^(l'|le|la|les)$/.test(said) ? said : said.charAt(0).toUpperCase() + said.slice(1));
}
