import type { Report } from './problems.ts';
import type { Bloc } from './source-tree.ts';

/** « 22000 », « 22 000 », « 2,5 » as a number; undefined when it is none. */
export function numberOf(written: string): number | undefined {
  const bare = written.replace(/[ \u00A0\u202F]/g, '').replace(',', '.');
  return /^\d+(\.\d+)?$/.test(bare) ? Number(bare) : undefined;
}

export interface Quantity {
  readonly value: number;
  readonly total: number | undefined;
}

/** What a « chiffre » block counts; each attribute that does not hold is told, with why. */
export function quantityOf({ values, position }: Bloc, report: Report): Quantity | undefined {
  const { valeur = '', total: whole = '' } = values;
  const place = position ? { position } : {};
  const wrong = (attribute: string, why: string): undefined => {
    report('attribute-value', place, attribute === 'valeur' ? valeur : whole, {
      detail: attribute,
      why,
    });
    return undefined;
  };
  // A missing value has its own problem.
  if (valeur === '') return undefined;
  const value = numberOf(valeur);
  if (value === undefined) return wrong('valeur', 'number');
  if (whole === '') return { value, total: undefined };
  const total = numberOf(whole);
  if (total === undefined) return wrong('total', 'number');
  if (!Number.isInteger(total) || total < 1) return wrong('total', 'whole');
  if (!Number.isInteger(value)) return wrong('valeur', 'whole-with-total');
  return value > total ? wrong('total', 'less-than-value') : { value, total };
}
