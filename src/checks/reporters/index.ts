import type { Contenu } from '#src/checks/contenu.ts';
import type { Issue } from '#src/checks/issues.ts';
import { githubReport } from './github.ts';
import { gitlabReport } from './gitlab.ts';
import { jsonReport } from './json.ts';

/** What a report for programs is made from. */
export interface Findings {
  readonly contenu: Contenu;
  readonly issues: readonly Issue[];
  /** A file of the content as it is named from the project's folder: « content/histoires/port.md ». */
  readonly pathOf: (file: string) => string;
}

/** Reports for programs, by the name that `--format` takes; each gives a whole text, without its last line end. */
export const REPORTERS = {
  json: jsonReport,
  github: githubReport,
  gitlab: gitlabReport,
} as const satisfies Readonly<Record<string, (findings: Findings) => string>>;

export type Format = 'terminal' | keyof typeof REPORTERS;

export const FORMATS: readonly Format[] = ['terminal', 'json', 'github', 'gitlab'];
