import { defineCollection } from 'astro/content/config';
import { checkedFiles } from './checks/loader.ts';
import { equipeSchema } from './schemas/equipe.ts';
import { histoireSchema } from './schemas/histoire.ts';
import { OutilSchema } from './schemas/outil.ts';
import { PageSchema } from './schemas/page.ts';
import { RegionSchema } from './schemas/region.ts';
import { ScanSchema } from './schemas/scan.ts';

export const collections = {
  histoires: defineCollection({
    loader: checkedFiles('histoires'),
    schema: ({ image }) => histoireSchema({ image }),
  }),
  outils: defineCollection({ loader: checkedFiles('outils'), schema: OutilSchema }),
  equipes: defineCollection({
    loader: checkedFiles('equipes'),
    schema: ({ image }) => equipeSchema({ image }),
  }),
  scans: defineCollection({ loader: checkedFiles('scans'), schema: ScanSchema }),
  regions: defineCollection({ loader: checkedFiles('regions'), schema: RegionSchema }),
  pages: defineCollection({ loader: checkedFiles('pages'), schema: PageSchema }),
};
