import { french } from '#src/checks/text.ts';
import { type Contenu, filesOf, publicationOf } from '#src/checks/contenu.ts';
import { escapeMarkup } from '#src/domain/markup.ts';
import { COLLECTIONS } from '#src/domain/collections.ts';
import type { Publication } from '#src/schemas/publication.ts';
import type { FormOptions } from './cms-config.ts';

type Repository = NonNullable<NonNullable<Publication['redaction']>['depot']>;

const SERVICES = {
  github: {
    name: 'GitHub',
    connect: ['https://api.github.com'],
    images: ['https://avatars.githubusercontent.com'],
  },
  gitlab: { name: 'GitLab', connect: ['https://gitlab.com'], images: ['https://gitlab.com'] },
} as const;

/** What the browser lets the form do: nothing outside the site, but for the repository's service when there is one. */
export function securityPolicy(repository?: Repository): string {
  const { connect, images } = repository ? SERVICES[repository.service] : { connect: [], images: [] };
  const rules = {
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'", 'blob:'],
    'img-src': ["'self'", 'blob:', 'data:', ...images],
    'media-src': ["'self'", 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", 'blob:', 'data:', ...connect],
    'worker-src': ["'self'", 'blob:'],
    'frame-src': ['blob:'],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  };
  return Object.entries(rules)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/** Collections of a publication that hold a file of the less usual shape. */
function otherShapes({ files }: Contenu): FormOptions['otherShapes'] {
  const isOther: Readonly<Record<string, RegExp>> = {
    histoires: /^histoires\/[^/]+\.md$/,
    outils: /^outils\/[^/]+\/index\.md$/,
  };
  return COLLECTIONS.filter((name) => files.some(({ path }) => isOther[name]?.test(path)));
}

interface PageOptions {
  readonly folder: FormOptions;
  readonly repository?: FormOptions;
}

function optionsOf(contenu: Contenu, publication: Publication): PageOptions {
  const common = {
    title: publication.nom,
    siteUrl: publication.adresse,
    otherShapes: otherShapes(contenu),
  };
  const depot = publication.redaction?.depot;
  if (!depot) return { folder: { ...common, backend: { kind: 'folder' } } };
  const { service, nom, branche, dossier, connexion, application } = depot;
  return {
    folder: { ...common, backend: { kind: 'folder' } },
    repository: {
      ...common,
      backend: {
        kind: service,
        repository: nom,
        branch: branche,
        folder: dossier,
        signIn: connexion,
        application,
      },
    },
  };
}

/** The pages that the publication has for those who write, when they are online. */
function guideLinks(contenu: Contenu): string {
  const pages = filesOf(contenu, 'pages').flatMap(({ value, address }) =>
    value?.emplacement === 'redaction' && !value.brouillon && address !== undefined
      ? [{ ...value, address }]
      : [],
  );
  if (pages.length === 0) return '';
  const links = pages
    .toSorted((a, b) => (a.ordre ?? 99) - (b.ordre ?? 99))
    .map(({ titre, address }) => `        <li><a href="${address}">${escapeMarkup(titre)}</a></li>\n`);
  return `      <h2>${french("Pour s'y retrouver")}</h2>\n      <ul>\n${links.join('')}      </ul>\n`;
}

/** The page that holds the form: what it is for, how to begin; the form takes its place. */
export function formPage(contenu: Contenu): string {
  const publication = publicationOf(contenu);
  if (!publication) throw new Error('publication.yaml cannot be read');
  const depot = publication.redaction?.depot;
  const name = escapeMarkup(publication.nom);
  const options = JSON.stringify(optionsOf(contenu, publication)).replaceAll('<', String.raw`\u003c`);
  const service = depot && SERVICES[depot.service].name;
  return `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${securityPolicy(depot)}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex, nofollow" />
    <meta name="referrer" content="no-referrer" />
    <title>Écrire dans ${name}</title>
    <meta name="description" content="Le formulaire de ceux qui écrivent dans ${name}." />
    <link rel="icon" href="/icone.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/redaction/accueil.css" />
    <script type="module" src="/redaction/formulaire.js"></script>
  </head>
  <body>
    <main id="accueil">
      <h1>Écrire dans ${name}</h1>
      <p>${french("Ce formulaire montre tous les champs d'un récit, d'un outil, d'une équipe ou d'une page, et range ce que vous écrivez au bon endroit.")}</p>
${service ? `      <h2>En ligne</h2>\n      <p>${french(`Vos textes s'enregistrent dans le dépôt ${service} de la publication. Il vous faut un compte ${service} invité à y écrire.`)}</p>\n      <p><button type="button" id="depot">${french(`Se connecter à ${service}`)}</button></p>\n` : ''}      <h2>${french('Sur cet ordinateur')}</h2>
      <p>${french('Ouvrez le dossier du projet, ou son dossier « content ». Le navigateur vous demande la permission d’y écrire ; rien ne quitte votre ordinateur.')}</p>
      <p><button type="button" id="reouvrir" hidden>${french('Rouvrir le dernier dossier')}</button></p>
      <p><button type="button" id="dossier" hidden>Choisir le dossier…</button></p>
      <p id="sans-dossier">${french("Pour ouvrir un dossier, il faut Chrome, Edge ou un autre navigateur qui le permet : ni Firefox ni Safari ne le font aujourd'hui.")}</p>
      <p id="message" role="alert"></p>
${guideLinks(contenu)}      <noscript><p>${french('Ce formulaire ne marche pas sans JavaScript.')}</p></noscript>
    </main>
    <script type="application/json" id="options">${options}</script>
  </body>
</html>
`;
}
