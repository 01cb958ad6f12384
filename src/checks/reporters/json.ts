import type { Issue } from '#src/checks/issues.ts';
import type { Findings } from './index.ts';

/** Changes when a key goes or changes its meaning; a new key does not change it. */
const VERSION = 1;

/** Everything that the check found, as one JSON document whose keys are English and always there. */
export function jsonReport({ contenu, issues, pathOf }: Findings): string {
  const errors = issues.filter(({ severity }) => severity === 'erreur');
  return JSON.stringify(
    {
      version: VERSION,
      counts: {
        errors: errors.length,
        warnings: issues.length - errors.length,
        filesWithErrors: new Set(errors.map(({ file }) => file)).size,
        contentFiles: contenu.files.length,
      },
      issues: issues.map((issue) => asJson(issue, pathOf)),
    },
    null,
    2,
  );
}

function asJson(issue: Issue, pathOf: Findings['pathOf']) {
  return {
    file: pathOf(issue.file),
    line: issue.line,
    column: issue.column,
    field: issue.field ?? null,
    rule: issue.rule,
    severity: issue.severity === 'erreur' ? 'error' : 'warning',
    message: issue.message,
    read: issue.read ?? null,
    expected: issue.expected ?? null,
    suggestion: issue.suggestion ?? null,
    correctedLine: issue.correctedLine ?? null,
    addedLine: issue.addedLine ?? null,
    addedWhere: issue.addedWhere ?? null,
  };
}
