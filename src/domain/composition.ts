/** Who makes up a team: lines of a scan, joined with their profession and grouped by family. */
export interface CompositionLine {
  readonly profession: string;
  readonly nombre: number;
  /** How many of them signed the team's project. */
  readonly signataires?: number | undefined;
  readonly note?: string | undefined;
}

export interface FamilyGroup<Line extends CompositionLine = CompositionLine> {
  readonly famille: string;
  readonly nombre: number;
  readonly lignes: readonly Line[];
}

/** Number of people. */
export function totalOf(lines: readonly CompositionLine[]): number {
  return lines.reduce((sum, line) => sum + line.nombre, 0);
}

/**
 * Groups lines by family, families in the given order, lines from the most to the least numerous.
 * Families without anyone are left out.
 */
export function groupByFamily<Line extends CompositionLine>(
  lines: readonly Line[],
  familyOf: (profession: string) => string,
  order: readonly string[],
): FamilyGroup<Line>[] {
  return order.flatMap((famille) => {
    const lignes = lines
      .filter((line) => familyOf(line.profession) === famille)
      .toSorted((a, b) => b.nombre - a.nombre);
    return lignes.length === 0 ? [] : [{ famille, nombre: totalOf(lignes), lignes }];
  });
}

/** The most numerous line; undefined when two lines are as numerous. */
export function largestLine<Line extends CompositionLine>(lines: readonly Line[]): Line | undefined {
  const [first, second] = lines.toSorted((a, b) => b.nombre - a.nombre);
  return first && first.nombre !== second?.nombre ? first : undefined;
}
