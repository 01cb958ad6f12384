import * as fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawCard } from './card.ts';
import { type CardData, cardAlternative, isDrawn } from './card-data.ts';
import { layOut } from './layout.ts';
import { cards } from './scenes/card.ts';
import { LINK } from './scenes/link.ts';
import { sample } from './testing.ts';
import { textsOf } from './texts.ts';

const { edition } = sample('ordinaire');
const data: CardData = {
  genre: 'carte',
  edition,
  surtitre: 'Récit',
  titre: 'Il était une fois… la Maison du Port',
  lignes: ['Ville-Exemple, Finistère'],
  texte: 'Neuf soignants, une cuisine.',
  groupes: Object.keys(edition.familles).map((famille) => ({ famille, nombre: 6 })),
};

test('une carte a la taille d’un aperçu de lien, et les mêmes octets à chaque fois', async () => {
  const [one, other] = [await drawCard(data), await drawCard(structuredClone(data))];
  expect(one.equals(other)).toBe(true);
  expect(await sharp(one).metadata()).toMatchObject({ width: 1200, height: 630, format: 'png' });
  expect(one.length).toBeLessThan(60_000);
});

test('un titre, des lignes et un résumé aussi longs que leurs champs le permettent tiennent sans rien couper', async () => {
  const words = (length: number) =>
    fc
      .array(fc.constantFrom('W', 'm', 'i', ' ', 'é', '-', 'Coordination '), {
        minLength: 1,
        maxLength: length,
      })
      .map((letters) => `A${letters.join('').slice(0, length - 1)}`);
  await fc.assert(
    fc.asyncProperty(words(180), words(130), words(320), async (titre, ligne, texte) => {
      const lignes = [ligne, 'Ville-Exemple, Finistère'];
      const png = await drawCard({ ...data, titre, lignes, texte, reserve: 'Démonstration' });
      expect(png.length).toBeGreaterThan(1000);
    }),
    { numRuns: 12, examples: [['W'.repeat(180), 'W'.repeat(130), 'x'.repeat(320)]] },
  );
});

test('un long mot du titre tient sur une ligne : les lettres se font plus petites', async () => {
  const [scene] = cards({ ...data, titre: 'Protocoles pluriprofessionnels' });
  if (!scene) throw new Error('no scene');
  const drawn = [...textsOf(await layOut(scene, LINK)).values()].flat().map(({ texte }) => texte.trim());
  expect(drawn).toContain('pluriprofessionnels');
});

test('un mot que la police ne sait pas dessiner : la page n’a pas de carte, plutôt qu’une carte trouée', () => {
  expect(isDrawn(data)).toBe(true);
  expect(isDrawn({ ...data, titre: 'Bravo 🎉' })).toBe(false);
  expect(isDrawn({ ...data, texte: '文' })).toBe(false);
});

test('le texte de remplacement dit ce que la carte montre', () => {
  expect(cardAlternative(data)).toBe(
    `Récit\u00A0: Il était une fois… la Maison du Port, Ville-Exemple, Finistère. ${edition.nom}, ${edition.organisation}.`,
  );
});
