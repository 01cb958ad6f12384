import type { z } from 'zod';
import type { Collection } from '#src/domain/collections.ts';
import { equipeSchema } from './equipe.ts';
import { plainTools } from './fields.ts';
import { histoireSchema } from './histoire.ts';
import { OutilSchema } from './outil.ts';
import { PageSchema } from './page.ts';
import { RegionSchema } from './region.ts';
import { ScanSchema } from './scan.ts';

/** One schema per collection, images read as file names: for checks, guides and commands. */
export const COLLECTION_SCHEMAS = {
  histoires: histoireSchema(plainTools),
  outils: OutilSchema,
  equipes: equipeSchema(plainTools),
  scans: ScanSchema,
  regions: RegionSchema,
  pages: PageSchema,
} as const satisfies Record<Collection, z.ZodType>;

export { FormulaireSchema } from './formulaire.ts';
export { PublicationSchema } from './publication.ts';
export { VOCABULARY_SCHEMAS } from './vocabulaire.ts';
