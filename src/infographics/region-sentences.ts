import type { Chiffre, RegionSheet } from '#src/domain/region-sheet.ts';
import type { RegionData } from './region-data.ts';

/** « Scan’équipe Région 2023, Ponant ». */
export const regionTitle = ({ region, sheet }: Pick<RegionData, 'region' | 'sheet'>): string =>
  `Scan’équipe Région ${sheet.annee}, ${region}`;

/** A figure in full, with what specifies it between brackets. */
function inFull(line: Chiffre, words = `${line.valeur.texte}\u00A0${line.libelle}`): string {
  const { detail, base, evolution } = line;
  const change = evolution && [evolution.texte, evolution.base?.texte].filter(Boolean).join(', ');
  const more = [detail?.texte, base?.texte, change].filter(Boolean);
  return more.length > 0 ? `${words} (${more.join('\u202F; ')})` : words;
}

/** The sheet's sentence; its key figures when it has none. */
const opening = ({ phrase, chiffres, annee }: RegionSheet): string =>
  phrase.length > 0
    ? phrase.map(({ texte }) => texte).join('')
    : chiffres.length > 0
      ? `En ${annee}\u00A0: ${chiffres.map((line) => `${line.valeur.texte}\u00A0${line.libelle}`).join('\u202F; ')}.`
      : '';

/** What the region's infographic shows, in a few words: the alternative text of its pictures. */
export function regionAlternative(data: RegionData): string {
  return [`${regionTitle(data)}.`, opening(data.sheet), `${data.sheet.titre.texte}.`]
    .filter((part) => part !== '')
    .join(' ');
}

/** Everything that the region's infographic says, as a person would write it. */
export function regionSentences({ sheet, metiers }: RegionData): string[] {
  const trades = sheet.metiers.map((line) =>
    inFull(line, `${metiers[line.profession]?.pluriel ?? line.profession}, ${line.valeur.texte}`),
  );
  return [
    opening(sheet),
    ...sheet.blocs.map(
      ({ titre, lignes }) => `${titre}\u00A0: ${lignes.map((line) => inFull(line)).join('\u202F; ')}.`,
    ),
    trades.length > 0
      ? `Les métiers les plus représentés, en part des professionnels\u00A0: ${trades.join('\u202F; ')}.`
      : '',
    sheet.parts.map((line) => `${inFull(line)}.`).join(' '),
    [sheet.titre.texte, ...sheet.pied.map(({ texte }) => texte.replace(/\.$/, ''))].join('. ') + '.',
    sheet.demonstration ? 'Démonstration\u00A0: données inventées.' : '',
  ].filter((paragraph) => paragraph !== '');
}
