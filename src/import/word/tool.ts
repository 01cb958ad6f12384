import { excerpt, fr } from '#src/checks/text.ts';
import { capitalised } from '#src/domain/french.ts';
import { prompt } from '#src/domain/prompts.ts';
import { slugify } from '#src/domain/slugs.ts';
import { fitsField, termsOf } from '#src/import/fiche/read.ts';
import { Refusal } from '#src/import/table.ts';
import type { Values } from './answers.ts';
import { type DraftParts, type Given, reminder, resumeOf, themesOf } from './story.ts';
import { termNamedIn } from './words.ts';

/** The sheet of a tool: what it needs and the document does not say becomes a right value, or a text to write. */
export function toolParts(given: Given): DraftParts {
  const { sheet, values, options, today, account } = given;
  const unsure: string[] = [];
  const titre = titleOf(given);
  const type = typeOf(given, titre, unsure);
  const relecture = values['relecture'] ?? today.slice(0, 7);
  if (values['relecture'] === undefined)
    account.guessed.push(fr`Date de relecture : « ${String(relecture)} », le mois de cette importation.`);
  const found = ['fichiers', 'lien', 'obtention'].some((field) => values[field] !== undefined);
  if (!found)
    account.toWrite.push(
      fr`Comment obtenir l'outil : le champ « obtention », ou un document dans « fichiers », ou une adresse dans « lien ».`,
    );
  const data: Values = {
    ...values,
    titre,
    resume: resumeOf(given, 'outils'),
    type,
    themes: themesOf(given, unsure),
    relecture,
    ...(found ? {} : { obtention: prompt(fr`comment obtenir l'outil`) }),
    brouillon: true,
  };
  if (unsure.length > 0)
    account.toWrite.push(
      fr`Dans la fiche, posé faute d'avoir trouvé mieux : ${unsure.join(', ')}. Une ligne du texte le rappelle.`,
    );
  return {
    data,
    blocks: [...reminder(unsure), ...sheet.blocks],
    name:
      slugify(options.fichier ?? '') ||
      slugify(titre)
        .slice(0, 60)
        .replace(/-[^-]*$/, (end) => (slugify(titre).length > 60 ? '' : end)),
  };
}

function titleOf({ sheet, values, file, account }: Given): string {
  const title = ((values['titre'] as string | undefined) ?? sheet.title ?? '').replace(/\.$/, '');
  if (title !== '' && fitsField('outils', 'titre', title)) return title;
  if (title !== '') account.lost.push(fr`Titre « ${title} » : il ne tient pas en 120 signes.`);
  const named = capitalised(file.replace(/[_-]+/g, ' ').trim());
  if (!/\p{L}/u.test(named) || !fitsField('outils', 'titre', named))
    throw new Refusal(
      fr`rien ne dit le titre de cet outil. L'écrire en tête du document, avec le style « Titre », ou sur une ligne « Titre : … ».`,
    );
  account.guessed.push(fr`Titre : « ${excerpt(named)} », le nom du document.`);
  return named;
}

function typeOf({ contenu, values, account }: Given, titre: string, unsure: string[]): string {
  if (typeof values['type'] === 'string') return values['type'];
  const named = termNamedIn(contenu, 'types-outils', titre);
  if (named) {
    account.guessed.push(fr`Type : « ${named.nom} », d'après le titre.`);
    return named.cle;
  }
  const [first] = termsOf(contenu, 'types-outils');
  if (!first)
    throw new Refusal(fr`vocabulaire/types-outils.yaml ne contient aucun type. Y écrire le premier.`);
  unsure.push(fr`« type » (${first.cle})`);
  return first.cle;
}
