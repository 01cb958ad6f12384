import type { CheckContext } from '#src/checks/context.ts';
import { type ContentFile, filesOf } from '#src/checks/contenu.ts';
import { valueAt } from '#src/checks/fields.ts';
import { type Issue, issueOfField } from '#src/checks/issues.ts';
import { either, fr } from '#src/checks/text.ts';
import { fieldToAdd } from '#src/checks/yaml-additions.ts';
import { lineWithValue } from '#src/checks/yaml-source.ts';

/** What is invented is said on every page that shows it: a team, its scans and its stories agree. */
export function checkDemonstration({ contenu }: CheckContext): Issue[] {
  const groups = Map.groupBy(
    [...filesOf(contenu, 'equipes'), ...filesOf(contenu, 'scans'), ...filesOf(contenu, 'histoires')].filter(
      ({ data }) => typeof data === 'object' && data !== null,
    ),
    (file) => (file.collection === 'equipes' ? file.id : valueAt(file.data, ['equipe'])),
  );
  return [...groups].flatMap(([equipe, files]) => (typeof equipe === 'string' ? disagreeing(files) : []));
}

const said = (file: ContentFile) => valueAt(file.data, ['demonstration']);

function disagreeing(files: readonly ContentFile[]): Issue[] {
  const invented = files.filter((file) => said(file) === true).map(({ path }) => path);
  if (invented.length === 0) return [];
  // A value that is no boolean is told by its own rule.
  return files
    .filter((file) => said(file) === undefined || said(file) === false)
    .map((file) => {
      const written = said(file) === false;
      const message = fr`${either(invented, 'et')} ${invented.length > 1 ? 'disent' : 'dit'} « demonstration: true », et pas ce fichier : une équipe inventée, ses Scan'équipe et ses récits le disent tous.`;
      const remedy = written
        ? { correctedLine: lineWithValue(file.yaml, ['demonstration'], 'true') }
        : fieldToAdd(file.yaml, [], 'demonstration: true');
      return issueOfField(file, written ? ['demonstration'] : [], {
        rule: 'demonstration',
        field: 'demonstration',
        message,
        ...remedy,
      });
    });
}
