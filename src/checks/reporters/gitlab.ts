import { createHash } from 'node:crypto';
import type { Issue } from '#src/checks/issues.ts';
import { remedy } from '#src/checks/report.ts';
import { fr } from '#src/checks/text.ts';
import type { Findings } from './index.ts';

/** GitLab's Code Quality report: a JSON list, one element for each problem. */
export function gitlabReport({ issues, pathOf }: Findings): string {
  const seen = new Map<string, number>();
  return JSON.stringify(
    issues.map((issue) => {
      const path = pathOf(issue.file);
      const same = [path, issue.rule, issue.field ?? '', issue.message].join('\u0000');
      const rank = (seen.get(same) ?? 0) + 1;
      seen.set(same, rank);
      return {
        description: [said(issue), ...remedy(issue)].join('\n'),
        check_name: issue.rule,
        // Without the line: a problem that other lines push down is still the same one.
        fingerprint: createHash('sha256').update(`${same}\u0000${rank}`).digest('hex'),
        severity: issue.severity === 'erreur' ? 'major' : 'minor',
        location: { path, lines: { begin: issue.line } },
      };
    }),
    null,
    2,
  );
}

const said = ({ field, message }: Issue): string =>
  field === undefined ? message : fr`${field} : ${message}`;
