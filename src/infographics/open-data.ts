import { plainSpaces as plain, toCsv } from '#src/domain/csv.ts';
import { type Chiffre, evolutionInFull } from '#src/domain/region-sheet.ts';
import type { ScanContents } from './contents.ts';
import type { RegionData } from './region-data.ts';
import type { ScanData } from './scan-data.ts';

/** Everything that an infographic says, one row for each: part, label, value. */
export function scanRows(contents: ScanContents): string[][] {
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

/** Lines of a region's sheet with the part that each belongs to and its words, in the order of the page. */
function regionLines({
  sheet,
  metiers,
}: RegionData): { rubrique: string; libelle: string; ligne: Chiffre }[] {
  return [
    ...sheet.blocs.flatMap(({ titre, lignes }) =>
      lignes.map((ligne) => ({ rubrique: titre as string, libelle: ligne.libelle, ligne })),
    ),
    ...sheet.metiers.map((ligne) => ({
      rubrique: 'Les métiers (part des professionnels)',
      libelle: metiers[ligne.profession]?.pluriel ?? ligne.profession,
      ligne,
    })),
    ...sheet.parts.map((ligne) => ({ rubrique: 'Ce que font les équipes', libelle: ligne.libelle, ligne })),
  ];
}

const details = ({ detail, base, evolution }: Chiffre): string =>
  [detail?.texte, base?.texte, evolution && evolutionInFull(evolution)].filter(Boolean).join('\u202F; ');

/** Everything that a region's infographic says, one row for each figure: part, label, value, what specifies it. */
export function regionRows(data: RegionData): string[][] {
  return [
    ['Rubrique', 'Libellé', 'Valeur', 'Précision'],
    ...regionLines(data).map(({ rubrique, libelle, ligne }) => [
      rubrique,
      libelle,
      ligne.valeur.texte,
      details(ligne),
    ]),
  ];
}

/** The same as open data: bare numbers, with a decimal comma as a French spreadsheet reads them, and their unit. */
export function regionCsv(data: RegionData): string {
  return toCsv([
    ['Clé', 'Rubrique', 'Libellé', 'Valeur', 'Unité', 'Sur', 'Précision'],
    ...regionLines(data).map(({ rubrique, libelle, ligne }) =>
      [
        ligne.cle,
        rubrique,
        libelle,
        String(ligne.nombre).replace('.', ','),
        ligne.unite ?? '',
        ligne.sur === undefined ? '' : String(ligne.sur),
        details(ligne),
      ].map(plain),
    ),
  ]);
}

/** A region's figures of one year by one source, for programs. */
export function regionJson(data: RegionData, adresse: string): string {
  const { edition, region, sheet } = data;
  const { annee, source, titre, demonstration, pied } = sheet;
  return `${JSON.stringify(
    {
      publication: edition.nom,
      adresse: `https://${adresse}`,
      region,
      annee,
      source: source === 'publiee' ? 'publiés' : 'calculés',
      titre: titre.texte,
      demonstration,
      chiffres: regionLines(data).map(({ rubrique, libelle, ligne }) => ({
        cle: ligne.cle,
        rubrique,
        nombre: ligne.nombre,
        unite: ligne.unite,
        libelle,
        detail: ligne.detail?.texte,
        base: ligne.base?.texte,
        sur: ligne.sur,
        evolution: ligne.evolution && evolutionInFull(ligne.evolution),
      })),
      notes: pied.map(({ texte }) => texte),
    },
    null,
    2,
  )}\n`;
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
