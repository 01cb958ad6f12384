import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Folder of a finished site that holds a kind of sheet, and what the content and the PDF files call that kind. */
const KINDS = { histoires: 'histoires', 'boite-a-outils': 'outils', equipes: 'equipes' } as const;

/** A page that is printed: a story, a tool or a team. */
export interface Sheet {
  readonly kind: (typeof KINDS)[keyof typeof KINDS];
  readonly id: string;
  /** Permanent address, whole. */
  readonly address: string;
  /** A digest of the page and of what gives it its looks. */
  readonly key: string;
}

/** « histoires/pole-sante-clisson ». */
export const nameOf = ({ kind, id }: Pick<Sheet, 'kind' | 'id'>): string => `${kind}/${id}`;

/** What a sheet's page holds and no other has: its own address, as a QR code. */
const MARK = 'class="papier sur-papier"';

/** A digest of what every page is printed with: this folder's code, the style sheets, the tale's fonts. */
async function looksOf(site: string): Promise<string> {
  const hash = createHash('sha256');
  const code = globSync('*.ts', { cwd: import.meta.dirname }).filter((name) => !name.endsWith('.test.ts'));
  for (const name of code.toSorted()) hash.update(await readFile(join(import.meta.dirname, name)));
  const files = await Array.fromAsync(glob(['ressources/*.css', 'polices/*'], { cwd: site }));
  for (const name of files.toSorted()) hash.update(await readFile(join(site, name)));
  return hash.digest('hex');
}

/**
 * The sheets of a finished site: stories, tools, teams, each kind by name. None when there is no site.
 * The names of pictures and text fonts are digests, so that a page's digest holds them.
 */
export async function readSheets(site: string): Promise<Sheet[]> {
  const looks = await looksOf(site);
  const sheets: Sheet[] = [];
  for (const [folder, kind] of Object.entries(KINDS)) {
    const files = await Array.fromAsync(glob(`${folder}/*/index.html`, { cwd: site }));
    for (const file of files.toSorted()) {
      const html = await readFile(join(site, file), 'utf8');
      const address = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
      if (address === undefined || !html.includes(MARK)) continue;
      const key = createHash('sha256').update(looks).update(html).digest('hex').slice(0, 32);
      sheets.push({ kind, id: basename(dirname(file)), address, key });
    }
  }
  return sheets;
}
