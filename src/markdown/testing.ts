import { evaluate, markdownToHtml } from 'satteri';
import { FEATURES } from './features.ts';
import { htmlElement, type HtmlNode, htmlText, type PropertyValue, serialise } from './html-tree.ts';
import type { MarkdownOptions } from './options.ts';
import { markdownPlugins } from './plugins.ts';

/** Options of an imaginary publication, for tests. */
export const OPTIONS: MarkdownOptions = {
  sigles: [
    { cle: 'mjc', sigle: 'MJC', developpe: 'Maison des jeunes et de la culture' },
    { cle: 'ram', sigle: 'RAM', developpe: 'Relais d’assistantes maternelles' },
    {
      cle: 'ram-pro',
      sigle: 'RAM PRO',
      developpe: 'Relais d’assistantes maternelles professionnel',
    },
  ],
  terms: {
    levier: { 'meme-lieu': 'Exercer au même lieu' },
    frein: { temps: 'Le manque de temps' },
    benefice: {},
    motivation: {},
    action: {},
  },
  resolveLink: (url) => {
    const [file, anchor] = url.split('#');
    return file?.endsWith('livret-rcp.md')
      ? {
          href: `/boite-a-outils/livret-rcp/${anchor === undefined ? '' : `#${anchor}`}`,
          titre: 'Le livret des RCP',
        }
      : undefined;
  },
  tables: {
    histoires: [{ champ: 'titre', description: 'Titre de la page.', obligatoire: true, exemple: 'Un lieu' }],
  },
};

/** What the build makes of a Markdown text. */
export function fromMarkdown(source: string, options: MarkdownOptions = OPTIONS): string {
  const { source: first, html } = markdownPlugins(options);
  return markdownToHtml(source, { features: FEATURES, mdastPlugins: [first], hastPlugins: [html] }).html;
}

const PROPERTIES: Readonly<Record<string, string>> = { class: 'className' };

function jsx(type: unknown, props: unknown): HtmlNode {
  const { children, ...attributes } = props as Record<string, unknown>;
  const list = (Array.isArray(children) ? children : [children]).flat(Infinity) as unknown[];
  const nodes = list
    .filter((child) => child !== undefined && child !== null && child !== false)
    .map((child) =>
      typeof child === 'string' || typeof child === 'number' ? htmlText(String(child)) : (child as HtmlNode),
    );
  if (typeof type !== 'string') return { type: 'root', children: nodes };
  const properties = Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [PROPERTIES[name] ?? name, value as PropertyValue]),
  );
  return htmlElement(type, properties, nodes);
}

/** What the build makes of an MDX text: the module is really compiled and run. */
export function fromMdx(source: string, options: MarkdownOptions = OPTIONS): string {
  const { source: first, html } = markdownPlugins(options);
  const module = evaluate(source, {
    features: FEATURES,
    mdastPlugins: [first],
    hastPlugins: [html],
    Fragment: Symbol('fragment'),
    jsx,
    jsxs: jsx,
    elementAttributeNameCase: 'html',
  }) as { default: (props: object) => HtmlNode };
  return serialise(module.default({}));
}
