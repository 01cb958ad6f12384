import { stat } from 'node:fs/promises';
import { verifier } from '#src/checks/index.ts';
import { reportText, wantsColour } from '#src/checks/report.ts';
import { fr } from '#src/checks/text.ts';

const dir = process.env['CONTENT_DIR'] ?? 'content';
const isFolder = await stat(dir).then(
  (found) => found.isDirectory(),
  () => false,
);
if (isFolder) {
  const { contenu, issues } = await verifier(dir);
  const width = Math.min(process.stdout.columns || 80, 100);
  console.log(reportText(contenu, issues, { colour: wantsColour(process.stdout, process.env), width }));
  process.exitCode = issues.some(({ severity }) => severity === 'erreur') ? 1 : 0;
} else {
  console.error(fr`Le dossier du contenu est introuvable : ${dir}`);
  process.exitCode = 1;
}
