import { slugify } from '#src/domain/slugs.ts';
import { parseReferenceCode } from '#src/domain/reference-code.ts';
import type { CheckContext } from '#src/checks/context.ts';
import { type ContentFile, publicationOf } from '#src/checks/contenu.ts';
import { valueAt } from '#src/checks/fields.ts';
import { type Issue, issueOfField } from '#src/checks/issues.ts';
import { fr } from '#src/checks/text.ts';
import { lineWithValue, quoted } from '#src/checks/yaml-source.ts';

/** What the site writes around a title is not written in it. */
export function checkTitles({ contenu }: CheckContext): Issue[] {
  const formats = publicationOf(contenu)?.formats ?? {};
  return contenu.files.flatMap((file) => {
    const titre = valueAt(file.data, ['titre']);
    if (typeof titre !== 'string') return [];
    const code = parseReferenceCode(String(valueAt(file.data, ['reference']) ?? ''));
    const opening = file.collection === 'histoires' && code ? formats[code.format]?.ouverture : undefined;
    return [...repeatedOpening(file, titre, opening), ...finalPoint(file, titre)];
  });
}

function repeatedOpening(file: ContentFile, titre: string, opening: string | undefined): Issue[] {
  const words = opening === undefined ? '' : slugify(opening);
  if (words === '' || !slugify(titre).startsWith(words)) return [];
  const count = words.split('-').length;
  const rest = new RegExp(`^(?:[^\\p{L}\\p{N}]*[\\p{L}\\p{N}]+){${count}}[^\\p{L}\\p{N}]*`, 'u');
  return [
    warning(file, {
      rule: 'title-opening',
      message: fr`le site écrit déjà « ${opening ?? ''} » devant ce titre.`,
      right: titre.replace(rest, ''),
    }),
  ];
}

function finalPoint(file: ContentFile, titre: string): Issue[] {
  if (!/[^.]\.\s*$/.test(titre)) return [];
  const message = fr`un titre s'écrit sans point final.`;
  return [warning(file, { rule: 'title-point', message, right: titre.replace(/\.\s*$/, '') })];
}

function warning(
  file: ContentFile,
  { rule, message, right }: { readonly rule: string; readonly message: string; readonly right: string },
): Issue {
  const correctedLine = right === '' ? undefined : lineWithValue(file.yaml, ['titre'], quoted(right));
  return issueOfField(file, ['titre'], { rule, message, correctedLine, severity: 'avertissement' });
}
