import type { Features } from 'satteri';

/** What is read as Markdown, the same in the build and in the editor's check. */
export const FEATURES = {
  directive: true,
  frontmatter: false,
  rawHtml: true,
  // As objects, because Astro overrules mere booleans with its own defaults in MDX.
  gfm: { footnotes: { label: 'Notes', backLabel: 'Retour à la note {reference}' } },
  smartPunctuation: { quotes: false, dashes: false, ellipses: false },
} as const satisfies Features;
