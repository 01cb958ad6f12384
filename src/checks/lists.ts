import { type Collection, FACET_FOLDERS, FEED_ADDRESS, STATIC_ADDRESSES } from '#src/domain/collections.ts';
import type { CheckContext } from './context.ts';
import { type ContentFile, filesOf } from './contenu.ts';
import { valueAt } from './fields.ts';

/** The fields that a list's folder reads: « /histoires/levier/ » gathers the stories by « leviers ». */
const FIELDS = { theme: 'themes', levier: 'leviers', type: 'type' } as const;

/** The word of a list in its address, and the folder: « /histoires/theme/ » and « prevention ». */
const LIST = /^(\/(histoires|boite-a-outils)\/(theme|levier|type)\/)([^/]+)\/$/;

const COLLECTION: Readonly<Record<string, Collection>> = {
  histoires: 'histoires',
  'boite-a-outils': 'outils',
};

/** Addresses of the lists that the site makes by itself, of which one page at least is on line. */
export function listAddresses({ contenu, fileAt, index, today }: CheckContext): string[] {
  const online = (file: ContentFile) => (index.byPath.get(file.path)?.onlineFrom ?? '9999') <= today;
  const [histoires, outils] = [filesOf(contenu, 'histoires'), filesOf(contenu, 'outils')].map((files) =>
    files.filter(online),
  );
  const facets = Object.keys(FACET_FOLDERS).flatMap((folder) => {
    const [, section = '', kind = ''] = folder.split('/');
    const field = FIELDS[kind as keyof typeof FIELDS];
    const files = COLLECTION[section] === 'histoires' ? histoires : outils;
    return (files ?? []).flatMap(({ data }) => wordsOf(data, field).map((word) => `${folder}${word}/`));
  });
  const departements = (histoires ?? []).flatMap(({ data }) => {
    const team = fileAt(`equipes/${String(valueAt(data, ['equipe']))}.yaml`);
    return wordsOf(team?.data, 'departement').map((code) => `/histoires/departement/${code}/`);
  });
  const years = filesOf(contenu, 'regions').map(({ id }) => `/chiffres/${id}/`);
  return [...STATIC_ADDRESSES, FEED_ADDRESS, ...facets, ...departements, ...years];
}

function wordsOf(data: unknown, field: string): string[] {
  return [valueAt(data, [field])].flat().filter((word) => typeof word === 'string');
}

/** The word of a closed list that an address asks for, when the site would list its pages if there were any on line. */
export function emptyListWord({ contenu }: CheckContext, address: string): string | undefined {
  const [, folder = '', , , word = ''] = LIST.exec(address) ?? [];
  if (!Object.hasOwn(FACET_FOLDERS, folder)) return undefined;
  const list = contenu.vocabulaires.get(FACET_FOLDERS[folder as keyof typeof FACET_FOLDERS]);
  return valueAt(list?.data, [word]) === undefined ? undefined : word;
}
