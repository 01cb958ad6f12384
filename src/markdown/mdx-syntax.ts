import type { MarkdownProblem } from './problems.ts';

/** What the parser could not read, told apart by what stands where it gave up. */
type Fault =
  | 'element-unclosed'
  | 'element-mismatch'
  | 'element-not-opened'
  | 'element-syntax'
  | 'expression-unclosed'
  | 'address-in-brackets'
  | 'less-than'
  | 'javascript'
  | 'other';

function faultOf(message: string, at: string): Fault {
  if (/^<(?:https?:|mailto:|[^\s<>@]+@)/i.test(at)) return 'address-in-brackets';
  if (/open tag first/i.test(message)) return 'element-not-opened';
  if (/parse expression/i.test(message)) return 'javascript';
  if (/closing brace|in expression/i.test(message)) return 'expression-unclosed';
  if (/closing tag/i.test(message))
    return /expected corresponding|mismatch|but/i.test(message) ? 'element-mismatch' : 'element-unclosed';
  if (/^<[\p{L}/]/u.test(at)) return 'element-syntax';
  if (at.startsWith('<')) return 'less-than';
  if (/^(?:import|export)\b|^\{/.test(at)) return 'javascript';
  return 'other';
}

/**
 * Reads the message of an MDX parser that gave up: where the fault begins and what it is.
 * @returns undefined when the error is not about the text: then it is a bug of ours
 */
export function mdxSyntaxProblem(error: unknown, source: string): MarkdownProblem | undefined {
  const message = error instanceof Error ? error.message : '';
  const place = /^(\d+):(\d+)(?:-\d+:\d+)?: /.exec(message);
  if (!place) return undefined;
  // When a tag opened before is the cause, the message names its place in brackets.
  const opened = /`<[^`]*>` \((\d+):(\d+)/.exec(message);
  const line = Number(opened?.[1] ?? place[1]);
  const column = Number(opened?.[2] ?? place[2]);
  const at = (source.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)[line - 1] ?? '').slice(column - 1);
  const read = at.trim().slice(0, 80);
  if (at.startsWith('<!--')) return { rule: 'html-comment', line, column, read };
  if (at.startsWith('<!')) return { rule: 'raw-html', line, column, read };
  return { rule: 'mdx-syntax', line, column, read, detail: faultOf(message, at) };
}
