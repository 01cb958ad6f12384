import { formatDate, parseDate } from '#src/domain/dates.ts';
import type { CheckContext } from '#src/checks/context.ts';
import { type ContentFile, filesOf, publicationOf } from '#src/checks/contenu.ts';
import { question } from '#src/checks/explain.ts';
import { valueAt } from '#src/checks/fields.ts';
import { type Issue, issueOfField } from '#src/checks/issues.ts';
import { nearest } from '#src/checks/nearest.ts';
import { fr, plural } from '#src/checks/text.ts';
import { lineWithValue, quoted } from '#src/checks/yaml-source.ts';

/** What two fields, or a field and a file's name, must say alike. */
export function checkCoherence({ contenu }: CheckContext): Issue[] {
  const covered = publicationOf(contenu)?.departements;
  return [
    ...filesOf(contenu, 'histoires').flatMap(visit),
    ...filesOf(contenu, 'equipes').flatMap((file) => department(covered, file)),
    ...filesOf(contenu, 'scans').flatMap(composition),
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
