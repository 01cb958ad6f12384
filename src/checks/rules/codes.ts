import { parseDate } from '#src/domain/dates.ts';
import { codeMonthYear, parseReferenceCode } from '#src/domain/reference-code.ts';
import type { CheckContext } from '#src/checks/context.ts';
import { type ContentFile, filesOf, publicationOf } from '#src/checks/contenu.ts';
import { question } from '#src/checks/explain.ts';
import { valueAt } from '#src/checks/fields.ts';
import { type Issue, issueOfField } from '#src/checks/issues.ts';
import { nearest } from '#src/checks/nearest.ts';
import { either, fr } from '#src/checks/text.ts';
import { lineWithValue, yamlText } from '#src/checks/yaml-source.ts';

/** Reference codes: known family and format, each used once, month and year those of the publication. */
export function checkCodes({ contenu }: CheckContext): Issue[] {
  const publication = publicationOf(contenu);
  const issues: Issue[] = [];
  const owners = new Map<string, string>();
  for (const file of [...filesOf(contenu, 'histoires'), ...filesOf(contenu, 'outils')]) {
    const text = valueAt(file.data, ['reference']);
    const code = typeof text === 'string' ? parseReferenceCode(text) : undefined;
    if (typeof text !== 'string' || !code) continue;
    const owner = owners.get(text);
    if (owner !== undefined) issues.push(taken(file, text, owner));
    else owners.set(text, file.path);
    if (publication) {
      const families = Object.keys(publication.familles_de_codes);
      const formats = Object.keys(publication.formats);
      issues.push(...unknownPart(file, text, 0, code.family, families, 'famille', 'familles_de_codes'));
      issues.push(...unknownPart(file, text, 1, code.format, formats, 'format', 'formats'));
    }
    issues.push(...wrongMonth(file, text));
  }
  return issues;
}

function taken(file: ContentFile, code: string, owner: string): Issue {
  return issueOfField(file, ['reference'], {
    rule: 'code-taken',
    read: code,
    message: fr`le code « ${code} » est déjà celui de ${owner}. Chaque code ne sert qu'une fois.`,
  });
}

/** The code with one of its parts changed. */
function withPart(code: string, index: number, part: string): string {
  return code
    .split('/')
    .map((old, at) => (at === index ? part : old))
    .join('/');
}

function unknownPart(
  file: ContentFile,
  code: string,
  index: number,
  part: string,
  valid: readonly string[],
  name: string,
  field: string,
): Issue[] {
  if (valid.includes(part)) return [];
  const suggestion = nearest(part, valid);
  const corrected =
    suggestion && lineWithValue(file.yaml, ['reference'], yamlText(withPart(code, index, suggestion)));
  return [
    issueOfField(file, ['reference'], {
      rule: `code-${index === 0 ? 'family' : 'format'}`,
      read: code,
      expected: either(valid),
      suggestion,
      message: fr`« ${part} » n'est pas un élément de « ${field} » dans publication.yaml (${name} du code).${question(suggestion)} Valeurs possibles : ${either(valid)}.`,
      correctedLine: corrected,
    }),
  ];
}

function wrongMonth(file: ContentFile, code: string): Issue[] {
  const publication = parseDate(String(valueAt(file.data, ['publication']) ?? ''));
  if (!publication) return [];
  const written = code.slice(-4);
  const known = publication.month !== undefined;
  const right = known ? codeMonthYear(publication.iso) : written.slice(0, 2) + publication.iso.slice(2, 4);
  if (written === right) return [];
  const suggestion = withPart(code, 3, right);
  return [
    issueOfField(file, ['reference'], {
      rule: 'code-date',
      read: code,
      expected: right,
      suggestion,
      message: fr`le code finit par « ${written} », mais la date de publication est « ${publication.iso} » : mois et année devraient donner « ${right} ». Corriger le code ou la date.`,
      correctedLine: lineWithValue(file.yaml, ['reference'], yamlText(suggestion)),
    }),
  ];
}
