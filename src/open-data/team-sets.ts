import { z } from 'zod';
import { totalOf } from '#src/domain/composition.ts';
import { equipeSchema } from '#src/schemas/equipe.ts';
import { demonstration, plainTools, reference } from '#src/schemas/fields.ts';
import { ScanSchema } from '#src/schemas/scan.ts';
import type { Contenus } from './contenus.ts';
import { type Jeu, jeu } from './jeu.ts';
import { type NameOf, publishedShape, rowMaker } from './row-schema.ts';
import { scanTable } from './scan-columns.ts';

/** The teams: what does not change from year to year. */
export function equipesOf({ equipes, site, licence, equipesEnMots }: Contenus, nameOf: NameOf): Jeu {
  const { shape } = equipeSchema(plainTools);
  const row = rowMaker(shape, nameOf);
  return jeu({
    nom: 'equipes',
    titre: 'Équipes',
    description: `L’identité des ${equipesEnMots} de la publication\u00A0: nom, lieu, dates. Une ligne par équipe.`,
    identifiant: 'Identifiant de l’équipe, le même dans tous les jeux.',
    page: 'Page de l’équipe.',
    shape: publishedShape(shape),
    lignes: equipes.map(({ id, data }) => ({
      identifiant: id,
      page: `${site}/equipes/${id}/`,
      ...row(data),
    })),
    licence,
    jours: equipes.map(({ data }) => data.accord),
  });
}

/** The teams’ yearly answers; the table is that of the form, so that it can be imported again. */
export function scansOf({ scans, site, licence, vocabulaire }: Contenus, nameOf: NameOf): Jeu {
  const row = rowMaker(ScanSchema.shape, nameOf);
  return jeu({
    nom: 'scans',
    titre: 'Réponses au Scan’équipe',
    description:
      'Les réponses des équipes au formulaire annuel. Une ligne par équipe et par année. Une case vide veut dire que l’équipe n’a pas répondu\u202F; «\u00A0non\u00A0», «\u00A0aucun\u00A0» et 0 sont des réponses.',
    identifiant: 'Année et équipe.',
    page: 'Page de l’équipe, où se lisent ces réponses.',
    shape: {
      ...publishedShape(ScanSchema.shape),
      personnes: z.int().describe('Nombre de personnes de l’équipe, tous métiers réunis.'),
    },
    lignes: scans.map(({ id, data }) => ({
      identifiant: id,
      page: `${site}/equipes/${data.equipe}/`,
      ...row(data),
      personnes: totalOf(data.composition),
    })),
    licence,
    jours: scans.map(({ data }) => data.date ?? String(data.annee)),
    periode: scans.map(({ data }) => String(data.annee)),
    colonnes: scanTable([...vocabulaire.professions.values()]),
  });
}

/** The same answers, one row for each profession. */
export function compositionOf({ scans, site, licence, vocabulaire }: Contenus, nameOf: NameOf): Jeu {
  const { equipe, annee, composition } = ScanSchema.shape;
  const shape = {
    scan: z.string().describe('Identifiant des réponses dont vient la ligne, dans le jeu « scans ».'),
    equipe,
    annee,
    ...composition.element.shape,
    famille: reference('familles').describe('Famille du métier, clé de vocabulaire/familles.yaml.'),
    demonstration: demonstration(),
  };
  const row = rowMaker(shape, nameOf);
  return jeu({
    nom: 'scans-composition',
    titre: 'Composition des équipes',
    description: 'Les mêmes réponses, métier par métier. Une ligne par équipe, par année et par métier.',
    identifiant: 'Année, équipe et métier.',
    page: 'Page de l’équipe, où se lit cette composition.',
    shape: publishedShape(shape),
    lignes: scans.flatMap(({ id, data }) =>
      data.composition.map((line) => ({
        identifiant: `${id}/${line.profession}`,
        page: `${site}/equipes/${data.equipe}/`,
        ...row({
          ...line,
          scan: id,
          equipe: data.equipe,
          annee: data.annee,
          famille: vocabulaire.professions.get(line.profession)?.famille,
          demonstration: data.demonstration,
        }),
      })),
    ),
    licence,
    jours: scans.map(({ data }) => data.date ?? String(data.annee)),
    periode: scans.map(({ data }) => String(data.annee)),
  });
}
