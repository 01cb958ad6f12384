import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reportText } from '#src/checks/report.ts';
import { change, faults, issuesOf, read, VALID } from './publication.ts';

test('la plus petite publication juste ne donne aucun message', async () => {
  const contenu = await read({});
  expect(reportText(contenu, await issuesOf({}))).toMatchInlineSnapshot(`
    "Tout est en ordre : 1 récit, 1 outil, 1 équipe, 1 Scan’équipe, 1 année de
    chiffres et 2 pages."
  `);
  expect(contenu.files.every((file) => file.value !== undefined)).toBe(true);
});

test('la marque d’ordre des octets et les fins de ligne de Windows sont acceptées', async () => {
  const windows = Object.fromEntries(
    Object.entries(VALID).map(([path, text]) => [path, `\uFEFF${text.replaceAll('\n', '\r\n')}`]),
  );
  expect(await faults(windows)).toBe('');
});

test('les noms avec des espaces et des accents sont acceptés, et leur adresse est dite', async () => {
  const overlay = {
    'pages/a-propos.md': null,
    'pages/Qui écrit ici.md': VALID['pages/a-propos.md'] ?? '',
    'histoires/port.svg': null,
    'histoires/Vue du port.svg': VALID['histoires/port.svg'] ?? '',
    'histoires/port.md': change('./port.svg', '"./Vue du port.svg"'),
  };
  expect(await faults(overlay)).toBe('');
  expect(reportText(await read(overlay), [])).toMatchInlineSnapshot(`
    "pages/Qui écrit ici.md aura pour adresse /qui-ecrit-ici/

    Tout est en ordre : 1 récit, 1 outil, 1 équipe, 1 Scan’équipe, 1 année de
    chiffres et 2 pages."
  `);
});

test('un code postal de Corse ou d’outre-mer suit ses propres règles', async () => {
  const corse = change('code_postal: "29200"\ndepartement: "29"', 'code_postal: "20000"\ndepartement: "2A"');
  expect(await faults({ 'equipes/pole-du-port.yaml': corse })).toBe('');
});

test('un brouillon peut mener à un brouillon, et à une page à paraître', async () => {
  expect(
    await faults({
      'histoires/port.md': change('brouillon: false', 'brouillon: true'),
      'outils/livret.md': change('brouillon: false', 'brouillon: true'),
    }),
  ).toBe('');
});

test('une faute dans un fichier n’en fait pas trouver dans les autres', async () => {
  const issues = await issuesOf({
    'vocabulaire/leviers.yaml': 'a: "x\nb: 1\n',
    'equipes/pole-du-port.yaml': 'nom: "x\nb: 1\n',
  });
  expect(new Set(issues.map(({ file }) => file))).toEqual(
    new Set(['equipes/pole-du-port.yaml', 'vocabulaire/leviers.yaml']),
  );
});

test('un champ « brouillon » mal écrit ne rend pas fautifs les textes qui mènent à la page', async () => {
  const issues = await issuesOf({ 'outils/livret.md': change('brouillon: false', 'brouillon: non') });
  expect(issues.map(({ file, line, rule }) => [file, line, rule])).toEqual([['outils/livret.md', 9, 'type']]);
});

test('chaque règle a son fichier fautif', async () => {
  const rules = new Set<string>();
  const sources = (await readdir('src/checks', { recursive: true })).filter((path) => path.endsWith('.ts'));
  for (const path of [...sources.map((name) => join('src/checks', name)), 'src/markdown/problems.ts']) {
    const text = await readFile(path, 'utf8');
    const pattern = path.endsWith('problems.ts')
      ? /^ {2}\| '([a-z0-9-]+)'/gm
      : /rule: '([a-z0-9-]+)'|^ {2}'([a-z-]+)',$/gm;
    for (const [, rule] of text.matchAll(pattern)) if (rule) rules.add(rule);
  }
  const names = (await readdir('tests/fautes')).filter((name) => name.endsWith('.test.ts'));
  const tests = [...names.map((name) => join('tests/fautes', name)), 'src/checks/explain.test.ts'];
  const pinned = (await Promise.all(tests.map((path) => readFile(path, 'utf8')))).join('\n');
  expect([...rules].filter((rule) => !pinned.includes(`[${rule}]`))).toEqual([]);
});
