import { type Contenu, filesOf, publicationOf, readContenu } from '#src/checks/contenu.ts';
import type { Contenus, PassageMarque } from '#src/open-data/contenus.ts';
import { vocabulaireOf } from '#src/schemas/vocabulaire.ts';

/** An invented passage, of the story and the lever that one names. */
export const passage = (more: Partial<PassageMarque> = {}): PassageMarque => ({
  nature: 'levier',
  cle: 'horaires-larges',
  html: '<p>On ouvre le soir.</p>',
  section: 'Ouvrir',
  href: '/histoires/le-phare/#levier-horaires-larges',
  recit: {
    id: 'le-phare',
    titre: 'le Phare',
    reference: 'LECT/RC/001/0325',
    rencontre: '2025-02-10',
    publication: '2025-03',
    demonstration: true,
    equipe: 'le-phare',
  },
  ...more,
});

/** What the open data are made of, from the files of a publication. */
export function contenusOf(contenu: Contenu, passages: readonly PassageMarque[]): Contenus {
  const publication = publicationOf(contenu);
  if (!publication) throw new Error('no publication');
  const entries = <Name extends 'equipes' | 'scans' | 'outils'>(name: Name) =>
    filesOf(contenu, name).map(({ id, value }) => {
      if (!value) throw new Error(`${id} is not valid`);
      return { id, data: value };
    });
  return {
    site: publication.adresse,
    licence: publication.licence_du_contenu.adresse,
    equipesEnMots: publication.equipes.pluriel,
    equipes: entries('equipes'),
    scans: entries('scans'),
    outils: entries('outils').map((outil) => ({
      ...outil,
      documents: outil.data.fichiers.map((name) => `/boite-a-outils/fichiers/${name.replace(/^.*\//, '')}`),
    })),
    passages,
    vocabulaire: vocabulaireOf((name) => contenu.vocabulaires.get(name)?.data),
  };
}

/** The fixture's, with one passage. */
export const autreContenus = async (): Promise<Contenus> =>
  contenusOf(await readContenu('tests/autre-publication'), [passage()]);
