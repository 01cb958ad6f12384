import { parseDate } from '#src/domain/dates.ts';
import type { CheckContext } from '#src/checks/context.ts';
import { type ContentFile, type Contenu, filesOf } from '#src/checks/contenu.ts';
import { valueAt } from '#src/checks/fields.ts';
import { type Issue, issueOfField } from '#src/checks/issues.ts';
import { either, fr, type Path } from '#src/checks/text.ts';
import { fieldToAdd } from '#src/checks/yaml-additions.ts';
import { lineWithValue, yamlText } from '#src/checks/yaml-source.ts';

/** A scan bears the year of its folder and the team of its name, and each story has the one that it stands on. */
export function checkScans(context: CheckContext): Issue[] {
  const { contenu } = context;
  const years = scanYears(contenu);
  return [
    ...filesOf(contenu, 'histoires').flatMap((file) => scanOfStory(context, years, file)),
    ...filesOf(contenu, 'scans').flatMap((file) => scanName(context, file)),
    ...filesOf(contenu, 'regions').flatMap(regionYear),
  ];
}

interface Asked {
  readonly equipe: string;
  readonly annee: number;
  /** The field that says the year. */
  readonly path: Path;
}

/** The answers that a story shows: those of its field « scan », or of the year of the visit. */
export function scanAsked({ data }: ContentFile): Asked | undefined {
  const equipe = valueAt(data, ['equipe']);
  const written = valueAt(data, ['scan']);
  const annee = written ?? parseDate(String(valueAt(data, ['rencontre']) ?? ''))?.year;
  if (typeof equipe !== 'string' || typeof annee !== 'number') return undefined;
  return { equipe, annee, path: [written === undefined ? 'rencontre' : 'scan'] };
}

/** Years of the scans of each team. */
function scanYears(contenu: Contenu): Map<string, string[]> {
  const years = new Map<string, string[]>();
  for (const { id } of filesOf(contenu, 'scans')) {
    const [folder = '', team = ''] = id.split('/');
    years.set(team, [...(years.get(team) ?? []), folder]);
  }
  return years;
}

function scanOfStory({ index }: CheckContext, scans: Map<string, string[]>, file: ContentFile): Issue[] {
  const asked = scanAsked(file);
  if (!asked || !index.byKey.has(`equipes/${asked.equipe}`)) return [];
  const { equipe, annee, path } = asked;
  const years = scans.get(equipe) ?? [];
  if (years.includes(String(annee))) return [];
  const choice =
    years.length === 0
      ? fr`Créer le fichier scans/${annee}/${equipe}.yaml.`
      : fr`Cette équipe a répondu en ${either(years, 'et')} : l'écrire dans le champ « scan ».`;
  const only = years.length === 1 ? years[0] : undefined;
  const remedy =
    only === undefined
      ? {}
      : path[0] === 'scan'
        ? { correctedLine: lineWithValue(file.yaml, path, only) }
        : fieldToAdd(file.yaml, [], `scan: ${only}`);
  return [
    issueOfField(file, path, {
      rule: 'scan-missing',
      read: String(annee),
      expected: years.join(', '),
      message: fr`il n'y a pas de Scan'équipe ${annee} pour « ${equipe} », et la fiche d'identité du récit en a besoin. ${choice}`,
      ...remedy,
    }),
  ];
}

/** A field that repeats a part of the file's path, when it says something else. */
function unlike(file: ContentFile, field: string, right: string): string | undefined {
  const written = valueAt(file.data, [field]);
  if (written === undefined || written === null || typeof written === 'object') return undefined;
  return String(written) === right ? undefined : String(written);
}

/** Which of the two is wrong, the author alone knows: a line ready to copy would choose in their place. */
function wrongYear(file: ContentFile, right: string, move: (annee: string) => string): Issue[] {
  const read = unlike(file, 'annee', right);
  // A year that cannot be is told by its field.
  if (read === undefined || !/^(19|20)\d\d$/.test(read)) return [];
  const message = fr`ce fichier est rangé en ${right}, mais il dit ${read}. Si ses chiffres sont de ${read}, le renommer en ${move(read)} ; s'ils sont de ${right}, corriger cette année.`;
  return [issueOfField(file, ['annee'], { rule: 'file-name', read, expected: right, message })];
}

function regionYear(file: ContentFile): Issue[] {
  return wrongYear(file, file.id, (annee) => `regions/${annee}.yaml`);
}

function scanName({ index }: CheckContext, file: ContentFile): Issue[] {
  const [folder = '', name = ''] = file.id.split('/');
  const year = wrongYear(file, folder, (annee) => `scans/${annee}/${name}.yaml`);
  const read = unlike(file, 'equipe', name);
  if (read === undefined) return year;
  const isTeam = (id: string) => index.byKey.has(`equipes/${id}`);
  if (isTeam(read) && !isTeam(name)) {
    const right = `scans/${folder}/${read}.yaml`;
    const message = fr`ces réponses sont celles de « ${read} », mais le fichier porte un autre nom. Le renommer en ${right}.`;
    return [
      ...year,
      issueOfField(file, ['equipe'], {
        rule: 'file-name',
        read,
        expected: right,
        suggestion: right,
        message,
      }),
    ];
  }
  // Neither is a team: the reference says so, and how to mend it.
  if (!isTeam(name)) return year;
  const message = fr`« ${read} » n'est pas le nom du fichier, qui est « ${name} ». Corriger l'un ou l'autre.`;
  return [
    ...year,
    issueOfField(file, ['equipe'], {
      rule: 'file-name',
      read,
      expected: name,
      suggestion: name,
      message,
      correctedLine: isTeam(read) ? undefined : lineWithValue(file.yaml, ['equipe'], yamlText(name)),
    }),
  ];
}
