import { type RegionContents, regionContents } from './region-contents.ts';
import type { RegionData } from './region-data.ts';
import { regionAlternative, regionTitle } from './region-sentences.ts';
import { regionA4 } from './scenes/region-a4.ts';
import { regionLink } from './scenes/region-link.ts';
import { regionSocial } from './scenes/region-social.ts';
import { lengthOf, type Part, type Subject } from './subject.ts';

/** A region's figures of one year by one source as an infographic. */
export function regionSubject(data: RegionData): Subject {
  const contents = regionContents(data);
  const { edition, sheet } = data;
  return {
    scenes: {
      a4: () => regionA4(contents, edition),
      reseaux: () => regionSocial(contents, edition),
      lien: () => regionLink(contents, edition),
    },
    titre: regionTitle(data),
    description: regionAlternative(data),
    auteur: edition.organisation,
    annee: sheet.annee,
    rosace: contents.emblem?.legende.texte ?? '',
    quoi: { ces: 'ces chiffres', longs: 'Les plus longs' },
    parts: partsOf(contents),
  };
}

const partsOf = ({ titre, blocs, metiers, parts, pied, notes }: RegionContents): Part[] => [
  { titre: 'Nom de la région', length: titre.texte.length },
  { titre: 'Source', length: lengthOf([...pied, notes]) },
  { titre: 'Métiers', length: lengthOf(metiers.flatMap(({ metier, base }) => [metier.nom, base])) },
  { titre: 'Ce que font les équipes', length: lengthOf(parts.flatMap(({ valeur, base }) => [valeur, base])) },
  ...blocs.map((bloc) => ({
    titre: bloc.titre,
    length: lengthOf(bloc.lignes.flatMap(({ valeur, detail, base }) => [valeur, detail, base])),
  })),
];
