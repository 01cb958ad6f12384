import fc from 'fast-check';
import type { Scan } from '#src/schemas/scan.ts';
import { ScanSchema } from '#src/schemas/scan.ts';
import { scanColumns, type NamedProfession } from '#src/schemas/scan-columns.ts';
import type { Cell } from './table.ts';

/** Answers as a file holds them, before the schema typesets them. */
export type RawScan = Readonly<Record<string, unknown>>;

/** Signs that a person types, in every encoding of the tests; no bar, which the form keeps for itself. */
const SIGN = fc.constantFrom(...'aeiouéèêàçÉŒœ’\'"«»-—–,.:?!=+@#()[]{}&%€/\\* \u00A00123456789;'.split(''));

/** A text of one line that begins and ends with a letter: no list mark, no lone sign that says nothing. */
const line = (max: number) =>
  fc.array(SIGN, { maxLength: Math.min(max - 2, 40) }).map((signs) => `É${signs.join('')}e`);
/** In a list, « ; » at the end of a line or in a lone item cuts; bars are the form's own. */
const item = line(60).map((text) => text.replaceAll(';', ','));
const prose = fc.array(line(60), { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));

const two = (value: number) => String(value).padStart(2, '0');
const day = fc
  .tuple(
    fc.integer({ min: 1950, max: 2026 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, date]) => `${year}-${two(month)}-${two(date)}`);
const approx = day.chain((iso) => fc.constantFrom(iso, iso.slice(0, 7), iso.slice(0, 4)));
const count = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 99_999 }));
const hours = fc.integer({ min: 1, max: 160 }).map((quarters) => quarters / 4);

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** A group whose first field must be answered. */
const group = <T extends object>(
  model: { [Key in keyof T]: fc.Arbitrary<T[Key]> },
  required: keyof T & string,
) => fc.record(model, { requiredKeys: [required] as never });

/** Any valid scan of these teams, as its file holds it. */
export function anyScan(
  teams: readonly string[],
  professions: readonly string[],
  structures: readonly string[],
): fc.Arbitrary<RawScan> {
  const trades = fc.subarray([...professions], { minLength: 1 });
  const composition = fc.shuffledSubarray([...professions], { minLength: 1 }).chain((chosen) =>
    fc.tuple(
      ...chosen.map((profession) =>
        fc
          .record({ nombre: fc.integer({ min: 1, max: 40 }), signed: maybe(fc.nat(40)), note: maybe(item) })
          .map(({ nombre, signed, note }) => ({
            profession,
            nombre,
            ...(signed === undefined ? {} : { signataires: Math.min(signed, nombre) }),
            ...(note === undefined ? {} : { note }),
          })),
      ),
    ),
  );
  const site = group({ nom: item, commune: item, note: item }, 'nom');
  const structure = group(
    {
      type: fc.constantFrom(...structures),
      nombre: fc.integer({ min: 1, max: 9 }),
      membres: fc.nat(200),
      depuis: approx,
      professions: trades,
      objet: item,
    },
    'type',
  );
  const list = fc.array(item, { maxLength: 4 });
  const coordination = fc
    .record(
      {
        personnes: count,
        binome: fc.boolean(),
        heures_par_semaine: fc.oneof(
          hours,
          fc.tuple(hours, hours).map(([a, b]) => ({ de: Math.min(a, b), a: Math.max(a, b) })),
        ),
        formation_pacte: fc.boolean(),
        aussi_soignants: fc.boolean(),
        description: prose,
      },
      { requiredKeys: [] },
    )
    // A group without any answer says nothing: no cell holds it.
    .filter((answers) => Object.keys(answers).length > 0);
  return fc.record(
    {
      equipe: fc.constantFrom(...teams),
      annee: fc.integer({ min: 1990, max: 2020 }),
      date: day,
      composition,
      sites: fc.array(site, { maxLength: 3 }),
      structures: fc.array(structure, { maxLength: 3 }),
      aci: group({ signe: fc.boolean(), depuis: approx }, 'signe'),
      protocoles: list,
      prevention: list,
      etp: list,
      rcp: group({ tenues: fc.boolean(), par_an: count }, 'tenues'),
      stagiaires: group({ accueil: fc.boolean(), professions: trades }, 'accueil'),
      usagers: group({ associes: fc.boolean(), comment: line(60) }, 'associes'),
      cpts: group({ membre: fc.boolean(), nom: line(60) }, 'membre'),
      coordination,
      gouvernance: prose,
      logiciel: group({ partage: fc.boolean(), nom: line(60) }, 'partage'),
      patients: count,
      perspectives: list,
    },
    { requiredKeys: ['equipe', 'annee', 'composition'] },
  );
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const parts = (...texts: (string | false)[]) => texts.filter((text) => text !== false).join(' | ');

function compositionLine({ profession, nombre, signataires, note }: Fields): string {
  return parts(
    `${String(profession)} : ${String(nombre)}`,
    signataires !== undefined && `${String(signataires)} signataires`,
    note !== undefined && `note : ${String(note)}`,
  );
}

function siteLine({ nom, commune = '', note = '' }: Fields): string {
  return `${String(nom)} | ${String(commune)} | ${String(note)}`;
}

function structureLine({ type, nombre, membres, depuis, professions, objet }: Fields): string {
  return parts(
    nombre === undefined ? String(type) : `${String(type)} : ${String(nombre)}`,
    objet !== undefined && `objet : ${String(objet)}`,
    membres !== undefined && `${String(membres)} membres`,
    depuis !== undefined && `depuis ${String(depuis)}`,
    Array.isArray(professions) && `métiers : ${professions.join(', ')}`,
  );
}

const lines = (items: readonly unknown[], write: (item: Fields) => string) =>
  items.length === 0 ? 'aucun' : items.map((one) => write(one as Fields)).join('\n');

/** The row of the template that says the same as a scan: what a careful person would type. */
export function rowOf(scan: RawScan, professions: readonly NamedProfession[]): Cell[] {
  const composition = scan['composition'] as readonly Fields[];
  const noted = composition.filter(({ note }) => note !== undefined);
  return scanColumns(professions).map(({ champ, kind }): Cell => {
    const [first = '', second = '', third = 'nombre'] = champ.split('.');
    if (kind === 'composition') return noted.length === 0 ? null : lines(noted, compositionLine);
    if (first === 'composition') {
      const found = composition.find(({ profession, note }) => profession === second && note === undefined);
      return (found?.[third] as Cell | undefined) ?? null;
    }
    const parent = scan[first];
    const value = second === '' ? parent : isFields(parent) ? parent[second] : undefined;
    if (value === undefined) return null;
    if (kind === 'sites') return lines(value as readonly unknown[], siteLine);
    if (kind === 'structures') return lines(value as readonly unknown[], structureLine);
    if (Array.isArray(value)) return value.length === 0 ? 'aucun' : value.join('\n');
    if (isFields(value))
      return `de ${String(value['de']).replace('.', ',')} à ${String(value['a']).replace('.', ',')}`;
    return value as Cell;
  });
}

/** A scan as the schema gives it, professions in one order: two scans that say the same are equal. */
export function asRead(scan: unknown): Scan {
  const read = ScanSchema.parse(scan);
  return {
    ...read,
    composition: read.composition.toSorted((a, b) => a.profession.localeCompare(b.profession)),
  };
}
