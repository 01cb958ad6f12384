import { sameData } from './same-data.ts';

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What the form saves, with the file's own data wherever the editor has changed nothing: a number written as a text, an
 * empty line, a key that no schema knows are the check's matter, not the form's.
 * @param before the file's data
 * @param unchanged what the form would save of it if nothing were touched
 * @param after what the form saves
 */
export function keepUntouched(before: unknown, unchanged: unknown, after: unknown): unknown {
  if (sameData(unchanged, after)) return before;
  if (isGroup(before) && isGroup(unchanged) && isGroup(after)) {
    const kept: Record<string, unknown> = {};
    for (const name of new Set([...Object.keys(after), ...Object.keys(before)])) {
      const value = keepUntouched(before[name], unchanged[name], after[name]);
      if (value !== undefined) kept[name] = value;
    }
    return kept;
  }
  if (Array.isArray(before) && Array.isArray(unchanged) && Array.isArray(after)) {
    return after.map((item: unknown, index) => {
      const same = unchanged.findIndex((one) => sameData(one, item));
      // An item that changed stands where it stood, when none came nor went.
      const old = same >= 0 ? same : after.length === unchanged.length ? index : -1;
      return old < 0 ? item : keepUntouched(before[old], unchanged[old], item);
    });
  }
  return after;
}
