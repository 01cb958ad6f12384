import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

/** An invented publication and the changes that an editor makes in it, one of each kind. */

const story = (rank: number, titre: string, fields: string, text: string): string => `---
titre: ${titre}
resume: Un récit inventé, le numéro ${rank}.
reference: LECT/RC/${100 + rank}/0625
equipe: la-vigie
rencontre: 2025-05-${10 + (rank % 20)}
scan: 2025
publication: 2025-06
themes: [accueil-du-public]
leviers: [horaires-larges]
${fields}demonstration: true
brouillon: false
---

## Le début

:::levier{cle="horaires-larges"}
Ouvrir tôt.
:::

${text}
`;

const picture = (path: string, background: string, width: number) =>
  sharp({ create: { width, height: 600, channels: 3, background } })
    .png()
    .toFile(path);

/** The page that no change concerns, once every page has been made anew. */
export const UNTOUCHED = 'boite-a-outils/carnet-de-bord/index.html';

/** Writes the publication as it is first built. */
export async function writeFirst(content: string): Promise<void> {
  cpSync('tests/autre-publication', content, { recursive: true });
  const put = (path: string, text: string) => writeFileSync(join(content, 'histoires', path), text);
  for (const folder of ['photo', 'plan']) mkdirSync(join(content, 'histoires', folder));
  await picture(join(content, 'histoires/photo/photo.png'), '#a00', 900);
  await picture(join(content, 'histoires/plan/plan.png'), '#0a0', 900);
  const photo = 'photo:\n  fichier: ./photo.png\n  alternative: Un aplat.\n  credit: La Criée\n';
  put('texte.md', story(1, 'Le texte', '', 'Voir [l’affiche](../outils/affiche-horaires.md).'));
  put('photo/index.md', story(2, 'La photo', photo, 'Rien de plus.'));
  put(
    'plan/index.md',
    story(3, 'Le plan', '', ':::figure{credit="La Criée"}\n![Un aplat.](./plan.png)\n\nUn plan.\n:::'),
  );
  put('titre.md', story(4, 'Le titre', 'outils: [affiche-horaires]\n', 'Rien de plus.'));
  put('ancien-nom.md', story(5, 'Le nom', '', 'Rien de plus.'));
  put('retire.md', story(6, 'Le retrait', '', 'Rien de plus.'));
  // With those above, more than a page of a list holds.
  for (let rank = 7; rank <= 26; rank++)
    put(`suite-${rank}.md`, story(rank, `La suite ${rank}`, '', 'Rien de plus.'));
  const tool = readFileSync(join(content, 'outils/affiche-horaires.md'), 'utf8');
  const other = tool
    .replace('Affiche des horaires', 'Carnet de bord')
    .replace('accueil-du-public', 'animations')
    .replace('fichiers: [./fichiers/horaires.txt]', 'lien: https://carnet.example/')
    .replace(/## À quoi[^]*/, 'Rien de plus.\n');
  writeFileSync(join(content, 'outils/carnet-de-bord.md'), other);
}

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${path} : ${from}`);
  writeFileSync(path, text.replace(from, to));
}

/** What every page shows, or may show: any text may have a link to a page that moves or goes. */
export function changeShared(content: string): void {
  // On every page, and in no picture: these would all be drawn again.
  edit(join(content, 'publication.yaml'), 'nom: CC0', 'nom: CC0 1.0');
  edit(join(content, 'vocabulaire/leviers.yaml'), 'Des horaires larges', 'Des horaires très larges');
  edit(join(content, 'vocabulaire/sigles.yaml'), 'Prêt inter-lieux', 'Prêt entre lieux');
  renameSync(join(content, 'histoires/ancien-nom.md'), join(content, 'histoires/nouveau-nom.md'));
  rmSync(join(content, 'histoires/retire.md'));
}

/** What some pages show. */
export async function changeSome(content: string): Promise<void> {
  const at = (path: string) => join(content, path);
  edit(at('histoires/texte.md'), 'Ouvrir tôt', 'Ouvrir très tôt');
  await picture(at('histoires/photo/photo.png'), '#00a', 900);
  await picture(at('histoires/plan/plan.png'), '#aa0', 700);
  edit(at('histoires/titre.md'), 'Le titre', 'Un autre titre');
  edit(at('outils/affiche-horaires.md'), 'relecture: 2025-11', 'relecture: 2025-10\npublication: 2025-10');
  writeFileSync(at('outils/fichiers/horaires.txt'), 'Ouvert. '.repeat(900));
  edit(at('scans/2025/le-phare.yaml'), 'patients: ', 'patients: 1');
  edit(at('equipes/la-vigie.yaml'), 'Roche-Inventée', 'Rocher-Inventé');
}
