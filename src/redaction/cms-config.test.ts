import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { COLLECTIONS, VOCABULARIES } from '#src/domain/collections.ts';
import { type CmsField, cmsFields } from './cms-fields.ts';
import { cmsConfig, type FormOptions } from './cms-config.ts';
import { FILE_FORMS, formatOf } from './file-forms.ts';
import { type FormField, formFields } from './form-fields.ts';

const OPTIONS: FormOptions = {
  backend: { kind: 'folder' },
  title: 'Le Phare',
  siteUrl: 'https://phare.example',
  otherShapes: ['histoires', 'outils'],
};

type Node = CmsField & { readonly fields?: readonly Node[]; readonly field?: Node };

/** Every path that a list of fields holds, « photo.credit »; an element of a list is at « * ». */
const shown = (fields: readonly Node[], prefix = ''): string[] =>
  fields.flatMap((field) => {
    const path = `${prefix}${field.name}`;
    const inside = field.widget === 'list' ? `${path}.*.` : `${path}.`;
    return [path, ...shown(field.fields ?? [], inside)];
  });

/** The same, of what the schema asks for. */
const asked = (fields: readonly FormField[], prefix = ''): string[] =>
  fields.flatMap((field) => {
    const path = `${prefix}${field.name}`;
    if (field.kind === 'group' || field.kind === 'either') return [path, ...asked(field.fields, `${path}.`)];
    if (field.kind === 'list' && field.item.kind === 'group')
      return [path, ...asked(field.item.fields, `${path}.*.`)];
    if (field.kind === 'map') {
      const inner = field.item.kind === 'group' ? field.item.fields : [field.item];
      return [path, `${path}.*.cle`, ...asked(inner, `${path}.*.`)];
    }
    return [path];
  });

const formsOf = (options: FormOptions): { name: string; format: string; fields: readonly Node[] }[] =>
  cmsConfig(options).collections.flatMap((collection) => {
    const { files } = collection as unknown as { files?: readonly (typeof collection)[] };
    return (files ?? [collection]) as unknown as { name: string; format: string; fields: readonly Node[] }[];
  });

test('chaque sorte de fichier a son formulaire', () => {
  const formats = new Set(formsOf(OPTIONS).map(({ format }) => format));
  expect([...formats].toSorted()).toEqual([...FILE_FORMS.keys()].map(formatOf).toSorted());
  expect(FILE_FORMS.size).toBe(COLLECTIONS.length + VOCABULARIES.length + 2);
});

test.each(formsOf(OPTIONS))(
  '$name : chaque champ du schéma a sa place dans le formulaire',
  ({ format, fields }) => {
    const wanted = asked(FILE_FORMS.get(format.replace('-frontmatter', ''))?.fields ?? []);
    expect(wanted.length).toBeGreaterThan(1);
    expect(new Set(shown(fields))).toEqual(new Set([...shown(fields), ...wanted]));
  },
);

test('un champ ajouté à un schéma paraît avec sa description, ses bornes et son exemple, sans rien d’autre', () => {
  const schema = z.strictObject({
    distance_km: z.int().min(1).max(90).optional().describe("Distance de l'hôpital."),
    accueil_bebes: z.boolean().optional().describe('Des bébés ? Sans réponse : ne pas écrire la ligne.'),
    lieu: z
      .string()
      .meta({ reference: 'equipes' })
      .describe("Nom du fichier de l'équipe dans content/equipes, sans « .yaml »."),
  });
  expect(cmsFields(formFields(schema))).toMatchInlineSnapshot(`
    [
      {
        "hint": "Distance de l’hôpital.",
        "label": "Distance km",
        "name": "distance_km",
        "pattern": [
          "^\\s*-?[0-9][0-9\\s]*\\s*$",
          "Un nombre entier, en chiffres : « 4200 ».",
        ],
        "required": false,
        "use_emoji_autocomplete": false,
        "widget": "string",
      },
      {
        "hint": "Des bébés ?",
        "label": "Accueil bebes",
        "name": "accueil_bebes",
        "options": [
          {
            "label": "Oui",
            "value": "oui",
          },
          {
            "label": "Non",
            "value": "non",
          },
          {
            "label": "Pas de réponse",
            "value": "",
          },
        ],
        "required": false,
        "widget": "select",
      },
      {
        "collection": "equipes",
        "display_fields": [
          "{{nom}}",
        ],
        "label": "Lieu",
        "name": "lieu",
        "required": true,
        "value_field": "{{slug}}",
        "widget": "relation",
      },
    ]
  `);
});

test('un champ que le formulaire ne saurait pas montrer arrête tout : il ne disparaît pas', () => {
  const schema = z.strictObject({ deux: z.tuple([z.string(), z.string()]) });
  expect(() => formFields(schema)).toThrowErrorMatchingInlineSnapshot(
    `[Error: the form cannot show the field « deux » (tuple)]`,
  );
});

/** The package's own description of a configuration; ours has no field type of its own. */
const described = (): z.ZodType => {
  const text = readFileSync('node_modules/@sveltia/cms/schema/sveltia-cms.json', 'utf8');
  const schema = JSON.parse(text) as { definitions: Record<string, unknown> };
  schema.definitions['Field'] = { $ref: '#/definitions/StandardField' };
  delete schema.definitions['CustomField'];
  return z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
};
const DESCRIBED = described();
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const BACKENDS: [string, FormOptions['backend']][] = [
  ['un dossier', { kind: 'folder' }],
  ['GitHub', { kind: 'github', repository: 'phare/recits', branch: 'main', folder: 'content' }],
  ['GitLab', { kind: 'gitlab', repository: 'phare/recits', branch: 'main', folder: '', application: 'abc' }],
];

test.each(BACKENDS)('%s : la configuration est celle que Sveltia CMS décrit', (_, backend) => {
  const config = cmsConfig({ ...OPTIONS, backend });
  expect(DESCRIBED.safeParse(asJson(config)).error?.issues ?? []).toEqual([]);
  const [first, ...others] = config.collections;
  const wrong = {
    ...config,
    collections: [{ ...first, fields: [{ name: 'titre', widget: 'select' }] }, ...others],
  };
  expect(DESCRIBED.safeParse(asJson(wrong)).success).toBe(false);
});
