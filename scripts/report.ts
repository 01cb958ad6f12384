import { stat } from 'node:fs/promises';
import { verifier } from '#src/checks/index.ts';
import { wantsColour } from '#src/checks/paint.ts';
import { reportText } from '#src/checks/report.ts';
import { contentDir } from '#src/domain/content-dir.ts';
import { UserError } from './user-error.ts';

export type Checked = Awaited<ReturnType<typeof verifier>>;

/** The publication's folder, which is there. */
export async function contentFolder(): Promise<string> {
  const dir = contentDir();
  const found = await stat(dir).catch(() => undefined);
  if (!found?.isDirectory()) throw new UserError(`Le dossier du contenu est introuvable\u00A0: ${dir}`);
  return dir;
}

/** Reads and checks the publication's folder. */
export const checkContent = async (): Promise<Checked> => verifier(await contentFolder());

/** True when nothing stands in the way of publishing. */
export const isPublishable = ({ issues }: Checked): boolean =>
  issues.every(({ severity }) => severity !== 'erreur');

/** How the terminal shows a report: its width, up to what is pleasant to read, and whether it has colours. */
export const terminalOptions = () => ({
  colour: wantsColour(process.stdout, process.env),
  width: Math.min(process.stdout.columns || 80, 100),
});

export function printReport({ contenu, issues }: Checked): void {
  console.log(reportText(contenu, issues, terminalOptions()));
}
