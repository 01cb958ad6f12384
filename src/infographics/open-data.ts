import type { ScanContents } from './contents.ts';
import type { ScanData } from './scan-data.ts';

/** One cell: quoted when it has to be; what a spreadsheet would run as a formula is kept as text (OWASP, CSV injection). */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[;"\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as CSV for a French spreadsheet: semicolons, byte order mark, CRLF (RFC 4180). */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** Everything that an infographic says, one row for each: part, label, value. */
export function scanRows(contents: ScanContents): string[][] {
  const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, ' ');
  const rows = [
    ...contents.familles.flatMap(({ nom, lignes }) =>
      lignes.map((metier) => [nom, metier.nom.texte, String(metier.nombre), metier.detail?.texte ?? '']),
    ),
    ...contents.blocs.flatMap(({ titre, lignes }) =>
      lignes.map(({ tete, texte, detail }) => [
        titre.texte,
        tete?.texte ?? '',
        texte?.texte ?? '',
        detail?.texte ?? '',
      ]),
    ),
    ...contents.sansReponse.map((question) => [question, '', 'Sans réponse', '']),
  ];
  return [['Rubrique', 'Libellé', 'Valeur', 'Précision'], ...rows.map((row) => row.map(plain))];
}

/** A team's answers of one year as open data: words of the closed lists in place of their keys. */
export function scanJson({ equipe, scan, edition }: ScanData, adresse: string): string {
  const { composition, structures, stagiaires, groupes, personnes, metiers, brouillon, ...answers } = scan;
  void brouillon;
  return `${JSON.stringify(
    {
      publication: edition.nom,
      adresse: `https://${adresse}`,
      equipe,
      annee: scan.annee,
      reponses: {
        ...answers,
        composition: composition.map(({ profession, metier, nombre, signataires, note }) => ({
          profession,
          nom: metier.nom,
          famille: metier.famille,
          nombre,
          signataires,
          note,
        })),
        structures: structures?.map(({ type, metiers: held, ...answer }) => ({
          type: type.nom,
          ...answer,
          professions: held.map(({ cle }) => cle),
        })),
        stagiaires: stagiaires && {
          accueil: stagiaires.accueil,
          professions: stagiaires.metiers.map(({ cle }) => cle),
        },
      },
      calculs: {
        total: personnes,
        metiers,
        familles: Object.fromEntries(groupes.map(({ famille, nombre }) => [famille, nombre])),
      },
    },
    null,
    2,
  )}\n`;
}
