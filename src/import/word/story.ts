import { type Contenu, filesOf } from '#src/checks/contenu.ts';
import { valueAt } from '#src/checks/fields.ts';
import { either, excerpt, fr, plural } from '#src/checks/text.ts';
import { PASSAGE_KINDS, type PassageKind } from '#src/domain/collections.ts';
import { uncapitalised, withArticle } from '#src/domain/french.ts';
import { prompt } from '#src/domain/prompts.ts';
import { slugify } from '#src/domain/slugs.ts';
import { nextCode } from '#src/drafts/codes.ts';
import { fitsField, readTerm, termsOf } from '#src/import/fiche/read.ts';
import { Refusal } from '#src/import/table.ts';
import { findTeam } from '#src/import/teams.ts';
import type { Account } from './account.ts';
import type { Values } from './answers.ts';
import type { Block } from './blocks.ts';
import type { Sheet } from './sheet.ts';
import { termNamedIn, termsSpokenOf, wordsOfBlocks } from './words.ts';

/** What the command line may say besides the file. */
export interface WordOptions {
  readonly equipe?: string | undefined;
  readonly themes?: readonly string[] | undefined;
  readonly leviers?: readonly string[] | undefined;
  /** The name of the file to write, from which its address comes. */
  readonly fichier?: string | undefined;
}

/** The fields of a draft, its text, and where it goes. */
export interface DraftParts {
  readonly data: Values;
  readonly blocks: readonly Block[];
  /** The name of its file, without its ending. */
  readonly name: string;
}

export interface Given {
  readonly contenu: Contenu;
  readonly sheet: Sheet;
  readonly values: Values;
  /** The name of the document, without its ending. */
  readonly file: string;
  readonly options: WordOptions;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly account: Account;
}

const KINDS = Object.keys(PASSAGE_KINDS) as PassageKind[];

/** What a story needs and the document does not say becomes a right value, which is told, or a text to write. */
export function storyParts(given: Given): DraftParts {
  const { contenu, sheet, values, options, today, account } = given;
  const { equipe, team } = teamOf(given);
  const unsure: string[] = [];
  const rencontre = (values['rencontre'] as string | undefined) ?? visitBefore(values['publication'], today);
  if (values['rencontre'] === undefined) unsure.push(fr`« rencontre » (${rencontre})`);
  const scan = values['scan'] ?? scanOf(given, equipe, Number(rencontre.slice(0, 4)));
  const month = today.slice(0, 7);
  const publication =
    values['publication'] ?? (rencontre.slice(0, 7) > month ? rencontre.slice(0, 7) : month);
  if (values['publication'] === undefined)
    account.guessed.push(fr`Date de publication : « ${String(publication)} », le mois de cette importation.`);
  const themes = themesOf(given, unsure);
  const passages = passagesIn(sheet.blocks);
  const lists = Object.fromEntries(KINDS.map((kind) => [PASSAGE_KINDS[kind], keysOf(kind, passages, given)]));
  const toPlace = KINDS.flatMap((kind) =>
    (lists[PASSAGE_KINDS[kind]] ?? [])
      .filter((cle) => !passages.some((one) => one.passage === kind && one.cle === cle))
      .map((cle) => ({ kind, cle })),
  );
  if ((lists['leviers'] ?? []).length === 0) {
    const [first] = termsOf(contenu, 'leviers');
    if (!first)
      throw new Refusal(
        fr`vocabulaire/leviers.yaml ne contient aucun levier : un récit en montre un au moins. Y écrire le premier.`,
      );
    lists['leviers'] = [first.cle];
    toPlace.push({ kind: 'levier', cle: first.cle });
    unsure.push(fr`« leviers » (${first.cle})`);
  }
  const data: Values = {
    ...values,
    titre: titleOf(given, team),
    resume: resumeOf(given),
    reference: values['reference'] ?? nextCode(contenu, String(publication).slice(0, 7).padEnd(7, '-01')),
    equipe,
    rencontre,
    publication,
    ...(scan === undefined ? {} : { scan }),
    themes,
    ...Object.fromEntries(Object.entries(lists).filter(([, keys]) => keys.length > 0)),
    ...(valueAt(team, ['demonstration']) === true ? { demonstration: true } : {}),
    brouillon: true,
  };
  if (unsure.length > 0)
    account.toWrite.push(
      fr`Dans la fiche, posé faute d'avoir trouvé mieux : ${either(unsure, 'et')}. Une ligne du texte le rappelle.`,
    );
  if (toPlace.length > 0)
    account.toWrite.push(
      fr`${plural(toPlace.length, 'passage')} à placer, à la fin du texte : ${either(
        toPlace.map(({ kind, cle }) => fr`${kind} « ${cle} »`),
        'et',
      )}.`,
    );
  return {
    data,
    blocks: [
      ...reminder(unsure),
      ...sheet.blocks,
      ...toPlace.map(({ kind, cle }) => passageToPlace(contenu, kind, cle)),
    ],
    name: slugify(options.fichier ?? '') || equipe,
  };
}

/** A day that may be the visit's: today, or the first day of the publication when it is past. */
function visitBefore(publication: unknown, today: string): string {
  const first = typeof publication === 'string' ? publication.padEnd(10, '-01') : today;
  return first < today ? first : today;
}

/** The year of the answers that the story's sheet shows: nothing to write when it is the visit's own. */
function scanOf({ contenu, account }: Given, equipe: string, year: number): number | undefined {
  const years = filesOf(contenu, 'scans')
    .filter(({ id }) => id.endsWith(`/${equipe}`))
    .map(({ id }) => Number(id.split('/')[0]));
  if (years.length === 0)
    throw new Refusal(
      fr`l'équipe « ${equipe} » n'a pas encore de Scan'équipe, et la fiche d'identité du récit en a besoin. En commencer un : « npm run nouveau -- scan --equipe ${equipe} », puis relancer.`,
    );
  const [nearest = year] = years.toSorted((a, b) => Math.abs(a - year) - Math.abs(b - year));
  if (nearest === year) return undefined;
  account.guessed.push(fr`Scan'équipe de la fiche d'identité : ${nearest}, le plus proche de la rencontre.`);
  return nearest;
}

/** A line that keeps the page from going on line until somebody has looked. */
export function reminder(unsure: readonly string[]): Block[] {
  if (unsure.length === 0) return [];
  return [
    line(
      prompt(
        fr`dans la fiche, en haut de ce fichier, les bonnes valeurs de ${either(unsure, 'et')} ; puis supprimer cette ligne.`,
      ),
    ),
  ];
}

const line = (text: string): Block => ({
  kind: 'paragraph',
  line: [{ text: text.replace(/[\u00A0\u202F]/g, ' ') }],
  comments: [],
});

function passageToPlace(contenu: Contenu, kind: PassageKind, cle: string): Block {
  const nom = termsOf(contenu, PASSAGE_KINDS[kind]).find((term) => term.cle === cle)?.nom ?? cle;
  const text = prompt(
    fr`le passage du texte qui montre « ${nom} ». Entourer ce passage des deux lignes de ce bloc, à sa place, et supprimer celui-ci.`,
  );
  return { kind: 'passage', passage: kind, cle, blocks: [line(text)], comments: [] };
}

function passagesIn(blocks: readonly Block[]): { passage: PassageKind; cle: string }[] {
  return blocks.flatMap((block) =>
    block.kind === 'passage' ? [{ passage: block.passage, cle: block.cle }, ...passagesIn(block.blocks)] : [],
  );
}

function keysOf(
  kind: PassageKind,
  passages: readonly { passage: PassageKind; cle: string }[],
  { contenu, values, options, account }: Given,
): string[] {
  const list = PASSAGE_KINDS[kind];
  const marked = passages.filter((one) => one.passage === kind).map(({ cle }) => cle);
  const announced = (values[list] as string[] | undefined) ?? [];
  const asked =
    kind === 'levier'
      ? (options.leviers ?? []).map((word) => asTerm(contenu, 'leviers', word, '--leviers', account))
      : [];
  return [...new Set([...marked, ...announced, ...asked])];
}

/** A word of the command line: what is not one stops everything, the person is there to write it again. */
function asTerm(contenu: Contenu, target: string, word: string, option: string, account: Account): string {
  const { value, guess, problem } = readTerm(contenu, target, word, false);
  if (problem !== undefined) throw new Refusal(fr`option « ${option} » : ` + problem);
  if (guess !== undefined) account.guessed.push(fr`Option « ${option} » : ` + guess);
  return String(value);
}

function teamOf({ contenu, sheet, values, options, file, account }: Given): {
  equipe: string;
  team: unknown;
} {
  const named = (equipe: string) => ({
    equipe,
    team: filesOf(contenu, 'equipes').find(({ id }) => id === equipe)?.data,
  });
  if (options.equipe !== undefined) {
    const found = findTeam(contenu, options.equipe);
    if ('problem' in found) throw new Refusal(fr`option « --equipe » : ` + found.problem);
    return named(found.team.id);
  }
  if (typeof values['equipe'] === 'string') return named(values['equipe']);
  const inTitle = termNamedIn(contenu, 'equipes', [sheet.title ?? '', sheet.subtitle ?? '', file].join('\n'));
  if (inTitle) {
    account.guessed.push(fr`Équipe : « ${inTitle.nom} », nommée dans le titre ou dans le nom du document.`);
    return named(inTitle.cle);
  }
  const written = sheet.answers.find(({ column }) => column.champ === 'equipe')?.text;
  const found = written === undefined ? undefined : findTeam(contenu, written);
  const why = found && 'problem' in found ? found.problem : fr`rien ne dit de quelle équipe est ce récit.`;
  throw new Refusal(
    why +
      fr` Écrire en tête du document une ligne « Équipe : … », avec le nom de l'équipe tel qu'il est dans sa fiche, ou ajouter à la commande « --equipe » et le nom de son fichier. Une équipe nouvelle se décrit d'abord dans content/equipes (guide, « Décrire une équipe »).`,
  );
}

function titleOf({ sheet, values, account }: Given, team: unknown): string {
  const nom = valueAt(team, ['nom']);
  const article = valueAt(team, ['article']);
  const own = typeof nom === 'string' ? withArticle(typeof article === 'string' ? article : '', nom) : '';
  const written = ((values['titre'] as string | undefined) ?? sheet.title ?? '').replace(
    /^il était une fois\s*(…|\.{3})?[\s,:]*/iu,
    '',
  );
  if (written === '') {
    account.guessed.push(fr`Titre : « ${own} », le nom de l'équipe.`);
    return own;
  }
  // « Le Pôle du Port »: the article of a name that follows « Il était une fois ».
  const plain =
    /^(le|la|les|l['’])/i.test(written) &&
    [own, nom].some(
      (name) => slugify(String(name)) !== '' && slugify(written).endsWith(slugify(String(name))),
    )
      ? uncapitalised(written)
      : written;
  const title = plain.replace(/\.$/, '');
  if (fitsField('histoires', 'titre', title)) return title;
  account.lost.push(fr`Titre « ${title} » : il ne tient pas en 90 signes.`);
  account.toWrite.push(fr`Le titre.`);
  return prompt(fr`un titre de 90 signes au plus`);
}

/** The summary of a sheet, else what stands under the title, else a text to write. */
export function resumeOf(
  { sheet, values, account }: Pick<Given, 'sheet' | 'values' | 'account'>,
  collection: 'histoires' | 'outils' = 'histoires',
): string {
  if (typeof values['resume'] === 'string') return values['resume'];
  if (sheet.subtitle !== undefined && fitsField(collection, 'resume', sheet.subtitle)) {
    account.guessed.push(fr`Résumé : « ${excerpt(sheet.subtitle)} », le sous-titre du document.`);
    return sheet.subtitle;
  }
  if (sheet.subtitle !== undefined)
    account.lost.push(fr`Sous-titre « ${sheet.subtitle} » : il est trop long pour un résumé.`);
  account.toWrite.push(fr`Le résumé (champ « resume »).`);
  return prompt(
    collection === 'histoires'
      ? fr`deux ou trois phrases qui donnent envie de lire`
      : fr`une phrase : à quoi sert l'outil, et à qui`,
  );
}

/** The themes of the sheet or of the command, else those that the text speaks of, else the first of the list. */
export function themesOf({ contenu, sheet, values, options, account }: Given, unsure: string[]): string[] {
  const asked = (options.themes ?? []).map((word) => asTerm(contenu, 'themes', word, '--themes', account));
  const said = [...new Set([...((values['themes'] as string[] | undefined) ?? []), ...asked])];
  if (said.length > 0) return said;
  const spoken = termsSpokenOf(contenu, 'themes', wordsOfBlocks(sheet.blocks));
  if (spoken.length > 0) {
    account.guessed.push(
      fr`Thèmes : ${either(
        spoken.map(({ nom }) => fr`« ${nom} »`),
        'et',
      )}, d'après les mots du texte.`,
    );
    return spoken.map(({ cle }) => cle);
  }
  const [first] = termsOf(contenu, 'themes');
  if (!first) throw new Refusal(fr`vocabulaire/themes.yaml ne contient aucun thème. Y écrire le premier.`);
  unsure.push(fr`« themes » (${first.cle})`);
  return [first.cle];
}
