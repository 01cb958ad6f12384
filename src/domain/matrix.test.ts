import fc from 'fast-check';
import { expect, test } from 'vitest';
import { casesOf, counted } from './matrix.ts';

const COLUMNS = ['a', 'b', 'c'];
interface Story {
  readonly id: number;
  readonly columns: readonly string[];
}
interface Passage {
  readonly histoire: Story;
  readonly mot: string;
}
const publication = fc
  .array(fc.subarray(COLUMNS), { maxLength: 12 })
  .map((all) => all.map((columns, id): Story => ({ id, columns })))
  .chain((stories) =>
    fc.record({
      stories: fc.constant(stories),
      passages:
        stories.length === 0
          ? fc.constant<Passage[]>([])
          : fc.array<Passage>(fc.record({ histoire: fc.constantFrom(...stories), mot: fc.string() }), {
              maxLength: 20,
            }),
    }),
  );
const read = (stories: readonly Story[], passages: readonly Passage[]) =>
  casesOf(COLUMNS, stories, ({ columns }) => columns, passages);

test('chaque chiffre d’une case est le nombre de ses récits, et chacun y a son passage', () => {
  fc.assert(
    fc.property(publication, ({ stories, passages }) => {
      for (const { colonne, histoires, sur, passages: held } of read(stories, passages)) {
        expect(sur).toBe(stories.filter(({ columns }) => columns.includes(colonne)).length);
        expect(new Set(held.map(({ histoire }) => histoire))).toEqual(new Set(histoires));
        expect(held.length).toBe(
          passages.filter(({ histoire }) => histoire.columns.includes(colonne)).length,
        );
      }
    }),
  );
});

test('un passage retiré quitte toutes les cases où il se lisait, et elles seules', () => {
  fc.assert(
    fc.property(publication, fc.nat(), ({ stories, passages }, at) => {
      fc.pre(passages.length > 0);
      const gone = passages[at % passages.length];
      const [before, after] = [
        read(stories, passages),
        read(
          stories,
          passages.filter((one) => one !== gone),
        ),
      ];
      before.forEach((one, rank) => {
        expect(after[rank]?.passages).toEqual(one.passages.filter((passage) => passage !== gone));
      });
    }),
  );
});

test('un récit qui a deux thèmes se lit dans les deux colonnes', () => {
  const story = { id: 0, columns: ['a', 'b', 'b'] };
  expect(
    read([story], [{ histoire: story, mot: 'oui' }]).map(({ histoires, sur }) => [histoires.length, sur]),
  ).toEqual([
    [1, 1],
    [1, 1],
    [0, 0],
  ]);
});

test('un récit inventé ne s’ajoute jamais aux vrais ; seuls, les récits inventés se comptent', () => {
  const [real, invented] = [{ demonstration: false }, { demonstration: true }];
  expect(counted([invented, real, invented])).toEqual([real]);
  expect(counted([invented, invented])).toHaveLength(2);
});
