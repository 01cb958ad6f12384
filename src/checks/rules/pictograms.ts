import { VOCABULARY_SCHEMAS } from '#src/schemas/index.ts';
import type { CheckContext } from '#src/checks/context.ts';
import { question } from '#src/checks/explain.ts';
import { eachValue, valueAt } from '#src/checks/fields.ts';
import { type Issue, issueOfField } from '#src/checks/issues.ts';
import { nearest } from '#src/checks/nearest.ts';
import { pictogramNames } from '#src/checks/pictograms.ts';
import { either, excerpt, fr, type Path } from '#src/checks/text.ts';
import { lineWithValue, yamlText } from '#src/checks/yaml-source.ts';

/** Every pictogram named in a closed list is one that can be drawn; found in the schemas, so a new field needs nothing here. */
export function checkPictograms({ contenu }: CheckContext): Issue[] {
  return [...contenu.vocabulaires].flatMap(([list, file]) =>
    Object.keys(file.data ?? {}).flatMap((key) => {
      const named: [string, Path][] = [];
      eachValue(VOCABULARY_SCHEMAS[list], valueAt(file.data, [key]), (value, { meta }, path) => {
        if (meta.pictogramme && typeof value === 'string' && value.trim() !== '')
          named.push([value, [key, ...path]]);
      });
      return named
        .filter(([name]) => !pictogramNames().has(name))
        .map(([name, path]) => unknown(file, path, name));
    }),
  );
}

/** Names to choose from, at most. */
const CHOICES = 5;
/** Endings of the set for other drawings of the same thing: the plain one is proposed. */
const VARIANT = /-(?:negative|outline|24px)(?=-|$)/g;

function unknown(file: Parameters<typeof issueOfField>[0], path: Path, read: string): Issue {
  const known = [...pictogramNames()].filter((name) => name.search(VARIANT) === -1);
  const suggestion = nearest(read.replace(VARIANT, ''), known);
  const [word] = read.toLowerCase().match(/[a-z]{4,}/) ?? [];
  const alike = known.filter((name) => word !== undefined && name.includes(word) && name !== suggestion);
  const choices = alike.toSorted((a, b) => a.length - b.length).slice(0, CHOICES);
  const others = choices.length > 0 ? fr` Noms qui lui ressemblent : ${either(choices)}.` : '';
  const rest = fr` Sans cette ligne, le métier est montré par une silhouette.`;
  return issueOfField(file, path, {
    rule: 'pictogram',
    read,
    expected: suggestion ?? (choices.length > 0 ? either(choices) : undefined),
    suggestion,
    message: fr`le jeu « healthicons » n'a pas de dessin plein qui s'appelle « ${excerpt(read)} ».${question(suggestion)}${others}${rest}`,
    correctedLine: suggestion && lineWithValue(file.yaml, path, yamlText(suggestion)),
  });
}
