import { defineCollection } from 'astro:content';
import { folder } from './queries/loaders.ts';
import { equipeSchema } from './schemas/equipe.ts';
import { histoireSchema } from './schemas/histoire.ts';
import { OutilSchema } from './schemas/outil.ts';
import { PageSchema } from './schemas/page.ts';
import { RegionSchema } from './schemas/region.ts';
import { ScanSchema } from './schemas/scan.ts';

export const collections = {
  histoires: defineCollection({
    loader: folder('histoires', '{*,*/index}.{md,mdx}'),
    schema: ({ image }) => histoireSchema({ image }),
  }),
  outils: defineCollection({ loader: folder('outils', '{*,*/index}.{md,mdx}'), schema: OutilSchema }),
  equipes: defineCollection({
    loader: folder('equipes', '*.yaml'),
    schema: ({ image }) => equipeSchema({ image }),
  }),
  scans: defineCollection({ loader: folder('scans', '*/*.yaml'), schema: ScanSchema }),
  regions: defineCollection({ loader: folder('regions', '*.yaml'), schema: RegionSchema }),
  pages: defineCollection({ loader: folder('pages', '**/*.{md,mdx}'), schema: PageSchema }),
};
