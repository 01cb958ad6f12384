import { formatDate, parseDate } from '#src/domain/dates.ts';
import type { CheckContext } from '#src/checks/context.ts';
import { type ContentFile, type Contenu, filesOf, publicationOf } from '#src/checks/contenu.ts';
import { question } from '#src/checks/explain.ts';
import { valueAt } from '#src/checks/fields.ts';
import { type Issue, issueOfField } from '#src/checks/issues.ts';
import { nearest } from '#src/checks/nearest.ts';
import { either, fr, plural } from '#src/checks/text.ts';
import { lineWithValue, quoted, yamlText } from '#src/checks/yaml-source.ts';

/** What two fields, or a field and a file's name, must say alike. */
export function checkCoherence(context: CheckContext): Issue[] {
  const { contenu } = context;
  const covered = publicationOf(contenu)?.departements;
  const years = scanYears(contenu);
  return [
    ...filesOf(contenu, 'histoires').flatMap((file) => [
      ...visit(file),
      ...scanOfStory(context, years, file),
    ]),
    ...filesOf(contenu, 'equipes').flatMap((file) => department(covered, file)),
    ...filesOf(contenu, 'scans').flatMap((file) => [...scanName(file), ...composition(file)]),
    ...filesOf(contenu, 'regions').flatMap((file) => sameAsName(file, 'annee', file.id, 'du fichier')),
  ];
}

function visit(file: ContentFile): Issue[] {
  const rencontre = parseDate(String(valueAt(file.data, ['rencontre']) ?? ''));
  const publication = parseDate(String(valueAt(file.data, ['publication']) ?? ''));
  if (!rencontre || !publication || rencontre.iso.slice(0, publication.iso.length) <= publication.iso)
    return [];
  const message = fr`la visite (${formatDate(rencontre.iso)}) vient après la publication (${formatDate(publication.iso)}). Corriger l'une des deux dates.`;
  return [issueOfField(file, ['rencontre'], { rule: 'visit-after', read: rencontre.iso, message })];
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
  const equipe = valueAt(file.data, ['equipe']);
  const written = valueAt(file.data, ['scan']);
  const visited = parseDate(String(valueAt(file.data, ['rencontre']) ?? ''))?.year;
  const annee = written ?? visited;
  if (typeof equipe !== 'string' || typeof annee !== 'number') return [];
  if (!index.byKey.has(`equipes/${equipe}`)) return [];
  const years = scans.get(equipe) ?? [];
  if (years.includes(String(annee))) return [];
  const path = written === undefined ? ['rencontre'] : ['scan'];
  const choice =
    years.length === 0
      ? fr`Créer le fichier scans/${annee}/${equipe}.yaml.`
      : fr`Cette équipe a répondu en ${either(years, 'et')} : l'écrire dans le champ « scan ».`;
  return [
    issueOfField(file, path, {
      rule: 'scan-missing',
      read: String(annee),
      expected: years.join(', '),
      message: fr`il n'y a pas de Scan'équipe ${annee} pour « ${equipe} », et la fiche d'identité du récit en a besoin. ${choice}`,
      ...(years.length === 1 && years[0] !== undefined
        ? written === undefined
          ? { addedLine: `scan: ${years[0]}` }
          : { correctedLine: lineWithValue(file.yaml, path, years[0]) }
        : {}),
    }),
  ];
}

function department(covered: Readonly<Record<string, string>> | undefined, file: ContentFile): Issue[] {
  const issues: Issue[] = [];
  const departement = valueAt(file.data, ['departement']);
  const postal = valueAt(file.data, ['code_postal']);
  if (typeof departement !== 'string') return [];
  if (covered && !Object.hasOwn(covered, departement)) {
    const byName = Object.entries(covered).map(([word, name]) => ({ word, names: [name] }));
    const fromPostal = Object.keys(covered).find(
      (number) => typeof postal === 'string' && belongs(postal, number),
    );
    const suggestion = fromPostal ?? nearest(departement, byName);
    issues.push(
      issueOfField(file, ['departement'], {
        rule: 'department',
        read: departement,
        expected: Object.keys(covered).join(', '),
        suggestion,
        message: fr`le département « ${departement} » n'est pas dans « departements » de publication.yaml.${question(suggestion)}`,
        correctedLine: suggestion && lineWithValue(file.yaml, ['departement'], quoted(suggestion)),
      }),
    );
  } else if (typeof postal === 'string' && /^\d{5}$/.test(postal) && !belongs(postal, departement)) {
    issues.push(
      issueOfField(file, ['code_postal'], {
        rule: 'postal-code',
        read: postal,
        // A few communes are served by the post office of the next département.
        severity: 'avertissement',
        message: fr`le code postal « ${postal} » ne commence pas comme le département « ${departement} ». Vérifier l'un et l'autre.`,
      }),
    );
  }
  return issues;
}

/** Corsica shares 20; overseas départements have three digits; two islands kept Guadeloupe's codes. */
const POSTAL_STARTS: Readonly<Record<string, RegExp>> = {
  '2A': /^20[01]/,
  '2B': /^20[26]/,
  '977': /^97(7|133)/,
  '978': /^97(8|150)/,
};

/** Whether a postal code is one of a département. */
export function belongs(postal: string, departement: string): boolean {
  return POSTAL_STARTS[departement]?.test(postal) ?? postal.startsWith(departement);
}

function sameAsName(file: ContentFile, field: string, right: string, what: string): Issue[] {
  const written = valueAt(file.data, [field]);
  if (written === undefined || typeof written === 'object' || String(written) === right) return [];
  return [
    issueOfField(file, [field], {
      rule: 'file-name',
      read: String(written),
      expected: right,
      suggestion: right,
      message: fr`« ${String(written)} » n'est pas le nom ${what}, qui est « ${right} ». Corriger l'un ou l'autre.`,
      correctedLine: lineWithValue(file.yaml, [field], yamlText(right).replace(/^"(\d{4})"$/, '$1')),
    }),
  ];
}

function scanName(file: ContentFile): Issue[] {
  const [folder = '', name = ''] = file.id.split('/');
  return [
    ...sameAsName(file, 'annee', folder, 'du dossier'),
    ...sameAsName(file, 'equipe', name, 'du fichier'),
  ];
}

function composition(file: ContentFile): Issue[] {
  const rows = valueAt(file.data, ['composition']);
  if (!Array.isArray(rows)) return [];
  const issues: Issue[] = [];
  const first = new Map<unknown, number>();
  for (const index of rows.keys()) {
    const path = ['composition', index];
    const profession = valueAt(file.data, [...path, 'profession']);
    const earlier = first.get(profession);
    if (earlier === undefined) first.set(profession, index);
    else if (typeof profession === 'string') {
      const message = fr`« ${profession} » est déjà compté au ${earlier + 1}${earlier === 0 ? 'ᵉʳ' : 'ᵉ'} élément. Réunir les deux lignes et additionner les nombres.`;
      issues.push(
        issueOfField(file, [...path, 'profession'], { rule: 'profession-twice', read: profession, message }),
      );
    }
    const nombre = valueAt(file.data, [...path, 'nombre']);
    const signataires = valueAt(file.data, [...path, 'signataires']);
    if (typeof nombre === 'number' && typeof signataires === 'number' && signataires > nombre) {
      const message = fr`${plural(signataires, 'signataire')} pour ${plural(nombre, 'personne')} : il ne peut y en avoir plus que de personnes.`;
      issues.push(
        issueOfField(file, [...path, 'signataires'], {
          rule: 'signatories',
          read: String(signataires),
          message,
        }),
      );
    }
  }
  return issues;
}
