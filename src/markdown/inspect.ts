export function inspectMarkdown(_source: string, _format: 'md' | 'mdx'): { passages: any[] } {
  return { passages: [] };
}
