import { readFile } from 'node:fs/promises';

/** A question, and parts of the addresses that its first results must lead to. */
export interface Case {
  readonly query: string;
  readonly expect: readonly string[];
  /** How far down each may stand; 5 unless told. */
  readonly rank?: number;
  readonly note?: string;
}

export const readCases = async (path: string): Promise<Case[]> =>
  JSON.parse(await readFile(path, 'utf8')) as Case[];

/** Place of the first address that holds this part, from 1; undefined when none does. */
function placeOf(part: string, urls: readonly string[]): number | undefined {
  const at = urls.findIndex((url) => url.includes(part));
  return at === -1 ? undefined : at + 1;
}

/** Expected parts that the first results do not lead to. */
export function missing({ expect, rank = 5 }: Case, urls: readonly string[]): string[] {
  return expect.filter((part) => (placeOf(part, urls) ?? Infinity) > rank);
}

export interface Relevance {
  /** Part of what was expected that was found, from 0 to 1. */
  readonly recall: number;
  /** Mean of one over the place of the first expected result (mean reciprocal rank). */
  readonly mrr: number;
  readonly missed: readonly { readonly query: string; readonly parts: readonly string[] }[];
}

/** How good the answers are: `answers` holds the addresses of each case's results, in the order that a reader sees. */
export function relevanceOf(cases: readonly Case[], answers: readonly (readonly string[])[]): Relevance {
  const missed = cases.flatMap((one, index) => {
    const parts = missing(one, answers[index] ?? []);
    return parts.length > 0 ? [{ query: one.query, parts }] : [];
  });
  const expected = cases.reduce((sum, { expect }) => sum + expect.length, 0);
  const lost = missed.reduce((sum, { parts }) => sum + parts.length, 0);
  const reciprocal = cases.map(({ expect }, index) => {
    const places = expect.map((part) => placeOf(part, answers[index] ?? []) ?? Infinity);
    return 1 / Math.min(...places);
  });
  return {
    recall: expected === 0 ? 1 : 1 - lost / expected,
    mrr: reciprocal.reduce((sum, value) => sum + value, 0) / Math.max(1, cases.length),
    missed,
  };
}
