import { typographie } from '#src/domain/typography.ts';

/** What the descriptions of the schemas say to who writes the files, and that no reader of the data needs. */
const FOR_AUTHORS: readonly (readonly [RegExp, string])[] = [
  [/Liste vide « \[\] » : aucun\. ?/g, ''],
  [/Sans réponse : ne pas écrire la ligne\./g, 'Vide ou absent : pas de réponse.'],
  [/, clés? de vocabulaire\/([a-z-]+)\.yaml/g, ' (clé de la liste « $1 »)'],
  [/; clés de vocabulaire\/([a-z-]+)\.yaml/g, '(clés de la liste « $1 »)'],
  [/Nom du fichier de l'équipe dans content\/equipes, sans « \.yaml »/g, "Identifiant de l'équipe"],
  [/, si elle n'attend pas la période de publication\.yaml[^.]*\)/g, ''],
  [/ ; la même que celle du dossier/g, ''],
  [/ ou AAAA-MM-JJ, entre guillemets/g, ' ou AAAA-MM-JJ'],
  [/, entre guillemets/g, ''],
  [/« true » si/g, 'Oui si'],
  [/ ; la page le dit alors au lecteur/g, ''],
  [/« adherents » si/g, '« adherents » :'],
  [/ Une date à venir retient la fiche ; récente, elle l’annonce comme nouvelle\./g, ''],
  [/Combien ont signé/g, 'Nombre de personnes qui ont signé'],
];

/** A schema's description, said to who reads the data; with French typography. */
export function forReaders(description: string): string {
  const said = FOR_AUTHORS.reduce((text, [pattern, words]) => text.replace(pattern, words), description);
  return typographie(said.trim());
}

/** An e-mail address, which no open data hold: it may be a person's. */
const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

/** Any value without the e-mail addresses of its texts; what has no value is left out. */
export function publishable(value: unknown): unknown {
  if (typeof value === 'string')
    return value.includes('@') ? value.replace(EMAIL, '(courriel\u00A0: voir la page)') : value;
  if (Array.isArray(value)) return value.map(publishable);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.map(([key, inner]) => [key, publishable(inner)]));
}
