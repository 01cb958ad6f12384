import { closing, remedy } from '#src/checks/report.ts';
import type { Findings } from './index.ts';

/**
 * One workflow command for each problem, which GitHub Actions shows on the line of the file in a pull request. Values are
 * escaped by GitHub's rules, so that nothing written in a file can give a command. The last line is for who reads the log.
 */
export function githubReport({ contenu, issues, pathOf }: Findings): string {
  const commands = issues.map((issue) => {
    const command = issue.severity === 'erreur' ? 'error' : 'warning';
    const place = [
      `file=${property(pathOf(issue.file))}`,
      `line=${issue.line}`,
      `col=${issue.column}`,
      `title=${property(issue.field ?? issue.rule)}`,
    ];
    return `::${command} ${place.join(',')}::${data([issue.message, ...remedy(issue)].join('\n'))}`;
  });
  return [...commands, closing(contenu, issues, { width: Infinity })].join('\n');
}

/** Other control characters could command the terminal of whoever reads the log. */
const CONTROL = /(?![\r\n])\p{Cc}/gu;

const data = (text: string): string =>
  text.replace(CONTROL, '').replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
