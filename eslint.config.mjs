import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/** Who may import whom among the folders of `src/`; every arrow that is not here is an error. */
const MAY_IMPORT = {
  domain: [],
  files: [],
  schemas: ['domain'],
  checks: ['schemas', 'domain', 'markdown', 'files'],
  drafts: ['schemas', 'domain', 'checks', 'markdown'],
  import: ['schemas', 'domain', 'checks', 'drafts', 'files'],
  upkeep: ['schemas', 'domain', 'checks', 'markdown', 'files'],
  redaction: ['schemas', 'domain', 'checks', 'drafts'],
  markdown: ['domain'],
  search: ['domain', 'files'],
  hosting: ['domain', 'files'],
  print: ['domain'],
  'linked-data': ['domain', 'queries', 'schemas'],
  feeds: ['domain', 'queries'],
  infographics: ['domain', 'files', 'schemas'],
  'open-data': ['domain', 'schemas'],
  queries: ['schemas', 'domain', 'markdown', 'infographics', 'open-data', 'feeds'],
  components: ['domain', 'infographics', 'queries', 'schemas'],
  layouts: ['components', 'domain', 'queries', 'search', 'hosting', 'linked-data'],
  pages: ['layouts', 'components', 'queries', 'infographics', 'search', 'domain', 'linked-data', 'feeds'],
};
const FOLDERS = Object.keys(MAY_IMPORT);
/** Folders that may be imported for their types only. */
const TYPES_ONLY = {
  components: ['queries', 'schemas'],
  infographics: ['schemas'],
  'linked-data': ['queries', 'schemas'],
  feeds: ['queries'],
};

const boundaries = FOLDERS.map((folder) => {
  const forbidden = FOLDERS.filter((other) => other !== folder && !MAY_IMPORT[folder].includes(other));
  const groups = [
    {
      group: ['../*', '!../*.css'],
      message: 'Entre dossiers, importer par « #src/… ».',
    },
    {
      group: forbidden.map((other) => `#src/${other}/**`),
      message: `« ${folder} » ne peut importer que : ${MAY_IMPORT[folder].join(', ') || 'rien'} (CONTRIBUTING, « Arborescence »).`,
    },
  ];
  if (TYPES_ONLY[folder]?.length) {
    groups.push({
      group: TYPES_ONLY[folder].map((other) => `#src/${other}/**`),
      allowTypeImports: true,
      message: 'Les types seulement.',
    });
  }
  if (folder !== 'queries' && folder !== 'pages') {
    groups.push({
      group: ['astro:content'],
      allowTypeImports: true,
      message: 'Seul « queries » lit les collections.',
    });
  }
  return {
    files: [`src/${folder}/**/*.{ts,astro}`],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: groups }] },
  };
});

export default tseslint.config(
  { ignores: ['dist/', '.astro/', '.cache/', 'node_modules/'] },
  ...tseslint.configs.strict,
  ...astro.configs.recommended,
  ...boundaries,
  {
    files: ['scripts/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ group: ['#src/queries/**', '#src/components/**', '#src/pages/**'] }] },
      ],
    },
  },
  {
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
);
