import { expect, test } from 'vitest';
import { z } from 'zod';
import { explainFields } from './explain.ts';
import { formatIssue } from './report.ts';
import { parseYaml } from './yaml-source.ts';

const explained = (text: string, schema: z.ZodType) => {
  const yaml = parseYaml(text, 1);
  const issues = explainFields({ path: 'f.yaml', yaml, data: yaml.document.toJS() as unknown }, schema);
  return issues.map((issue) => `[${issue.rule}] ${formatIssue(issue)}`);
};

test('un champ ajouté demain a son message sans une ligne de plus ici', () => {
  const schema = z.strictObject({
    duree: z.int().max(90).optional().describe('Durée, en minutes.'),
    lieux: z.array(z.strictObject({ nom: z.string().describe('Nom du lieu.') })).describe('Les lieux.'),
  });
  expect(explained('duree: 120\nlieux:\n  - nom: 3\n  - mon: x\n', schema)).toMatchInlineSnapshot(`
    [
      "[too-big] f.yaml:1:8 · duree : « 120 » ne convient pas : 90 au plus. Durée, en minutes.",
      "[type] f.yaml:3:10 · lieux, 1ᵉʳ élément, nom : on lit « 3 », qui se lit comme un nombre ; il faut un texte. Nom du lieu.
      Écrire :   - nom: "3"",
      "[unknown-field] f.yaml:4:5 · lieux, 2ᵉ élément, mon : « mon » n’est pas un champ connu ici. Vouliez-vous dire « nom » ?
      Écrire :   - nom: x",
    ]
  `);
});

test('une règle de zod sans phrase à elle reste dite en français', () => {
  const schema = z.strictObject({ part: z.number().multipleOf(5).describe('Part, de cinq en cinq.') });
  expect(explained('part: 12\n', schema)).toMatchInlineSnapshot(`
    [
      "[invalid] f.yaml:1:7 · part : cette valeur ne convient pas. Part, de cinq en cinq.",
    ]
  `);
});
