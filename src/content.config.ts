import { defineCollection } from 'astro:content';
import { VOCABULARIES } from './domain/collections.ts';
import { folder, list, single } from './queries/loaders.ts';
import { equipeSchema } from './schemas/equipe.ts';
import { histoireSchema } from './schemas/histoire.ts';
import { OutilSchema } from './schemas/outil.ts';
import { PageSchema } from './schemas/page.ts';
import { PublicationSchema } from './schemas/publication.ts';
import { RegionSchema } from './schemas/region.ts';
import { ScanSchema } from './schemas/scan.ts';
import { VOCABULARY_SCHEMAS } from './schemas/vocabulaire.ts';

const vocabulaire = <Name extends keyof typeof VOCABULARY_SCHEMAS>(name: Name) =>
  defineCollection({ loader: list(`vocabulaire/${name}.yaml`), schema: VOCABULARY_SCHEMAS[name] });

export const collections = {
  publication: defineCollection({ loader: single('publication.yaml', 'publication'), schema: PublicationSchema }),
  histoires: defineCollection({ loader: folder('histoires', 'md,mdx'), schema: histoireSchema }),
  outils: defineCollection({ loader: folder('outils', 'md,mdx'), schema: OutilSchema }),
  equipes: defineCollection({ loader: folder('equipes', 'yaml,yml'), schema: equipeSchema }),
  scans: defineCollection({ loader: folder('scans', 'yaml,yml'), schema: ScanSchema }),
  regions: defineCollection({ loader: folder('regions', 'yaml,yml'), schema: RegionSchema }),
  pages: defineCollection({ loader: folder('pages', 'md,mdx'), schema: PageSchema }),
  ...(Object.fromEntries(VOCABULARIES.map((name) => [name, vocabulaire(name)])) as {
    [Name in keyof typeof VOCABULARY_SCHEMAS]: ReturnType<typeof vocabulaire<Name>>;
  }),
};
