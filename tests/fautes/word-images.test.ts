import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { p, picture } from '#src/import/word/testing.ts';
import { content } from './importation.ts';
import { bodyOf, importing, SHEET } from './word-importation.ts';

test('une image est réduite, sans rien de qui l’a prise ni où ; description et crédit sont demandés', async () => {
  const photo = await sharp({ create: { width: 2600, height: 1300, channels: 3, background: '#b8431c' } })
    .withExif({ IFD0: { Artist: 'Personne Inventée', Make: 'Appareil' }, IFD3: { GPSLatitude: '47/1 5/1 0/1' } })
    .jpeg()
    .toBuffer();
  const media = { i: { name: 'photo.jpg', content: photo }, e: { name: 'dessin.emf', content: Buffer.from('emf') } };
  const body = SHEET + p('Levier : même lieu') + p('Texte.') + p(picture('i', 'IMG_2034.jpg')) + p('Le port.', 'Caption') + p(picture('e'));
  const text = await importing(body, { media });
  expect(text.split('\n\n').slice(3)).toMatchInlineSnapshot(`
    [
      "À écrire
      - Le résumé (champ « resume »).
      - Description des images (1) : ce que chacune montre, pour qui ne la voit pas. Elle s’écrit entre crochets, à la place de « À écrire ».
      - Crédit des images (1) : qui les a faites, par son rôle. Il s’écrit entre les guillemets de « credit ».",
      "Écrit
      histoires/essai/index.md
      histoires/essai/image-1.jpg",
      "C’est un brouillon, qui passe la vérification. Ouvrir content/histoires/essai/index.md, remplacer ce qui suit « À écrire : », relire ce qui est deviné et perdu, regarder la page avec « npm run dev »,
    puis écrire « brouillon: false ».",
    ]
  `);
  expect(await bodyOf('histoires/essai/index.md')).toMatchInlineSnapshot(`
    ":::levier{cle="meme-lieu"}
    Texte.
    :::

    :::figure{credit="À écrire : qui a fait cette image"}
    ![À écrire : ce que montre cette image](./image-1.jpg)

    Le port.
    :::
    "
  `);
  const bytes = await readFile(join(content, 'histoires/essai/image-1.jpg'));
  const { width, height, exif } = await sharp(bytes).metadata();
  expect({ width, height, exif }).toEqual({ width: 2000, height: 1000, exif: undefined });
  expect(bytes.includes('Inventée')).toBe(false);
});

test('une légende tapée sous l’image est sa légende ; un nom de personne resté dans le texte se dit', async () => {
  const photo = await sharp({ create: { width: 400, height: 200, channels: 3, background: '#b8431c' } }).png().toBuffer();
  const body =
    SHEET +
    p('Auteur : Personne Inventée') +
    p('Levier : même lieu') +
    p('Texte.') +
    p(picture('i', 'Le préau.')) +
    p('Photo : le préau en juin.') +
    p('Personne Inventée, en octobre.');
  const text = await importing(body, { media: { i: { name: 'a.png', content: photo } } });
  expect(text).toMatch(/Légende d’une image.*Photo : le préau en juin\./);
  expect(text).toMatch(/Personne Inventée.*paraît encore dans le texte/);
  expect(await bodyOf('histoires/essai/index.md')).toContain('](./image-1.png)\n\nPhoto : le préau en juin.\n:::');
});
