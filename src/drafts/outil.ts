import { basename } from 'node:path';
import { type Contenu, filesOf } from '#src/checks/contenu.ts';
import { fr } from '#src/checks/text.ts';
import { today } from '#src/domain/dates.ts';
import { prompt } from '#src/domain/prompts.ts';
import { documentName, slugify } from '#src/domain/slugs.ts';
import { COLLECTION_SCHEMAS } from '#src/schemas/index.ts';
import { type Ask, listQuestion, textQuestion } from './ask.ts';
import { markdownFile } from './fields-yaml.ts';
import { freeId, nameQuestion, type NewEntry } from './new-entry.ts';

const SCHEMA = COLLECTION_SCHEMAS.outils;
/** Where the documents of the toolbox stand. */
export const DOCUMENTS = 'outils/fichiers';

/** The headings that readers find from one sheet to the next, and what each is for. */
export const TOOL_PARTS = [
  [fr`À quoi il sert`, fr`ce que l'outil change, en deux phrases.`],
  [fr`Quand s'en servir`, fr`à quel moment, avec qui, combien de temps.`],
  [fr`Comment s'y prendre`, fr`les étapes, dans l'ordre.`],
  [fr`Pièges à éviter`, fr`ce qui fait échouer, et comment l'éviter.`],
] as const;

/** A tool's sheet. `document`: a file of the person's machine that will stand beside it. */
export async function newOutil(
  contenu: Contenu,
  ask: Ask,
  extra: object,
  document: string | undefined,
): Promise<NewEntry[]> {
  const titre = (await ask.text(textQuestion(SCHEMA, 'titre', fr`Titre de l'outil`))) ?? '';
  const type = await ask.choice(
    listQuestion(contenu, 'types-outils', { option: 'type', titre: fr`Type`, obligatoire: true }),
  );
  const themes = await ask.choices(
    listQuestion(contenu, 'themes', {
      option: 'themes',
      titre: fr`Thèmes ; le premier classe la fiche`,
      obligatoire: true,
    }),
  );
  const resume = await ask.text(
    textQuestion(SCHEMA, 'resume', fr`À quoi il sert, et à qui, en une phrase`, { obligatoire: false }),
  );
  const lien =
    document === undefined
      ? await ask.text(
          textQuestion(SCHEMA, 'lien', fr`Adresse de l'outil, s'il est en ligne ailleurs`, {
            obligatoire: false,
          }),
        )
      : undefined;
  const fichier = await ask.text(nameQuestion(freeId(filesOf(contenu, 'outils'), slugify(titre))));
  const data = {
    titre,
    resume: resume || prompt(fr`une phrase : à quoi sert l'outil, et à qui.`),
    type,
    themes,
    relecture: today(),
    ...(document === undefined ? {} : { fichiers: [`./fichiers/${documentName(basename(document))}`] }),
    ...(lien ? { lien } : {}),
    ...(document === undefined && !lien
      ? {
          obtention: prompt(
            fr`comment obtenir l'outil ; ou son document dans « fichiers », ou son adresse dans « lien ».`,
          ),
        }
      : {}),
    ...extra,
    brouillon: true,
  };
  const body = TOOL_PARTS.map(([part, what]) => `## ${part}\n\n> ${prompt(what)}`).join('\n\n');
  return [{ path: `outils/${fichier ?? slugify(titre)}.md`, text: markdownFile(SCHEMA, data, body) }];
}
