import { getEntry } from 'astro:content';
import { found, once } from './memo.ts';

/** Who publishes, where, in which words. */
export const getPublication = once(async () => found(await getEntry('publication', 'publication'), 'publication').data);
export type Publication = Awaited<ReturnType<typeof getPublication>>;
