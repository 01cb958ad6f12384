import { expect, test } from 'vitest';
import { REPORTERS } from '#src/checks/reporters/index.ts';
import { change, issuesOf, type Overlay, read } from './publication.ts';

const overlay: Overlay = {
  'histoires/port.md': change('  - meme-lieu', '  - meme-leiu'),
  'equipes/pole-du-port.yaml': (text) => text.replace('commune: "Brest"\n', ''),
  'outils/100% utile, ou : non.pdf': 'x',
};
const findings = async (put: Overlay) => ({
  contenu: await read(put),
  issues: await issuesOf(put),
  pathOf: (file: string) => `content/${file}`,
});

test('JSON : un seul document, des clés anglaises toujours là, des chemins depuis le dossier du projet', async () => {
  expect(REPORTERS.json(await findings(overlay))).toMatchInlineSnapshot(`
    "{
      "version": 1,
      "counts": {
        "errors": 2,
        "warnings": 1,
        "filesWithErrors": 2,
        "contentFiles": 7
      },
      "issues": [
        {
          "file": "content/equipes/pole-du-port.yaml",
          "line": 1,
          "column": 1,
          "field": "commune",
          "rule": "missing",
          "severity": "error",
          "message": "ce champ manque. Commune du lieu principal.",
          "read": null,
          "expected": "Commune du lieu principal.",
          "suggestion": null,
          "correctedLine": null,
          "addedLine": "commune: \\"…\\"",
          "addedWhere": "à la ligne 8"
        },
        {
          "file": "content/histoires/port.md",
          "line": 12,
          "column": 5,
          "field": "leviers, 1ᵉʳ élément",
          "rule": "reference",
          "severity": "error",
          "message": "« meme-leiu » n’existe pas dans vocabulaire/leviers.yaml. Vouliez-vous dire « meme-lieu » ?",
          "read": "meme-leiu",
          "expected": "vocabulaire/leviers.yaml",
          "suggestion": "meme-lieu",
          "correctedLine": "  - meme-lieu",
          "addedLine": null,
          "addedWhere": null
        },
        {
          "file": "content/outils/100% utile, ou : non.pdf",
          "line": 1,
          "column": 1,
          "field": null,
          "rule": "file-unused",
          "severity": "warning",
          "message": "aucun texte ne nomme ce fichier : il ne sera pas publié. Le nommer dans une fiche, ou le supprimer.",
          "read": null,
          "expected": null,
          "suggestion": null,
          "correctedLine": null,
          "addedLine": null,
          "addedWhere": null
        }
      ]
    }"
  `);
});

test('JSON : une publication juste donne une liste vide', async () => {
  expect(JSON.parse(REPORTERS.json(await findings({})))).toEqual({
    version: 1,
    counts: { errors: 0, warnings: 0, filesWithErrors: 0, contentFiles: 7 },
    issues: [],
  });
});

test('GitHub : une commande par faute, échappée selon ses règles', async () => {
  expect(REPORTERS.github(await findings(overlay))).toMatchInlineSnapshot(`
    "::error file=content/equipes/pole-du-port.yaml,line=1,col=1,title=commune::ce champ manque. Commune du lieu principal.%0AAjouter à la ligne 8 : commune: "…"
    ::error file=content/histoires/port.md,line=12,col=5,title=leviers%2C 1ᵉʳ élément::« meme-leiu » n’existe pas dans vocabulaire/leviers.yaml. Vouliez-vous dire « meme-lieu » ?%0AÉcrire :   - meme-lieu
    ::warning file=content/outils/100%25 utile%2C ou %3A non.pdf,line=1,col=1,title=file-unused::aucun texte ne nomme ce fichier : il ne sera pas publié. Le nommer dans une fiche, ou le supprimer.
    2 erreurs dans 2 fichiers, 1 avertissement"
  `);
});

test('GitHub : ce qui est écrit dans un fichier ne peut pas donner une commande', async () => {
  const text = REPORTERS.github(
    await findings({
      'histoires/port.md': change('scan: 2021', 'scan: 2021\n"a\\n::stop-commands::x": "\\r\\n::error::y"'),
    }),
  );
  expect(text).toContain('%0A::stop-commands');
  for (const line of text.split('\n')) expect(line).toMatch(/^::error file=|^\d+\u00A0erreurs? dans/);
});

test('GitLab : une empreinte qui ne dépend pas de la ligne, et deux fautes n’ont pas la même', async () => {
  expect(REPORTERS.gitlab(await findings(overlay))).toMatchInlineSnapshot(`
    "[
      {
        "description": "commune : ce champ manque. Commune du lieu principal.\\nAjouter à la ligne 8 : commune: \\"…\\"",
        "check_name": "missing",
        "fingerprint": "1d546025e3608037bd3791f1199e4d2db239357e6ea2ed5132ad92c6c8e4173a",
        "severity": "major",
        "location": {
          "path": "content/equipes/pole-du-port.yaml",
          "lines": {
            "begin": 1
          }
        }
      },
      {
        "description": "leviers, 1ᵉʳ élément : « meme-leiu » n’existe pas dans vocabulaire/leviers.yaml. Vouliez-vous dire « meme-lieu » ?\\nÉcrire :   - meme-lieu",
        "check_name": "reference",
        "fingerprint": "c60aaa2d49a2a0772bd7eafd6c7a6b8e12560bc5546985bc8738b998e3843f99",
        "severity": "major",
        "location": {
          "path": "content/histoires/port.md",
          "lines": {
            "begin": 12
          }
        }
      },
      {
        "description": "aucun texte ne nomme ce fichier : il ne sera pas publié. Le nommer dans une fiche, ou le supprimer.",
        "check_name": "file-unused",
        "fingerprint": "3931ee96d7b6bed5d1db505ed03313742dda6d5187ddcbbb22a9845bbd169db0",
        "severity": "minor",
        "location": {
          "path": "content/outils/100% utile, ou : non.pdf",
          "lines": {
            "begin": 1
          }
        }
      }
    ]"
  `);
  const prints = async (put: Overlay) =>
    (JSON.parse(REPORTERS.gitlab(await findings(put))) as { fingerprint: string }[]).map(
      ({ fingerprint }) => fingerprint,
    );
  const lower = { ...overlay, 'histoires/port.md': change('  - meme-lieu', '  # Plus bas.\n  - meme-leiu') };
  expect(await prints(lower)).toEqual(await prints(overlay));
  const twice = await prints({ 'histoires/port.md': change('(livret.md#mode-d-emploi)', '(a.md) [b](a.md)') });
  expect(new Set(twice).size).toBe(twice.length);
  expect(twice.length).toBeGreaterThan(1);
});
