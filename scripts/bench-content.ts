import { cp, glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { splitFrontmatter } from '#src/checks/frontmatter.ts';
import { writer } from './draws.ts';

/** Synthetic publications, with the vocabulary and the words of a real one. They never stand in `content/`. */

/** How many of each there are. */
export interface Counts {
  readonly histoires: number;
  readonly outils: number;
  readonly equipes: number;
}

type Writer = ReturnType<typeof writer>;

/** The words of a publication's texts, as often as they write them, without what looks like markup. */
async function wordsOf(content: string): Promise<string[]> {
  const words: string[] = [];
  for await (const file of glob('{histoires,outils,pages}/**/*.{md,mdx}', { cwd: content })) {
    const { body } = splitFrontmatter(await readFile(join(content, file), 'utf8'));
    words.push(...(body.replace(/\]\([^)]*\)|\{[^}]*\}|`[^`]*`|^:+\w+/gm, ' ').match(/\p{L}{2,}/gu) ?? []));
  }
  return words.map((word) => word.toLowerCase());
}

async function keysOf(content: string, list: string): Promise<string[]> {
  const text = await readFile(join(content, 'vocabulaire', `${list}.yaml`), 'utf8');
  return [...text.matchAll(/^([a-z0-9-]+):/gm)].map(([, key = '']) => key);
}

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** About 900 words: headings, paragraphs, a list, two notes, one link to a page and blocks when there are any. */
function body({ sentence }: Writer, links: readonly string[], blocks: readonly string[]): string {
  const paragraph = (words: number) =>
    Array.from({ length: Math.round(words / 15) }, () => `${upper(sentence(15))}.`).join(' ');
  const sections = Array.from({ length: 5 }, (_, index) => {
    const link = links[index];
    const block = blocks[index];
    return [
      `## ${upper(sentence(4))}`,
      `${paragraph(90)}${index < 2 ? `[^note-${index}]` : ''}`,
      block ? `${block}\n${paragraph(30)}\n:::` : paragraph(30),
      link ? `Voir [${sentence(3)}](${link}), puis **${sentence(2)}**.` : paragraph(15),
      index === 2 ? Array.from({ length: 4 }, () => `- ${upper(sentence(8))}.`).join('\n') : paragraph(45),
    ].join('\n\n');
  });
  const notes = [0, 1].map((index) => `[^note-${index}]: ${upper(sentence(12))}.`);
  return `\n${[...sections, ...notes].join('\n\n')}\n`;
}

/** Small teams, large teams: one to nine trades, one to eight people in each. */
function scan(equipe: string, { draw }: Writer, professions: readonly string[]): string {
  const kept = professions.filter(() => draw() < 0.4);
  const composition = (kept.length > 0 ? kept : professions.slice(0, 1))
    .slice(0, 9)
    .map((one) => `  - { profession: ${one}, nombre: ${1 + Math.floor(draw() * 8)} }`);
  return `equipe: ${equipe}
annee: 2025
composition:
${composition.join('\n')}
sites: [{ nom: Site principal }, { nom: Second site }]
stagiaires: { accueil: ${draw() < 0.5} }
usagers: { associes: ${draw() < 0.5} }
coordination: { personnes: ${1 + Math.floor(draw() * 3)} }
patients: ${500 + Math.floor(draw() * 9000)}
demonstration: true
brouillon: false
`;
}

/**
 * Writes a publication in `dir`: nothing of what was there stays.
 * @param source the publication whose identity, vocabulary and words it takes
 */
export async function writeContent(dir: string, source: string, counts: Counts): Promise<void> {
  await rm(dir, { recursive: true, force: true });
  await mkdir(dir, { recursive: true });
  for (const name of ['publication.yaml', 'vocabulaire'])
    await cp(join(source, name), join(dir, name), { recursive: true });
  const write = writer(await wordsOf(source), counts.histoires + counts.outils + counts.equipes);
  const [themes, leviers, freins, types, formes, professions] = await Promise.all(
    ['themes', 'leviers', 'freins', 'types-outils', 'formes', 'professions'].map((list) =>
      keysOf(source, list),
    ),
  );
  const put = async (path: string, text: string) => {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), text);
  };
  await put(
    'pages/comprendre.md',
    '---\ntitre: Comprendre\nresume: De quoi parle cette publication d’essai.\nemplacement: comprendre\nbrouillon: false\n---\n\nTout y est inventé.\n',
  );
  const equipe = (index: number) => `equipe-${index % counts.equipes}`;
  const outil = (index: number) => `outil-${index % Math.max(counts.outils, 1)}`;
  const histoire = (index: number) => `recit-${index % Math.max(counts.histoires, 1)}`;
  for (let index = 0; index < counts.equipes; index++) {
    const id = equipe(index);
    await put(
      `equipes/${id}.yaml`,
      `nom: Équipe d’essai ${index}
article: l'
forme: ${write.pick(formes ?? [])}
commune: Essai-sur-Mer
code_postal: "44000"
departement: "44"
creation: ${2000 + (index % 25)}
demonstration: true
brouillon: false
`,
    );
    await put(`scans/2025/${id}.yaml`, scan(id, write, professions ?? []));
  }
  for (let index = 0; index < counts.histoires; index++) {
    const month = String((index % 12) + 1).padStart(2, '0');
    const year = 2000 + Math.floor(index / 999);
    const levier = write.pick(leviers ?? []);
    const frein = write.pick(freins ?? []);
    const links = [`../outils/${outil(index + 1)}.md`, `${histoire(index + 1)}.md`];
    const blocks = [`:::levier{cle="${levier}"}`, `:::frein{cle="${frein}"}`, ':::conseil'];
    await put(
      `histoires/${histoire(index)}.md`,
      `---
titre: Récit d’essai ${index}
resume: ${upper(write.sentence(20))}.
reference: COORD/IC/${String((index % 999) + 1).padStart(3, '0')}/${month}${String(year).slice(2)}
equipe: ${equipe(index)}
rencontre: ${year}-${month}-01
publication: ${year}-${month}
scan: 2025
themes: [${write.pick(themes ?? [])}]
leviers: [${levier}]
freins: [${frein}]
outils: [${outil(index)}]
demonstration: true
brouillon: false
---
${body(write, links, blocks)}`,
    );
  }
  for (let index = 0; index < counts.outils; index++) {
    await put(
      `outils/${outil(index)}.md`,
      `---
titre: Outil d’essai ${index}
resume: ${upper(write.sentence(15))}.
type: ${write.pick(types ?? [])}
themes: [${write.pick(themes ?? [])}]
pour: [coordinateurs]
relecture: 2025-11
lien: https://exemple.example/outil-${index}
demonstration: true
brouillon: false
---
${body(write, [`../histoires/${histoire(index)}.md`, `${outil(index + 1)}.md`], [])}`,
    );
  }
}

/** Changes one word of one story, as an editor does. */
export async function changeOne(dir: string, turn: number): Promise<void> {
  const path = join(dir, 'histoires/recit-0.md');
  await writeFile(path, `${await readFile(path, 'utf8')}\nUne phrase de plus, la ${turn}ᵉ.\n`);
}
