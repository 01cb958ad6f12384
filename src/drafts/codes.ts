import { type Contenu, filesOf, publicationOf } from '#src/checks/contenu.ts';
import { valueAt } from '#src/checks/fields.ts';
import { codeMonthYear, parseReferenceCode, type ReferenceCode } from '#src/domain/reference-code.ts';

/**
 * The next free reference code of a story: the family and the format of the last one, or the publication's first
 * ones, and the number after the highest.
 * @param month of publication, YYYY-MM (a day may follow)
 */
export function nextCode(contenu: Contenu, month: string): string {
  const codes = [...filesOf(contenu, 'histoires'), ...filesOf(contenu, 'outils')].flatMap(codeOf);
  const last = filesOf(contenu, 'histoires')
    .flatMap(codeOf)
    .toSorted((a, b) => b.number - a.number)[0];
  const publication = publicationOf(contenu);
  const family = last?.family ?? Object.keys(publication?.familles_de_codes ?? {})[0] ?? '';
  const format = last?.format ?? Object.keys(publication?.formats ?? {})[0] ?? '';
  const taken = codes.filter((code) => code.family === family && code.format === format);
  const number = Math.max(0, ...taken.map((code) => code.number)) + 1;
  return `${family}/${format}/${String(number).padStart(3, '0')}/${codeMonthYear(month)}`;
}

function codeOf({ data }: { readonly data: unknown }): ReferenceCode[] {
  const written = valueAt(data, ['reference']);
  const code = typeof written === 'string' ? parseReferenceCode(written) : undefined;
  return code ? [code] : [];
}
