import { fr } from '#src/checks/text.ts';
import { FORM_PATH } from '#src/checks/places.ts';
import { type Collection, VOCABULARIES } from '#src/domain/collections.ts';
import type { FormField } from './form-fields.ts';
import { BODY } from './form-file.ts';
import { FILE_FORMS, formatOf, listForm } from './file-forms.ts';
import { type CmsField, cmsFields, LISTS } from './cms-fields.ts';
import { labelOf } from './words.ts';

/** Where the form reads and writes. */
export type Backend =
  /** The folder that the editor opens in the browser. */
  | { readonly kind: 'folder' }
  /** A repository, over the network; `folder` is where the content stands in it. */
  | {
      readonly kind: 'github' | 'gitlab';
      readonly repository: string;
      readonly branch: string;
      readonly folder: string;
      /** Address of the service that opens a GitHub session; without it, an access token is asked for. */
      readonly signIn?: string | undefined;
      /** Identifier of the form among GitLab's applications; without it, an access token is asked for. */
      readonly application?: string | undefined;
    };

export interface FormOptions {
  readonly backend: Backend;
  readonly title: string;
  /** Address of the site that the form leads to. */
  readonly siteUrl: string;
  /** Collections that hold files of the less usual shape: a story in one file, a tool in a folder of its own. */
  readonly otherShapes: readonly Collection[];
}

export type CmsConfig = Readonly<Record<string, unknown>> & {
  readonly collections: readonly CmsCollection[];
};
export type CmsCollection = Readonly<Record<string, unknown>> & { readonly name: string };

const formOf = (name: string): readonly FormField[] => FILE_FORMS.get(name)?.fields ?? [];

/**
 * The text under the fields, as it is written: the editor with buttons rewrites what it does not know (blocks, notes), so it
 * is not offered.
 */
const body: CmsField = {
  name: BODY,
  label: 'Texte',
  widget: 'markdown',
  modes: ['raw'],
  buttons: [],
  editor_components: [],
  use_emoji_autocomplete: false,
  use_markdown_shortcuts: false,
  hint: fr`Titres « ## », blocs « ::: », notes « [^1] » : le guide les montre.`,
};

/** The text comes after all that a new entry fills: an old address is for later. */
function withBody(fields: readonly CmsField[]): CmsField[] {
  const later = fields.findIndex(({ name }) => name === 'anciennes_adresses');
  return [...fields.slice(0, later), body, ...fields.slice(later)];
}

const SLUG = '^[a-z0-9]+(-[a-z0-9]+)*$';

const editableSlug = (template: string) => ({
  template,
  editable: ['create'],
  pattern: [SLUG, fr`Des minuscules sans accent, des chiffres et des tirets.`],
  hint: fr`Le nom du fichier devient l'adresse de la page : court, et pour longtemps.`,
});

interface Sheet {
  readonly label: string;
  readonly singular: string;
  readonly icon: string;
  readonly title: string;
  readonly options: Readonly<Record<string, unknown>>;
}

const SHEETS: Readonly<Record<Collection, Sheet>> = {
  histoires: {
    label: 'Récits',
    singular: 'un récit',
    icon: 'auto_stories',
    title: 'titre',
    options: { path: '{{slug}}/index', slug: editableSlug('{{titre}}') },
  },
  outils: {
    label: 'Outils',
    singular: 'un outil',
    icon: 'construction',
    title: 'titre',
    options: { slug: editableSlug('{{titre}}') },
  },
  equipes: {
    label: 'Équipes',
    singular: 'une équipe',
    icon: 'groups',
    title: 'nom',
    options: { slug: editableSlug('{{nom}}') },
  },
  scans: {
    label: 'Scan’équipe',
    singular: 'un Scan’équipe',
    icon: 'fact_check',
    title: 'equipe',
    options: {
      path: '{{fields.annee}}/{{slug}}',
      slug: '{{fields.equipe}}',
      summary: '{{equipe}} · {{annee}}',
    },
  },
  regions: {
    label: 'Chiffres de la région',
    singular: 'une année',
    icon: 'bar_chart',
    title: 'annee',
    options: { slug: '{{fields.annee}}', summary: '{{annee}}' },
  },
  pages: {
    label: 'Pages',
    singular: 'une page',
    icon: 'description',
    title: 'titre',
    options: { slug: editableSlug('{{titre}}'), nested: { depth: 6, subfolders: false } },
  },
};

function collection(name: Collection, root: string, shape: 'usual' | 'other' = 'usual'): CmsCollection {
  const { label, singular, icon, title, options } = SHEETS[name];
  const markdown = FILE_FORMS.get(name)?.shape === 'markdown';
  const own = {
    name,
    label,
    label_singular: singular,
    icon,
    folder: `${root}${name}`,
    extension: markdown ? 'md' : 'yaml',
    format: formatOf(name),
    identifier_field: title,
    ...options,
    sortable_fields: [title],
    view_filters: [{ label: 'Brouillons', field: 'brouillon', pattern: true }],
    fields: markdown ? withBody(cmsFields(formOf(name))) : cmsFields(formOf(name)),
  };
  if (shape === 'usual') return own;
  const inFolders = name === 'outils';
  return {
    ...own,
    name: `${name}-autres`,
    label: fr`${label} ${inFolders ? 'en dossier' : 'd’un seul fichier'}`,
    create: false,
    path: inFolders ? '{{slug}}/index' : '{{slug}}',
  };
}

const file = (name: string, label: string, path: string, icon: string) => ({
  name,
  label,
  icon,
  file: path,
  format: formatOf(name),
  fields: cmsFields(formOf(name)),
});

const LIST_LABELS: Readonly<Record<string, string>> = {
  'types-outils': 'Types d’outils',
  sigles: 'Sigles',
  familles: 'Familles de métiers',
  professions: 'Métiers',
  formes: 'Formes d’équipe',
};

/** Where the content stands: at the root of the folder that is opened, or in a folder of the repository. */
function rootOf(backend: Backend): string {
  return backend.kind === 'folder' || backend.folder === '' ? '' : `${backend.folder}/`;
}

function backendOf(backend: Backend): object {
  // The package's own back end for trials, which the page leads to the folder that was opened.
  if (backend.kind === 'folder') return { name: 'test-repo' };
  const { kind, repository, branch, signIn, application } = backend;
  const session =
    kind === 'github'
      ? { ...(signIn === undefined ? { auth_methods: ['token'] } : { base_url: signIn }) }
      : application === undefined
        ? { auth_methods: ['token'] }
        : { auth_type: 'pkce', app_id: application };
  return { name: kind, repo: repository, branch, ...session, commit_messages: COMMITS };
}

const COMMITS = {
  create: 'Ajout : {{collection}}, {{slug}}',
  update: 'Modification : {{collection}}, {{slug}}',
  delete: 'Suppression : {{collection}}, {{slug}}',
  uploadMedia: 'Ajout du fichier {{path}}',
  deleteMedia: 'Suppression du fichier {{path}}',
};

/** The whole configuration of the form: every field of every schema, whatever they are today. */
export function cmsConfig({ backend, title, siteUrl, otherShapes }: FormOptions): CmsConfig {
  const root = rootOf(backend);
  const names = Object.keys(SHEETS) as Collection[];
  return {
    load_config_file: false,
    backend: backendOf(backend),
    app_title: title,
    site_url: siteUrl,
    logo: { src: '/icone.svg' },
    show_preview_links: false,
    media_folder: `${root}outils/fichiers`,
    public_folder: '/outils/fichiers',
    media_libraries: { stock_assets: { providers: [] } },
    slug: { encoding: 'ascii', clean_accents: true },
    editor: { preview: false },
    collections: [
      ...names.map((name) => collection(name, root)),
      ...otherShapes.map((name) => collection(name, root, 'other')),
      {
        name: LISTS,
        label: 'Listes',
        icon: 'list_alt',
        files: VOCABULARIES.map((name) =>
          file(
            listForm(name),
            LIST_LABELS[name] ?? labelOf(name),
            `${root}vocabulaire/${name}.yaml`,
            'label',
          ),
        ),
      },
      {
        name: 'reglages',
        label: 'Réglages',
        icon: 'settings',
        files: [
          file('publication', 'Publication', `${root}publication.yaml`, 'newspaper'),
          file('formulaires', 'Formulaire annuel', `${root}${FORM_PATH}`, 'table_view'),
        ],
      },
    ],
  };
}
