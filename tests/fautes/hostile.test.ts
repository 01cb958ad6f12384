import { execFileSync } from 'node:child_process';
import { glob, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkContenu } from '#src/checks/index.ts';
import { readContenu } from '#src/checks/contenu.ts';
import { reportText } from '#src/checks/report.ts';
import { fromMarkdown, fromMdx } from '#src/markdown/testing.ts';
import { BYTES, FIELDS, type Hostile, NAMES, story, YAML } from './hostile-inputs.ts';
import { HTML, IMAGES, MARKDOWN, MDX } from './hostile-texts.ts';
import { change, DAY, faults, issuesOf, type Overlay, VALID, write } from './publication.ts';

/** No input may keep the one who checks waiting longer. */
const PATIENCE = 10_000;

/** The rules of what is told, in French and in a few seconds, whatever was written. */
async function rulesTold(overlay: Overlay): Promise<string> {
  const start = performance.now();
  const issues = await issuesOf(overlay);
  expect(performance.now() - start).toBeLessThan(PATIENCE);
  for (const { message } of issues) expect(message.length).toBeLessThan(2000);
  return [...new Set(issues.map(({ rule }) => rule))].join(' ');
}

const CASES: readonly (readonly [string, readonly Hostile[]])[] = [
  ['YAML', YAML],
  ['octets', BYTES],
  ['champ', FIELDS],
  ['nom de fichier', NAMES],
  ['image', IMAGES],
];

test.each(CASES.flatMap(([kind, list]) => list.map(([name, overlay, told]) => ({ kind, name, overlay, told }))))(
  '$kind hostile : $name',
  async ({ overlay, told }) => {
    const rules = await rulesTold(overlay);
    if (told === 'rien') expect(rules).toBe('');
    else expect(rules).toMatch(told);
  },
  2 * PATIENCE,
);

/** What would run, load or be sent in a reader's browser. */
const HARMFUL =
  /<(script|iframe|object|embed|style|link|meta|base|form|input|button|svg|math|template)\b|<[^>]*\s(on\w+|style|srcdoc|formaction)\s*=|(href|src)\s*=\s*"?\s*(javascript|data|vbscript|file):|<!--/i;

test.each([...HTML, ...MARKDOWN].map(([name, text, told]) => ({ name, text, told })))(
  'Markdown hostile : $name',
  async ({ text, told }) => {
    expect(await rulesTold(story(text))).toMatch(told);
    const start = performance.now();
    expect(fromMarkdown(text)).not.toMatch(HARMFUL);
    expect(performance.now() - start).toBeLessThan(PATIENCE);
  },
  3 * PATIENCE,
);

test.each(MDX.map(([name, text, told]) => ({ name, text, told })))('MDX hostile : $name', async ({ text, told }) => {
  const page = (VALID['pages/a-propos.md'] ?? '').replace('Une page.', () => text);
  const rules = await rulesTold({ 'pages/a-propos.md': null, 'pages/a-propos.mdx': page });
  expect(rules).toMatch(told);
  // What the parser refuses is never built: the check stops the build. What it takes holds nothing that runs.
  if (!rules.includes('mdx-syntax')) expect(fromMdx(text)).not.toMatch(HARMFUL);
});

test('ce qui est écrit dans un champ est toujours échappé : peu de composants publient du HTML, et il est assaini', async () => {
  const raw: string[] = [];
  for await (const path of glob('src/**/*.astro'))
    if ((await readFile(path, 'utf8')).includes('set:html')) raw.push(path);
  // Texts that went through `sanitise`, pictograms of npm packages, and JSON-LD, whose « < » are escaped.
  expect(raw.sort()).toEqual([
    'src/components/Icone.astro',
    'src/components/ListeOutils.astro',
    'src/components/PassageCite.astro',
    'src/components/Texte.astro',
    'src/layouts/SiteLayout.astro',
  ]);
});

test('une clé de vocabulaire nommée comme une propriété d’objet n’existe pas', async () => {
  const text = await faults({ 'histoires/port.md': change('  - prevention', '  - constructor') });
  expect(text).toMatch(/^\[reference\] histoires\/port\.md:10:5 .*constructor/);
});

async function checked(prepare: (dir: string) => unknown): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'hostile-'));
  try {
    await write(dir, {});
    await prepare(dir);
    const start = performance.now();
    const contenu = await readContenu(dir);
    const text = reportText(contenu, checkContenu(contenu, DAY), { day: DAY });
    expect(performance.now() - start).toBeLessThan(PATIENCE);
    return text;
  } finally {
    await rm(dir, { recursive: true });
  }
}

test('un tube nommé comme un texte ou une image n’est pas lu : personne n’attend ce qui n’en sortira pas', async () => {
  const text = await checked((dir) =>
    execFileSync('mkfifo', [join(dir, 'pages/tube.md'), join(dir, 'histoires/tube.png')]),
  );
  expect(text).toMatch(/pages\/tube\.md\n.*\n {4}Ce fichier ne peut pas être lu/);
  expect(text).toMatch(/histoires\/tube\.png\n.*\n {4}Ce fichier ne peut pas être lu/);
});

test(
  'dix mille fichiers dans un dossier',
  async () => {
    const text = await checked(async (dir) => {
      for (let index = 0; index < 10_000; index += 1)
        await writeFile(join(dir, `pages/page-${index}.md`), VALID['pages/a-propos.md'] ?? '');
    });
    expect(text).toContain('10\u202F002\u00A0pages');
  },
  3 * PATIENCE,
);
