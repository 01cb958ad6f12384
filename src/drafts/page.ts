import { type Contenu, filesOf } from '#src/checks/contenu.ts';
import { fr } from '#src/checks/text.ts';
import { today } from '#src/domain/dates.ts';
import { prompt } from '#src/domain/prompts.ts';
import { slugify } from '#src/domain/slugs.ts';
import { COLLECTION_SCHEMAS } from '#src/schemas/index.ts';
import { type Ask, textQuestion } from './ask.ts';
import { markdownFile } from './fields-yaml.ts';
import { freeId, nameQuestion, type NewEntry } from './new-entry.ts';

const SCHEMA = COLLECTION_SCHEMAS.pages;

/** A page of text. */
export async function newPage(contenu: Contenu, ask: Ask): Promise<NewEntry[]> {
  const titre = (await ask.text(textQuestion(SCHEMA, 'titre', fr`Titre de la page`))) ?? '';
  const resume = await ask.text(
    textQuestion(SCHEMA, 'resume', fr`Ce que le lecteur y trouve, en une phrase`, { obligatoire: false }),
  );
  const emplacement = await ask.choice({
    option: 'emplacement',
    titre: fr`Où elle est annoncée`,
    obligatoire: false,
    propose: 'aucun',
    choix: [
      { value: 'aucun', nom: fr`nulle part : un lien y mènera` },
      { value: 'comprendre', nom: fr`dans la rubrique « Comprendre »` },
      { value: 'pied', nom: fr`en pied de page` },
      { value: 'redaction', nom: fr`parmi les pages des rédacteurs` },
    ],
  });
  const name = emplacement === 'comprendre' ? `comprendre/${slugify(titre)}` : slugify(titre);
  const id = freeId(filesOf(contenu, 'pages'), name);
  const fichier = await ask.text(nameQuestion(id));
  const data = {
    titre,
    resume: resume || prompt(fr`une phrase : ce que le lecteur y trouve.`),
    emplacement,
    mise_a_jour: today(),
    brouillon: true,
  };
  const body = `> ${prompt(fr`le texte de la page.`)}`;
  return [{ path: `pages/${fichier ?? id}.md`, text: markdownFile(SCHEMA, data, body) }];
}
