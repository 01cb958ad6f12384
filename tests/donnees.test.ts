import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import jsonld from 'jsonld';
import { Schema, Table } from 'tableschema';
import { describe, expect, test } from 'vitest';
import { readContenu } from '#src/checks/contenu.ts';
import { planTable } from '#src/import/index.ts';
import { tableOf } from '#src/import/open.ts';
import { AUTRE, type BuiltPage, pagesOf, SITE } from './sites.ts';

const SETS = ['equipes', 'scans', 'scans-composition', 'outils', 'analyse', 'vocabulaires'] as const;

interface Row {
  readonly identifiant: string;
  readonly page: string;
  readonly [field: string]: unknown;
}
interface Published {
  readonly adresse: string;
  readonly lignes: readonly Row[];
}

const DCT = 'http://purl.org/dc/terms/';
const DCAT = 'http://www.w3.org/ns/dcat#';
const FOAF = 'http://xmlns.com/foaf/0.1/';
const SKOS = 'http://www.w3.org/2004/02/skos/core#';
const VCARD = 'http://www.w3.org/2006/vcard/ns#';
const XSD = 'http://www.w3.org/2001/XMLSchema#';

/** What DCAT-AP 3 wants of each class: properties that must be there, and the class of what each property leads to. */
const PROFILE: Readonly<
  Record<string, { must: readonly string[]; range: Readonly<Record<string, string>> }>
> = {
  [`${DCAT}Catalog`]: {
    must: [`${DCT}title`, `${DCT}description`, `${DCT}publisher`, `${DCAT}dataset`],
    range: {
      [`${DCT}publisher`]: `${FOAF}Agent`,
      [`${DCAT}dataset`]: `${DCAT}Dataset`,
      [`${DCT}license`]: `${DCT}LicenseDocument`,
      [`${DCT}language`]: `${DCT}LinguisticSystem`,
      [`${DCT}spatial`]: `${DCT}Location`,
      [`${FOAF}homepage`]: `${FOAF}Document`,
      [`${DCT}conformsTo`]: `${DCT}Standard`,
    },
  },
  [`${DCAT}Dataset`]: {
    must: [`${DCT}title`, `${DCT}description`, `${DCAT}distribution`, `${DCT}publisher`],
    range: {
      [`${DCT}publisher`]: `${FOAF}Agent`,
      [`${DCAT}distribution`]: `${DCAT}Distribution`,
      [`${DCAT}contactPoint`]: `${VCARD}Kind`,
      [`${DCAT}theme`]: `${SKOS}Concept`,
      [`${DCAT}landingPage`]: `${FOAF}Document`,
      [`${DCT}temporal`]: `${DCT}PeriodOfTime`,
      [`${DCT}spatial`]: `${DCT}Location`,
      [`${DCT}accessRights`]: `${DCT}RightsStatement`,
      [`${DCT}language`]: `${DCT}LinguisticSystem`,
    },
  },
  [`${DCAT}Distribution`]: {
    must: [`${DCAT}accessURL`, `${DCAT}downloadURL`, `${DCT}license`, `${DCT}format`],
    range: {
      [`${DCT}license`]: `${DCT}LicenseDocument`,
      [`${DCT}format`]: `${DCT}MediaTypeOrExtent`,
      [`${DCAT}mediaType`]: `${DCT}MediaType`,
      [`${DCT}conformsTo`]: `${DCT}Standard`,
    },
  },
  [`${FOAF}Agent`]: { must: [`${FOAF}name`], range: { [`${FOAF}homepage`]: `${FOAF}Document` } },
  [`${SKOS}Concept`]: { must: [`${SKOS}prefLabel`], range: {} },
  [`${VCARD}Kind`]: { must: [`${VCARD}fn`, `${VCARD}hasEmail`], range: {} },
};

type Node = Readonly<Record<string, unknown>> & {
  readonly '@id': string;
  readonly '@type'?: readonly string[];
};
const valuesOf = (node: Node | undefined, property: string) =>
  (node?.[property] ?? []) as readonly {
    '@id'?: string;
    '@value'?: string;
    '@type'?: string;
    '@language'?: string;
  }[];

describe.each([
  ['la publication', SITE],
  ['une autre publication', AUTRE],
])('dans %s', (_, site) => {
  const folder = join(site.dir, 'donnees');
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const json = (name: string) => JSON.parse(read(name)) as Published;
  const object = (name: string) => JSON.parse(read(name)) as Readonly<Record<string, unknown>>;
  const path = (address: string) => decodeURIComponent(new URL(address).pathname);

  test.each(SETS)(
    '%s.csv : une marque, des points-virgules, et un tableau que Table Schema accepte',
    async (name) => {
      const text = read(`${name}.csv`);
      expect(text.startsWith('\uFEFFidentifiant;page;')).toBe(true);
      const rows = parse(text, { delimiter: ';', bom: true }) as string[][];
      // Strict: the schema itself is checked against that of the standard.
      const schema = await Schema.load(object(`${name}.tableschema.json`), { strict: true });
      const table = await Table.load(rows, { schema: schema.descriptor, strict: true });
      // Types, formats, words of closed lists, obligatory cells, identifiers that are each row's own.
      const cast = await table.read({ keyed: true });
      expect(cast).toHaveLength(json(`${name}.json`).lignes.length);
      expect((cast as unknown as Row[]).map(({ identifiant }) => identifiant)).toEqual(
        json(`${name}.json`).lignes.map(({ identifiant }) => identifiant),
      );
    },
  );

  test.each(SETS)('%s.json suit son schéma, qui refuse un champ inconnu', (name) => {
    const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
    addFormats.default(ajv);
    const validate = ajv.compile(object(`${name}.schema.json`));
    const data = json(`${name}.json`);
    validate(data);
    expect(validate.errors ?? []).toEqual([]);
    expect(validate({ ...data, lignes: [{ ...data.lignes[0], inconnu: 1 }] })).toBe(false);
  });

  test('chaque ligne mène à une page du site, à l’endroit exact quand elle en nomme un', async () => {
    const pages = new Map((await pagesOf(site)).map(({ path: at, html }) => [at, html]));
    for (const name of SETS) {
      for (const { page, identifiant } of json(`${name}.json`).lignes) {
        const html = pages.get(path(page));
        expect(html, identifiant).toBeDefined();
        const { hash } = new URL(page);
        if (hash) expect(html, page).toContain(` id="${decodeURIComponent(hash.slice(1))}"`);
      }
    }
  });

  test('il y a autant de lignes que le site a d’équipes, de Scan’équipe, d’outils et de passages', async () => {
    const pages = await pagesOf(site);
    const count = (name: (typeof SETS)[number]) => json(`${name}.json`).lignes.length;
    const own = (folderName: string) => {
      const pattern = new RegExp(`^/${folderName}/[^/]+/$`);
      return pages.filter(
        ({ path: at, html }) =>
          pattern.test(at) &&
          html.includes(`href="${json('equipes.json').adresse.replace('/donnees/', '')}${at}"`) &&
          !html.includes('http-equiv="refresh"'),
      );
    };
    expect(count('equipes')).toBe(own('equipes').length);
    expect(count('outils')).toBe(own('boite-a-outils').length);
    expect(count('scans')).toBe(
      readdirSync(join(site.dir, 'equipes'), { recursive: true }).filter((file) =>
        /scan-equipe-\d{4}\.json$/.test(String(file)),
      ).length,
    );
    const marked = own('histoires').flatMap(({ html }) => [...html.matchAll(/class="passage passage-/g)]);
    expect(count('analyse')).toBe(marked.length);
  });

  test('chaque chiffre de l’analyse se refait : les passages d’une page sont les lignes de sa clé', async () => {
    const rows = json('analyse.json').lignes;
    const LISTS: Record<string, string> = {
      leviers: 'levier',
      freins: 'frein',
      benefices: 'benefice',
      motivations: 'motivation',
      actions: 'action',
    };
    const linked = ({ html }: BuiltPage) => {
      const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
      return [...main.matchAll(/href="(\/histoires\/[^"#]+#[^"]+)"/g)].map(([, href = '']) => href).sort();
    };
    const pages = (await pagesOf(site)).filter(({ path: at }) => /^\/analyse\/[^/]+\/[^/]+\/$/.test(at));
    let seen = 0;
    for (const page of pages) {
      const [, , list = '', key] = page.path.split('/');
      const own = rows.filter(({ nature, cle }) => nature === LISTS[list] && cle === key);
      expect(own.map(({ page: address }) => path(address) + new URL(address).hash).sort(), page.path).toEqual(
        linked(page),
      );
      seen += own.length;
    }
    expect(seen).toBe(rows.length);
  });

  test('les réponses sorties du site se réimportent sans rien changer', async () => {
    const contenu = await readContenu(site.content);
    const table = await tableOf(readFileSync(join(folder, 'scans.csv')));
    const { plan } = planTable(contenu, table, 'scans.csv', { essai: true, remplacer: false });
    expect(plan.problems).toEqual([]);
    expect(plan.files.map(({ state, changes }) => [state, changes])).toEqual(
      json('scans.json').lignes.map(() => ['inchange', []]),
    );
  });

  test('le catalogue a les propriétés obligatoires de DCAT-AP, et chaque ressource sa nature', async () => {
    const catalogue = JSON.parse(read('catalogue.jsonld')) as jsonld.JsonLdDocument;
    // Safe: whatever would be dropped in silence is an error. The package's types do not know this option yet.
    const safe: object = { safe: true };
    const expanded: unknown = await jsonld.expand(catalogue, safe);
    const flat: unknown = await jsonld.flatten(expanded as jsonld.JsonLdDocument);
    const nodes = flat as Node[];
    const byId = new Map(nodes.map((node) => [node['@id'], node]));
    const faults = nodes.flatMap((node) =>
      (node['@type'] ?? []).flatMap((type) => {
        const { must = [], range = {} } = PROFILE[type] ?? {};
        const missing = must.filter((property) => valuesOf(node, property).length === 0);
        const wrong = Object.entries(range).filter(([property, wanted]) =>
          valuesOf(node, property).some(({ '@id': id = '' }) => !byId.get(id)?.['@type']?.includes(wanted)),
        );
        return [...missing, ...wrong.map(([property]) => property)].map(
          (property) => `${node['@id']} ${property}`,
        );
      }),
    );
    expect(faults).toEqual([]);
    const ofType = (type: string) => nodes.filter((node) => node['@type']?.includes(type));
    expect(ofType(`${DCAT}Catalog`)).toHaveLength(1);
    expect(ofType(`${DCAT}Dataset`)).toHaveLength(SETS.length);
    for (const node of [...ofType(`${DCAT}Dataset`), ...ofType(`${DCAT}Catalog`)])
      expect(valuesOf(node, `${DCT}title`)[0]?.['@language']).toBe('fr');
    const distributions = ofType(`${DCAT}Distribution`);
    expect(distributions).toHaveLength(2 * SETS.length);
    for (const node of distributions) {
      const [file] = valuesOf(node, `${DCAT}downloadURL`);
      const [size] = valuesOf(node, `${DCAT}byteSize`);
      const [schema] = valuesOf(node, `${DCT}conformsTo`);
      expect(size?.['@type']).toBe(`${XSD}nonNegativeInteger`);
      expect(String(statSync(join(site.dir, path(file?.['@id'] ?? ''))).size)).toBe(size?.['@value']);
      expect(existsSync(join(site.dir, path(schema?.['@id'] ?? '')))).toBe(true);
    }
  });

  test('le paquet nomme chaque tableau, avec son schéma', () => {
    const { resources } = object('datapackage.json') as {
      resources: { name: string; path: string; schema: object }[];
    };
    expect(resources.map(({ name }) => name)).toEqual(SETS);
    for (const { name, path: file, schema } of resources) {
      expect(existsSync(join(folder, file))).toBe(true);
      expect(schema).toEqual(object(`${name}.tableschema.json`));
    }
  });

  test('ni adresse électronique, ni brouillon, ni document réservé dans les données', () => {
    for (const name of SETS) {
      const text = read(`${name}.json`);
      expect(text, name).not.toMatch(/@[a-z0-9-]+\.[a-z]/i);
      expect(text, name).not.toMatch(/"(brouillon|photo|anciennes_adresses)"/);
    }
    for (const row of json('outils.json').lignes)
      if (row['acces'] === 'adherents') expect(row['fichiers'], row.identifiant).toEqual([]);
  });
});

test('les données d’une autre publication ne portent aucun mot de la première', () => {
  for (const name of readdirSync(join(AUTRE.dir, 'donnees'))) {
    const text = readFileSync(join(AUTRE.dir, 'donnees', name), 'utf8');
    expect(/APMSL|Inspir|Clisson|Rez[ée]\b|Loire|\bHEAL\b/.exec(text)?.[0], name).toBeUndefined();
  }
});
