import { markdownToHtml, markdownToMdast, mdxToJs, mdxToMdast } from 'satteri';
import { PASSAGE_KINDS, type PassageKind } from '#src/domain/collections.ts';
import { textFacts, type TextFacts } from './facts.ts';
import { FEATURES } from './features.ts';
import { hasClass, htmlElement, type HtmlNode, mapHtml, serialise, walkHtml } from './html-tree.ts';
import { lostMarks } from './lost-marks.ts';
import { mdxSyntaxProblem } from './mdx-syntax.ts';
import { mendFences } from './mend-fences.ts';
import type { MarkdownOptions } from './options.ts';
import type { Heading, PassagePlace } from './outline.ts';
import { markdownPlugins } from './plugins.ts';
import { collector, type MarkdownProblem, type Report, silent } from './problems.ts';
import { copyTree, type SourceNode } from './source-tree.ts';
import { type TransformedSource, transformSource } from './transform.ts';

export interface Passage extends PassagePlace {
  /** The passage's own words as HTML, fit to be shown on another page. */
  readonly html: string;
}
export interface MarkdownFacts extends TextFacts {
  readonly headings: readonly Heading[];
  readonly passages: readonly Passage[];
  readonly problems: readonly MarkdownProblem[];
}
type Facts = Omit<MarkdownFacts, 'problems'>;

export interface InspectOptions extends Partial<MarkdownOptions> {
  /** The content file, from which relative links are read. */
  readonly from?: string;
  /** Whether passages come with their HTML, which costs most of the time; without it `html` is empty. */
  readonly html?: boolean;
}

const NO_TERMS = Object.fromEntries(Object.keys(PASSAGE_KINDS).map((kind) => [kind, {}])) as Record<
  PassageKind,
  Record<string, string>
>;

/** A passage away from its page: what points into that page, or is only good there, goes; the words stay. */
function portable(node: HtmlNode): string {
  const [done] = mapHtml(node, (each) => {
    const href = each.properties?.['href'];
    // A note's call, then what is left of the sign that held it: the innermost come first.
    if (each.tagName === 'a' && each.properties && 'dataFootnoteRef' in each.properties) return [];
    if (each.tagName === 'sup' && each.children?.length === 0) return [];
    // A passage inside this one is words of it here, without its own sign.
    if (hasClass(each, 'passage-signe')) return [];
    if (hasClass(each, 'passage') && each !== node) return each.children ?? [];
    if (each.tagName === 'img' || each.tagName === 'figure')
      return each.tagName === 'figure' && hasClass(each, 'citation') ? [each] : [];
    if (each.tagName === 'a' && typeof href === 'string' && href.startsWith('#')) return each.children ?? [];
    if (!each.properties) return [each];
    // Landmarks are named for one page: elsewhere they would be too many, and of the same name.
    const aside = each.tagName === 'aside';
    const properties = { ...each.properties, id: undefined, ...(aside ? { ariaLabel: undefined } : {}) };
    return [aside ? htmlElement('div', properties, each.children ?? []) : { ...each, properties }];
  });
  return (done?.children ?? []).map(serialise).join('').trim();
}

function passagesHtml(root: HtmlNode): Map<string, string> {
  const found = new Map<string, string>();
  walkHtml(root, (node) => {
    const id = node.properties?.['id'];
    if (hasClass(node, 'passage') && typeof id === 'string') {
      const words = node.children?.find((child) => hasClass(child, 'passage-texte'));
      if (words) found.set(id, portable(words));
    }
    return undefined;
  });
  return found;
}

function factsOf(transformed: TransformedSource, report: Report, htmlOf: (id: string) => string): Facts {
  const { headings, passages } = transformed.outline;
  lostMarks(transformed.blocks, report);
  return {
    headings,
    passages: passages.map((passage) => ({ ...passage, html: htmlOf(passage.id) })),
    ...textFacts(transformed.blocks, report),
  };
}

function sourceFacts(source: string, format: 'md' | 'mdx', options: MarkdownOptions, report: Report): Facts {
  const root = (format === 'md' ? markdownToMdast : mdxToMdast)(source, {
    features: FEATURES,
    position: true,
  });
  const transformed = transformSource(copyTree(root as unknown as SourceNode), source, options, report);
  return factsOf(transformed, report, () => '');
}

function read(written: string, format: 'md' | 'mdx', options: InspectOptions, report: Report): Facts {
  const source = mendFences(written, report);
  let transformed: TransformedSource | undefined;
  let page: HtmlNode | undefined;
  const full: MarkdownOptions = {
    sigles: options.sigles ?? [],
    terms: options.terms ?? NO_TERMS,
    tables: options.tables ?? {},
    resolveLink: options.resolveLink ?? (() => undefined),
  };
  if (!options.html) return sourceFacts(source, format, full, report);
  const plugins = markdownPlugins(full, {
    report,
    from: options.from ?? '',
    onSource: (each) => (transformed = each),
    onHtml: (root) => (page = root),
  });
  const pipeline = { features: FEATURES, mdastPlugins: [plugins.source], hastPlugins: [plugins.html] };
  if (format === 'md') markdownToHtml(source, pipeline);
  else mdxToJs(source, pipeline);
  if (!transformed || !page) throw new Error('the Markdown processor ran no plugin');
  const html = passagesHtml(page);
  return factsOf(transformed, report, (id) => html.get(id) ?? '');
}

/**
 * What a text holds and what is wrong with it, without Astro: for the editor's check and for the reading across stories.
 * @param source the whole body, without frontmatter; lines are counted from its start
 * @param format how the build will read it
 * @param options when given, links, acronyms and names in `html` are those of the site
 */
export function inspectMarkdown(
  source: string,
  format: 'md' | 'mdx',
  options: InspectOptions = {},
): MarkdownFacts {
  const { report, problems } = collector();
  try {
    const facts = read(source, format, options, report);
    problems.sort((a, b) => a.line - b.line || a.column - b.column);
    return { ...facts, problems };
  } catch (error) {
    const problem = format === 'mdx' ? mdxSyntaxProblem(error, source) : undefined;
    if (!problem) throw error;
    // Read as Markdown, so that other files still know its headings and links; only the fault itself is told.
    return { ...read(source, 'md', options, silent), problems: [problem] };
  }
}
