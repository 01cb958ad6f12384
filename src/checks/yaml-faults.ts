import { isAlias, isScalar, visit } from 'yaml';
import type { Node } from 'yaml';
import type { Issue } from './issues.ts';
import { issueIn } from './issues.ts';
import { fr } from './text.ts';
import { findLineFaults } from './yaml-lines.ts';
import type { YamlSource } from './yaml-source.ts';
import { lineText, parseYaml, positionAt, quoted } from './yaml-source.ts';

export interface ReadYaml {
  /** As its author meant it, when the lines at fault could be mended. */
  readonly yaml: YamlSource;
  readonly faults: readonly Issue[];
  /** Whether its data can be trusted. */
  readonly readable: boolean;
  /** Whether it was read after mending lines, or not at all. */
  readonly guessed: boolean;
  /** Whether some lines were left out. */
  readonly partial: boolean;
}

/** Lines that may be put right or left out one after the other before a text is given up. */
const ATTEMPTS = 5;
/** A text of more signs than this is no one's writing: its first fault is enough. */
const LONG = 200_000;

/**
 * What stops a YAML text from being read. It is read on as if the lines at fault were mended; one that cannot be is left
 * out, with what stands under it, so that the faults of the other fields are told at once.
 */
export function readYaml(file: string, source: YamlSource): ReadYaml {
  const first = yamlFaults(file, source);
  // A key written twice has a value all the same.
  if (first.every(isDuplicate)) return { yaml: source, faults: first, ...WHOLE };
  const told: Issue[] = [];
  let yaml = source;
  let faults = first;
  let partial = false;
  for (let attempt = 0; attempt < ATTEMPTS && source.text.length < LONG; attempt += 1) {
    const lines = [...yaml.lines];
    for (const { line, correctedLine } of faults.filter((issue) => !isDuplicate(issue))) {
      const index = line - yaml.firstLine;
      if (correctedLine === undefined) leaveOut(lines, index);
      else lines[index] = correctedLine;
      partial ||= correctedLine === undefined;
    }
    told.push(...faults.filter((issue) => !isDuplicate(issue)));
    yaml = parseYaml(lines.join('\n'), source.firstLine);
    faults = yamlFaults(file, yaml);
    if (faults.every(isDuplicate))
      return { yaml, faults: [...told, ...faults], readable: true, guessed: true, partial };
  }
  return { yaml: source, faults: first, readable: false, guessed: true, partial: true };
}

const WHOLE = { readable: true, guessed: false, partial: false };

/** Empties a line and those that are shifted under it, so that all others keep their places. */
function leaveOut(lines: string[], index: number): void {
  const indent = (line: string) => line.length - line.trimStart().length;
  const shift = indent(lines[index] ?? '');
  lines[index] = '';
  for (let next = index + 1; next < lines.length; next += 1) {
    const line = lines[next] ?? '';
    if (line.trim() !== '' && indent(line) <= shift) return;
    lines[next] = '';
  }
}

const isDuplicate = ({ rule }: Issue) => rule === 'yaml-duplicate';

/** What stops a YAML text from being read, said where the fault begins; an empty list when nothing does. */
function yamlFaults(file: string, source: YamlSource): Issue[] {
  const errors = source.document.errors;
  const duplicates = errors.filter((error) => error.code === 'DUPLICATE_KEY');
  const issues = duplicates.map((error) => duplicateKey(file, source, error.pos[0]));
  const others = errors.filter((error) => error.code !== 'DUPLICATE_KEY');
  const first = others[0];
  if (first) {
    const seen = findLineFaults(source.text);
    const shift = source.firstLine - 1;
    for (const { line, column, ...details } of seen) {
      issues.push(issueIn(file, details, { line: line + shift, column }));
    }
    if (seen.length === 0) issues.push(generic(file, source, first.code, first.pos[0]));
  }
  // A mark that stops the reading was told above, on its own line.
  const told = new Set(issues.map(({ line }) => line));
  return [...issues, ...specialMarks(file, source).filter(({ line }) => !told.has(line))];
}

function duplicateKey(file: string, source: YamlSource, offset: number): Issue {
  const place = positionAt(source, offset);
  const key = /^[^:]*/.exec(source.text.slice(offset))?.[0].trim() ?? '';
  const sameKey = (line: string) => line.slice(place.column - 1).startsWith(`${key}:`);
  const earlier = source.lines.slice(0, place.line - source.firstLine).findLastIndex(sameKey);
  const where = earlier < 0 ? '' : fr` (ligne ${earlier + source.firstLine})`;
  return issueIn(
    file,
    {
      rule: 'yaml-duplicate',
      field: key,
      read: key,
      message: fr`« ${key} » est déjà écrit plus haut${where}. Garder une seule des deux lignes, ou réunir leurs valeurs.`,
    },
    place,
  );
}

/** When reading line by line did not find the cause: the place where the parser gave up, in plain French. */
function generic(file: string, source: YamlSource, code: string, offset: number): Issue {
  const place = positionAt(source, offset);
  const line = lineText(source, place.line).trim();
  if (code === 'MULTIPLE_DOCS') {
    const message = fr`une ligne « --- » ou « ... » coupe ce fichier en deux. La supprimer.`;
    return issueIn(file, { rule: 'yaml-documents', message }, place);
  }
  if (code === 'MULTILINE_IMPLICIT_KEY' || code === 'MISSING_CHAR') {
    const message = fr`« ${line} » n'est ni un champ, ni un élément de liste. Un champ s'écrit avec un nom, un deux-points, une espace et une valeur.`;
    return issueIn(file, { rule: 'yaml-missing-colon', read: line, message }, place);
  }
  const message = fr`l'écriture de cette ligne n'est pas comprise. Vérifier les guillemets, les deux-points et le décalage, ici et juste au-dessus.`;
  return issueIn(file, { rule: 'yaml-syntax', read: line, message }, place);
}

/** Tags (`!!js`), anchors and aliases: no use here, and a way to run code or to fill the memory. */
function specialMarks(file: string, source: YamlSource): Issue[] {
  const issues: Issue[] = [];
  const refuse = (node: Node, mark: string) => {
    // The mark stands before its value: go back to it, then to the first of its characters.
    let at = Math.max(source.text.lastIndexOf(mark, node.range?.[0] ?? 0), 0);
    while (source.text[at - 1] === mark) at -= 1;
    const place = positionAt(source, at);
    const line = lineText(source, place.line);
    const written = line.slice(place.column - 1).trim();
    const text = (isScalar(node) || isAlias(node)) && /(:|-) $/.test(line.slice(0, place.column - 1));
    issues.push(
      issueIn(
        file,
        {
          rule: 'yaml-mark',
          read: written,
          message: fr`« ${mark} » en tête d'une valeur est une commande que ce site refuse. Si c'est du texte, l'entourer de guillemets.`,
          ...(text ? { correctedLine: line.slice(0, place.column - 1) + quoted(written) } : {}),
        },
        place,
      ),
    );
  };
  visit(source.document, {
    Alias: (_, node) => refuse(node, '*'),
    Node: (_, node) => {
      if ('anchor' in node && node.anchor) refuse(node, '&');
      else if (node.tag && !STANDARD_TAG.test(node.tag)) refuse(node, '!');
    },
  });
  return issues;
}

/** Tags that a plain value gets from its own shape. */
const STANDARD_TAG = /^tag:yaml\.org,2002:(str|int|float|bool|null|map|seq)$/;
