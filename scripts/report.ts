import { stat } from 'node:fs/promises';
import { verifier } from '#src/checks/index.ts';
import { reportText, wantsColour } from '#src/checks/report.ts';
import { contentDir } from '#src/domain/content-dir.ts';
import { UserError } from './user-error.ts';

/** Prints the editor's report; true when nothing stands in the way of publishing. */
export async function reportContent(): Promise<boolean> {
  const dir = contentDir();
  const found = await stat(dir).catch(() => undefined);
  if (!found?.isDirectory()) throw new UserError(`Le dossier du contenu est introuvable : ${dir}`);
  const { contenu, issues } = await verifier(dir);
  const width = Math.min(process.stdout.columns || 80, 100);
  console.log(reportText(contenu, issues, { colour: wantsColour(process.stdout, process.env), width }));
  return issues.every(({ severity }) => severity !== 'erreur');
}
