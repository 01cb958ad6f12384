import { spawnSync } from 'node:child_process';
import { cp, glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { benchScan } from './bench-scan.ts';
import { benchSearch } from './bench-search.ts';

/**
 * Measures the check and the cold build of the publication and of synthetic ones, on this machine, in one run;
 * `npm run bench -- scan 100 2000` measures the infographics, `npm run bench -- search 250 2500` the search.
 */

const [WHAT, ...REST] = process.argv.slice(2);
const NAMED = WHAT === 'scan' || WHAT === 'search';
const SIZES = (NAMED ? REST : process.argv.slice(2)).map(Number).filter(Boolean);
const FOLDER = '.cache/bench';

/** The fixture publication with `size` stories made from its own, outside `content/`. */
async function synthetic(size: number): Promise<string> {
  const dir = join(FOLDER, `contenu-${size}`);
  await rm(dir, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  await cp('tests/autre-publication', dir, { recursive: true });
  const story = (await readFile(join(dir, 'histoires/le-phare/index.mdx'), 'utf8'))
    .replace(/photo:\n( {2}.*\n)+/, '')
    .replace(/anciennes_adresses:\n.*\n/, '')
    .replace(/<(\/?)(Levier|Frein|Conseil)([^>]*)>/g, (_, close: string, name: string, attributes: string) =>
      close ? ':::' : `:::${name.toLowerCase()}${attributes.trim() ? `{${attributes.trim()}}` : ''}`,
    );
  const paragraph = `${'Ouvrir tôt, fermer tard, et noter ce que l’on apprend en chemin. '.repeat(12)}\n\n`;
  for (let index = 0; index < size; index++) {
    const month = String((index % 12) + 1).padStart(2, '0');
    const year = 2000 + Math.floor(index / 999);
    const code = `LECT/RC/${String(index % 999).padStart(3, '0')}/${month}${String(year).slice(2)}`;
    const text = story
      .replace('LECT/RC/001/0625', code)
      .replace('rencontre: 2025-05-18', `rencontre: ${year}-${month}-01\nscan: 2025`)
      .replace('publication: 2025-06', `publication: ${year}-${month}`)
      .replace('Le Phare ouvre le dimanche', `Récit numéro ${index}`);
    await writeFile(join(dir, 'histoires', `recit-${index}.md`), text + '\n' + paragraph.repeat(5));
  }
  return dir;
}

function run(script: string, contentDir: string): number {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
    env: { ...process.env, CONTENT_DIR: contentDir, OUT_DIR: join(FOLDER, 'site') },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${script} (${contentDir})\n${stdout}\n${stderr}`);
  return (performance.now() - start) / 1000;
}

const french = (value: number) => value.toLocaleString('fr-FR', { maximumFractionDigits: 1 });
async function benchBuild(): Promise<void> {
  console.log(`${cpus().length} cœurs, ${cpus()[0]?.model ?? ''}, Node ${process.versions.node}`);
  console.log('publication | contrôle (s) | construction à froid (s) | rapport');
  for (const size of [0, ...(SIZES.length > 0 ? SIZES : [250])]) {
    const dir = size === 0 ? 'content' : await synthetic(size);
    const check = run('scripts/verifier.ts', dir);
    for await (const cache of glob('.cache/astro-*')) await rm(cache, { recursive: true });
    const build = run('scripts/build.ts', dir);
    console.log(
      `${size === 0 ? 'content' : `${size} récits`} | ${french(check)} | ${french(build)} | × ${french(build / check)}`,
    );
  }
}

if (WHAT === 'scan') await benchScan(SIZES);
else if (WHAT === 'search') await benchSearch(SIZES.length > 0 ? SIZES : [250, 2500, 10_000]);
else await benchBuild();
