import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Cost, measure } from './bench-run.ts';

/**
 * Two generators that publish the same Markdown files with the plainest template: no style, no list, no search, no
 * check. They tell what the machine can do, so that ratios hold from one machine to another.
 */

const ELEVENTY = { '@11ty/eleventy': '3.1.8', 'markdown-it-footnote': '4.0.0' };

/** A generator, or the reason why it is not measured. */
export interface Other {
  readonly name: string;
  readonly absent?: string;
  readonly run?: (texts: string, out: string) => Promise<Cost>;
}

/** Eleventy in a folder of its own: the project does not depend on it. */
async function eleventy(folder: string): Promise<Other> {
  const name = `Eleventy ${ELEVENTY['@11ty/eleventy']}`;
  const dir = join(folder, 'eleventy');
  const command = join(dir, 'node_modules/@11ty/eleventy/cmd.cjs');
  await mkdir(join(dir, 'site/_includes'), { recursive: true });
  await writeFile(join(dir, 'package.json'), JSON.stringify({ private: true, dependencies: ELEVENTY }));
  if (!existsSync(command)) {
    const { status } = spawnSync('npm install --no-audit --no-fund', { cwd: dir, shell: true });
    if (status !== 0) return { name, absent: 'npm could not install it' };
  }
  await writeFile(
    join(dir, 'site/_includes/page.njk'),
    '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{{ titre }}</title></head><body><main><h1>{{ titre }}</h1>{{ content | safe }}</main></body></html>\n',
  );
  await writeFile(
    join(dir, 'eleventy.config.mjs'),
    `import footnotes from 'markdown-it-footnote';
export default function (config) {
  config.addGlobalData('layout', 'page.njk');
  config.amendLibrary('md', (library) => library.use(footnotes));
  config.setQuietMode(true);
}
export const config = { markdownTemplateEngine: false, dir: { input: 'site', includes: '_includes' } };
`,
  );
  return {
    name,
    run: async (texts, out) => {
      await putTexts(texts, join(dir, 'site'));
      return measure('sh', ['-c', `cd ${dir} && exec node ${resolve(command)} --output=${resolve(out)}`]);
    },
  };
}

async function hugo(folder: string): Promise<Other> {
  const found = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  const [, version = ''] = /v([\d.]+)/.exec(found.stdout ?? '') ?? [];
  if (found.status !== 0) return { name: 'Hugo', absent: 'not installed (Debian: apt-get install hugo)' };
  const dir = join(folder, 'hugo');
  await mkdir(join(dir, 'layouts/_default'), { recursive: true });
  await writeFile(
    join(dir, 'layouts/_default/single.html'),
    '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{{ .Params.titre }}</title></head><body><main><h1>{{ .Params.titre }}</h1>{{ .Content }}</main></body></html>\n',
  );
  const unused = ['home', 'section', 'taxonomy', 'term', 'RSS', 'sitemap', 'robotsTXT', '404'];
  await writeFile(join(dir, 'config.json'), JSON.stringify({ baseURL: '/', disableKinds: unused }));
  return {
    name: `Hugo ${version}`,
    run: async (texts, out) => {
      await putTexts(texts, join(dir, 'content'));
      return measure('hugo', ['--quiet', '--source', dir, '--destination', resolve(out)]);
    },
  };
}

async function putTexts(texts: string, dir: string): Promise<void> {
  for (const kind of ['histoires', 'outils']) {
    await rm(join(dir, kind), { recursive: true, force: true });
    await cp(join(texts, kind), join(dir, kind), { recursive: true });
  }
}

/** @param folder where they may write */
export const others = async (folder: string): Promise<Other[]> => [
  await hugo(folder),
  await eleventy(folder),
];
