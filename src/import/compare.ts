import { fieldName, fr, plural, showValue } from '#src/checks/text.ts';
import { EDITOR_FIELDS } from '#src/schemas/scan-columns.ts';
import type { Scan } from '#src/schemas/scan.ts';

/** One answer that changes, in French: « composition, infirmier : « 3 » → « 4 » ». */
export type Change = string;

/** What differs between two scans, answer by answer; the editor's own fields do not count. */
export function changesBetween(before: Scan, after: Scan): Change[] {
  const [old, fresh] = [answersOf(before), answersOf(after)];
  const fields = new Set([...fresh.keys(), ...old.keys()]);
  return [...fields].flatMap((field) => {
    const [was, is] = [old.get(field), fresh.get(field)];
    return was === is ? [] : [fr`${field} : ` + `${showAnswer(was)} → ${showAnswer(is)}`];
  });
}

function showAnswer(answer: string | undefined): string {
  if (answer === undefined) return fr`pas de réponse`;
  return answer === '[]' ? fr`aucun` : showValue(answer);
}

/** Every answer by the name of its field; professions by their key, whatever their order. */
function answersOf(scan: Scan): Map<string, string> {
  const answers = new Map<string, string>();
  for (const [key, value] of Object.entries(scan)) {
    if (EDITOR_FIELDS.some((field) => field === key)) continue;
    if (key !== 'composition') flatten([key], value, answers);
  }
  for (const { profession, nombre, signataires, note } of scan.composition) {
    const signed = signataires === undefined ? '' : fr`, ` + plural(signataires, 'signataire');
    answers.set(
      fr`composition, ${profession}`,
      `${nombre}${signed}${note === undefined ? '' : ` (${note})`}`,
    );
  }
  return answers;
}

function flatten(path: readonly (string | number)[], value: unknown, into: Map<string, string>): void {
  if (value === undefined) return;
  if (Array.isArray(value) && value.length > 0)
    value.forEach((item, index) => flatten([...path, index], item, into));
  else if (Array.isArray(value)) {
    // A group's list of professions is empty when nothing is said: only a list of answers says « none ».
    if (path.length === 1) into.set(fieldName(path), '[]');
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) flatten([...path, key], inner, into);
  } else into.set(fieldName(path), typeof value === 'boolean' ? (value ? 'oui' : 'non') : String(value));
}
