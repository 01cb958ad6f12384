import { explainFields } from '#src/checks/explain.ts';
import { splitFrontmatter } from '#src/checks/frontmatter.ts';
import type { Issue } from '#src/checks/issues.ts';
import { parseYaml } from '#src/checks/yaml-source.ts';
import type { FileForm } from './form-file.ts';

/**
 * What the check would refuse in the fields of a file, one sentence for each. What other files decide of it (references,
 * passages, names) is for the whole check, which the browser does not have.
 * @param text the whole file, as it would be written
 */
export function formFaults(form: FileForm, text: string): string[] {
  const head = form.shape === 'markdown' ? splitFrontmatter(text).head : text;
  const yaml = parseYaml(head, 1);
  const data: unknown = yaml.document.toJS();
  const source = { path: '', yaml, data };
  const bases = form.shape === 'entries' ? Object.keys(data ?? {}).map((key) => [key]) : [[]];
  return bases.flatMap((base) => explainFields(source, form.schema, base)).map(sentence);
}

const sentence = ({ field, message }: Issue): string =>
  (field ? `${field} : ${message}` : message).replace(/^./u, (first) => first.toUpperCase());
