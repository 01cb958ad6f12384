import type { ScanContents } from './contents.ts';
import { scanContents } from './scan-contents.ts';
import type { ScanData } from './scan-data.ts';
import { scanAlternative } from './scan-sentences.ts';
import { scanA4 } from './scenes/scan-a4.ts';
import { scanLink } from './scenes/scan-link.ts';
import { scanSocial } from './scenes/scan-social.ts';
import { lengthOf, type Part, type Subject } from './subject.ts';

/** A team's answers of one year as an infographic. */
export function scanSubject(data: ScanData): Subject {
  const contents = scanContents(data);
  const { edition, equipe, scan } = data;
  return {
    scenes: {
      a4: () => scanA4(contents, edition),
      reseaux: () => scanSocial(contents, edition),
      lien: () => scanLink(contents, edition),
    },
    titre: `Scan’équipe ${scan.annee} ${equipe.deNom}`,
    description: scanAlternative(data),
    auteur: edition.organisation,
    annee: scan.annee,
    rosace: `Rosace : un point pour chaque personne de l’équipe, aux couleurs des familles de métiers.`,
    quoi: { ces: 'ces réponses', longs: 'Les plus longues' },
    parts: partsOf(contents),
  };
}

const partsOf = ({ titre, blocs, familles }: ScanContents): Part[] => [
  ...blocs.map((bloc) => ({
    titre: bloc.titre.texte,
    length: lengthOf(bloc.lignes.flatMap(({ tete, texte, detail }) => [tete, texte, detail])),
  })),
  { titre: 'Nom de l’équipe', length: titre.texte.length },
  {
    titre: 'Notes de la composition',
    length: lengthOf(familles.flatMap(({ lignes }) => lignes.map(({ detail }) => detail))),
  },
];
