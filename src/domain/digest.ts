import { createHash } from 'node:crypto';

/** A digest of a text or of bytes. */
export const sha = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('base64');

/** What is part of several values is read once. */
const known = new WeakMap<object, string>();

/**
 * A digest of plain data, whatever it is made of. Values that change afterwards keep their first digest.
 * @param value objects, lists, maps and sets, down to texts, numbers, yes or no; `entry` is left out: a collection's
 *   entry stands beside its own fields
 */
export function digestOf(value: unknown): string {
  if (typeof value === 'function' || typeof value === 'symbol') throw new Error('a digest is made of data');
  if (typeof value !== 'object' || value === null) return `${typeof value} ${JSON.stringify(value)}`;
  const before = known.get(value);
  if (before !== undefined) return before;
  const parts = partsOf(value);
  const digest = sha(`${value.constructor?.name ?? ''} ${JSON.stringify(parts)}`);
  known.set(value, digest);
  return digest;
}

function partsOf(value: object): string[] {
  if (value instanceof Date) return [value.toJSON()];
  if (value instanceof Map || value instanceof Set || Array.isArray(value)) return [...value].map(digestOf);
  return Object.entries(value)
    .filter(([key]) => key !== 'entry')
    .map(([key, each]) => `${JSON.stringify(key)}:${digestOf(each)}`);
}
