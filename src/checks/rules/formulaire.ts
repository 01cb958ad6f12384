import { slugify } from '#src/domain/slugs.ts';
import { FormulaireSchema } from '#src/schemas/index.ts';
import { scanColumns } from '#src/schemas/scan-columns.ts';
import type { CheckContext } from '#src/checks/context.ts';
import type { SourceFile } from '#src/checks/contenu.ts';
import { question } from '#src/checks/explain.ts';
import { valueAt } from '#src/checks/fields.ts';
import { type Issue, issueOfField } from '#src/checks/issues.ts';
import { nearest } from '#src/checks/nearest.ts';
import { professionsOf } from '#src/checks/professions.ts';
import { excerpt, fr, type Path } from '#src/checks/text.ts';
import { lineWithValue, yamlText } from '#src/checks/yaml-source.ts';

/** The form's columns lead to fields that exist, and each header or word says one thing. */
export function checkFormulaire({ contenu }: CheckContext): Issue[] {
  const file = contenu.formulaire;
  if (!file || !FormulaireSchema.safeParse(file.data).success) return [];
  const columns = scanColumns(professionsOf(contenu));
  const candidates = columns.map(({ champ, entete }) => ({ word: champ, names: [entete] }));
  const targets = Object.entries((valueAt(file.data, ['colonnes']) ?? {}) as Record<string, string>);
  const unknown = targets.flatMap(([entete, champ]) => {
    if (columns.some((column) => column.champ === champ)) return [];
    const path = ['colonnes', entete];
    const suggestion = nearest(champ, candidates);
    const message = fr`« ${excerpt(champ)} » n'est pas un champ du Scan'équipe.${question(suggestion)} Les champs sont dans le guide, « Importer les réponses du formulaire ».`;
    const correctedLine = suggestion && lineWithValue(file.yaml, path, yamlText(suggestion));
    return [
      issueOfField(file, path, { rule: 'form-field', read: champ, suggestion, message, correctedLine }),
    ];
  });
  return [
    ...unknown,
    ...repeats(file, [['colonnes'], ['ignorer']], fr`ce titre de colonne`),
    ...wordRepeats(file),
  ];
}

function wordRepeats(file: SourceFile): Issue[] {
  return repeats(file, [['oui'], ['non'], ['sans_reponse']], fr`ce mot`);
}

/** Two headers are one whatever their case, accents and spaces; so are two words. */
function repeats(file: SourceFile, groups: readonly Path[], what: string): Issue[] {
  const seen = new Set<string>();
  return groups.flatMap((group) => {
    const value = valueAt(file.data, group);
    const entries: [string | number, string][] = Array.isArray(value)
      ? value.map((word, index) => [index, String(word)])
      : Object.keys((value ?? {}) as object).map((word) => [word, word]);
    return entries.flatMap(([step, word]) => {
      const key = slugify(word) || word.trim();
      const path = [...group, step];
      const at = typeof step === 'string' ? 'key' : 'value';
      if (key === '') {
        const message = fr`ce titre est vide : écrire celui de la colonne, tel que dans le tableur.`;
        return [issueOfField(file, path, { rule: 'form-empty', message }, at)];
      }
      if (!seen.has(key)) {
        seen.add(key);
        return [];
      }
      const message = fr`${what}, « ${excerpt(word)} », est déjà écrit plus haut (majuscules, accents et espaces ne comptent pas). N'en garder qu'un.`;
      return [issueOfField(file, path, { rule: 'form-repeated', read: word, message }, at)];
    });
  });
}
