import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { checkContenu } from '#src/checks/index.ts';
import { type Contenu, readContenu } from '#src/checks/contenu.ts';
import type { Issue } from '#src/checks/issues.ts';
import { formatIssue } from '#src/checks/report.ts';

/** The day on which the wrong files are checked. */
export const DAY = '2026-03-01';

const term = (nom: string, more = '') => `  nom: "${nom}"\n${more}`;
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><path d="M0 0h4v3z"/></svg>\n';

/** The smallest publication that has one of everything and no fault. */
export const VALID: Readonly<Record<string, string>> = {
  'publication.yaml': `nom: "Le Carnet"
sous_titre: "L’expérience des équipes"
description: "Des récits et des outils."
adresse: "https://carnet.example"
organisation:
  nom: "Union"
  nom_complet: "Union des équipes"
  article: "l'"
region: "Bretagne"
dans_la_region: "en Bretagne"
de_la_region: "de Bretagne"
departements:
  "29": "Finistère"
  "2A": "Corse-du-Sud"
accueil:
  titre: "Ce que les équipes ont appris"
  chapeau: "Des récits, des outils."
equipes:
  singulier: "équipe"
  pluriel: "équipes"
  genre: f
formats:
  IC:
    nom: "Récit"
familles_de_codes:
  COORD: "Coordination"
licence_du_contenu:
  nom: "CC BY 4.0"
  adresse: "https://creativecommons.org/licenses/by/4.0/"
`,
  'histoires/port.md': `---
titre: "le Pôle du Port"
resume: "Une équipe raconte ses débuts."
reference: COORD/IC/012/1121
equipe: pole-du-port
rencontre: 2021-10-05
publication: 2021-11
scan: 2021
themes:
  - prevention
leviers:
  - meme-lieu
outils:
  - livret
photo:
  fichier: ./port.svg
  alternative: "Le port vu du ciel."
  credit: "Dessin de l’équipe"
brouillon: false
---

## Les débuts

Tout commence par [le livret](livret.md#mode-d-emploi), une note[^1] et [le glossaire](/glossaire/#rcp).

:::levier{cle="meme-lieu"}
Se croiser chaque jour.
:::

[^1]: Rendue publique.
`,
  'histoires/port.svg': SVG,
  'outils/livret.md': `---
titre: "Livret d’accueil"
resume: "Accueillir une personne nouvelle."
type: modele
themes: [prevention]
relecture: 2024-05
fichiers:
  - ./livret.csv
brouillon: false
---

## Mode d’emploi

Distribuer le livret le premier jour.
`,
  'outils/livret.csv': 'jour;geste\n',
  'equipes/pole-du-port.yaml': `nom: "Pôle du Port"
article: le
forme: msp
commune: "Brest"
code_postal: "29200"
departement: "29"
creation: 2007
brouillon: false
`,
  'scans/2021/pole-du-port.yaml': `equipe: pole-du-port
annee: 2021
composition:
  - profession: infirmier
    nombre: 3
    signataires: 2
brouillon: false
`,
  'regions/2023.yaml': `annee: 2023
date_des_donnees: 2023-12
source: "Rapport annuel"
equipes:
  constituees: 12
brouillon: false
`,
  'pages/a-propos.md': `---
titre: "À propos"
resume: "Qui écrit ici."
brouillon: false
---

Une page.
`,
  'pages/comprendre.md': `---
titre: "Comprendre"
resume: "De quoi parle ce carnet."
brouillon: false
---

Des équipes.
`,
  'vocabulaire/themes.yaml': `prevention:\n${term('Prévention')}acces-aux-soins:\n${term('Accès aux soins')}`,
  'vocabulaire/types-outils.yaml': `modele:\n${term('Modèle', '  pluriel: Modèles\n  pictogramme: modele\n')}`,
  'vocabulaire/familles.yaml': `soin:\n${term('Soin', '  court: soin\n  couleur: "#125A6B"\n  couleur_sombre: "#8FDFE6"\n')}`,
  'vocabulaire/professions.yaml': `infirmier:\n${term('infirmier', '  feminin: infirmière\n  pluriel: infirmiers\n  famille: soin\n')}masseur-kinesitherapeute:\n${term('masseur-kinésithérapeute', '  feminin: masseuse-kinésithérapeute\n  pluriel: masseurs-kinésithérapeutes\n  court: kiné\n  famille: soin\n')}`,
  'vocabulaire/formes.yaml': `msp:\n${term('maison de santé', '  court: maison\n  pluriel: maisons\n')}`,
  'vocabulaire/structures.yaml': `sisa:\n${term('SISA', '  pluriel: SISA\n  genre: f\n')}`,
  'vocabulaire/leviers.yaml': `meme-lieu:\n${term('Un même lieu')}valeurs-communes:\n${term('Des valeurs communes')}`,
  'vocabulaire/freins.yaml': `temps:\n${term('Manque de temps')}`,
  'vocabulaire/benefices.yaml': '# Aucun bénéfice encore.\n',
  'vocabulaire/motivations.yaml': '# Aucune motivation encore.\n',
  'vocabulaire/actions.yaml': '# Aucune action encore.\n',
  'vocabulaire/sigles.yaml': `rcp:\n  sigle: RCP\n  developpe: "Réunion de concertation"\n  definition: "Une réunion."\n`,
};

/** What is put over the valid publication: a whole file, a change of one, a link to another path, or nothing (removed). */
export type Overlay = Readonly<
  Record<string, string | Uint8Array | ((valid: string) => string) | { readonly link: string } | null>
>;

/** Changes one part of a valid file; the part must stand there. */
export const change =
  (from: string, to: string) =>
  (valid: string): string => {
    if (!valid.includes(from)) throw new Error(`not in the valid file: ${from}`);
    return valid.replace(from, () => to);
  };

/** Writes the valid publication with its overlay in a folder. */
export async function write(dir: string, overlay: Overlay): Promise<void> {
  for (const [path, put] of Object.entries({ ...VALID, ...overlay })) {
    if (put === null) continue;
    await mkdir(dirname(join(dir, path)), { recursive: true });
    if (typeof put === 'object' && 'link' in put) await symlink(put.link, join(dir, path));
    else await writeFile(join(dir, path), typeof put === 'function' ? put(VALID[path] ?? '') : put);
  }
}

/** Writes the valid publication with its overlay in a folder of its own, and reads it. */
export async function read(overlay: Overlay): Promise<Contenu> {
  const dir = await mkdtemp(join(tmpdir(), 'fautes-'));
  try {
    await write(dir, overlay);
    return await readContenu(dir);
  } finally {
    await rm(dir, { recursive: true });
  }
}

export async function issuesOf(overlay: Overlay): Promise<Issue[]> {
  return checkContenu(await read(overlay), DAY);
}

const ENGLISH =
  /\b(the|expected|received|invalid|required|must|string|number|boolean|object|array|undefined|null|nan|unrecognized|missing|error|file|value|is|are|of|too|small|big|at|least|most|option|input|key)\b/i;

/** Every problem as it is said, its rule in front; none may hold an English word. */
export async function faults(overlay: Overlay): Promise<string> {
  const issues = await issuesOf(overlay);
  for (const issue of issues) expect(issue.message).not.toMatch(ENGLISH);
  return issues.map((issue) => `[${issue.rule}] ${formatIssue(issue)}`).join('\n');
}
