import { type Contenu, filesOf, publicationOf } from '#src/checks/contenu.ts';
import { fr } from '#src/checks/text.ts';
import { today } from '#src/domain/dates.ts';
import { isoFromFrench } from '#src/domain/french-dates.ts';
import { withArticle } from '#src/domain/french.ts';
import { PASSAGE_KINDS } from '#src/domain/collections.ts';
import { prompt } from '#src/domain/prompts.ts';
import { COLLECTION_SCHEMAS } from '#src/schemas/index.ts';
import { type Ask, choicesOf, faultOf, listQuestion, textQuestion } from './ask.ts';
import { nextCode } from './codes.ts';
import { inventedLike, newScan, newTeam } from './equipe.ts';
import { markdownFile } from './fields-yaml.ts';
import { freeId, nameQuestion, type NewEntry } from './new-entry.ts';

const SCHEMA = COLLECTION_SCHEMAS.histoires;
/** The choice of a team that has no sheet yet. */
const NEW_TEAM = 'nouvelle';

/** A story's draft, with its team and the team's answers when they are not there. */
export async function newHistoire(contenu: Contenu, ask: Ask, given: object): Promise<NewEntry[]> {
  const files: NewEntry[] = [];
  const equipe = await team(contenu, ask, given, files);
  const extra = { ...given, ...inventedLike(contenu, equipe.id) };
  const rencontre = await ask.text({
    ...dayQuestion('rencontre', fr`Jour de la rencontre`),
    propose: today(),
  });
  const visit = isoFromFrench(rencontre ?? '') ?? rencontre ?? today();
  const publication = visit > today() ? visit.slice(0, 7) : today().slice(0, 7);
  const reference = await ask.text(
    textQuestion(SCHEMA, 'reference', fr`Code de référence`, {
      obligatoire: false,
      propose: nextCode(contenu, publication),
    }),
  );
  const titre = await ask.text(
    textQuestion(SCHEMA, 'titre', fr`Titre`, { obligatoire: false, propose: equipe.titre || undefined }),
  );
  const themes = await ask.choices(
    listQuestion(contenu, 'themes', { option: 'themes', titre: fr`Thèmes`, obligatoire: true }),
  );
  const leviers = await ask.choices(
    listQuestion(contenu, 'leviers', {
      option: 'leviers',
      titre: fr`Leviers : ce qu'une autre équipe peut reprendre`,
      obligatoire: true,
    }),
  );
  const freins = await ask.choices(
    listQuestion(contenu, 'freins', {
      option: 'freins',
      titre: fr`Freins : ce qui a gêné`,
      obligatoire: false,
    }),
  );
  const resume = await ask.text(
    textQuestion(SCHEMA, 'resume', fr`Résumé, si vous l'avez déjà`, { obligatoire: false }),
  );
  const scan = await scanYear(
    contenu,
    ask,
    { equipe: equipe.id, year: Number(visit.slice(0, 4)), extra },
    files,
  );
  const taken = filesOf(contenu, 'histoires');
  const fichier = await ask.text(nameQuestion(freeId(taken, equipe.id)));
  const data = {
    titre,
    resume: resume || prompt(fr`deux ou trois phrases qui donnent envie de lire.`),
    reference,
    equipe: equipe.id,
    rencontre: visit,
    publication,
    ...(scan === undefined ? {} : { scan }),
    themes,
    leviers,
    ...(freins.length > 0 ? { freins } : {}),
    ...extra,
    brouillon: true,
  };
  const text = markdownFile(SCHEMA, data, body(contenu, { leviers, freins }));
  return [...files, { path: `histoires/${fichier ?? equipe.id}/index.md`, text }];
}

/** The same question about a day, answered as people write it: « 5 octobre 2021 ». */
function dayQuestion(champ: string, titre: string) {
  const question = textQuestion(SCHEMA, champ, titre);
  return { ...question, fault: (answer: string) => question.fault(isoFromFrench(answer) ?? answer) };
}

async function team(
  contenu: Contenu,
  ask: Ask,
  extra: object,
  files: NewEntry[],
): Promise<{ readonly id: string; readonly titre: string }> {
  const known = choicesOf(contenu, 'equipes');
  let named: string | undefined;
  const answer = await ask.choice({
    option: 'equipe',
    titre: fr`Équipe`,
    obligatoire: true,
    indice: fr` Pour une équipe qui n'a pas encore de fiche, ajouter --commune, --code-postal, --forme et --composition (et --article).`,
    choix: [...known, { value: NEW_TEAM, nom: fr`Une équipe qui n'a pas encore de fiche` }],
    autre: (name) => {
      if (!ask.has('commune')) return undefined;
      named = name.trim();
      return faultOf(COLLECTION_SCHEMAS.equipes, 'nom', named) === undefined ? NEW_TEAM : undefined;
    },
  });
  const file = filesOf(contenu, 'equipes').find(({ id }) => id === answer);
  if (answer !== NEW_TEAM) {
    const { nom = answer ?? '', article = '' } = file?.value ?? {};
    return { id: answer ?? '', titre: withArticle(article, nom) };
  }
  const made = await newTeam(contenu, ask, extra, named);
  files.push(made);
  return { id: made.id, titre: withArticle(made.article, made.nom) };
}

/** Which year's answers the story stands on; those of the year of the visit are asked for when the team has none. */
async function scanYear(
  contenu: Contenu,
  ask: Ask,
  { equipe, year, extra }: { readonly equipe: string; readonly year: number; readonly extra: object },
  files: NewEntry[],
): Promise<number | undefined> {
  const years = filesOf(contenu, 'scans')
    .filter(({ id }) => id.split('/')[1] === equipe)
    .map(({ id }) => Number(id.split('/')[0]));
  if (years.includes(year)) return undefined;
  const nearest = years.toSorted((a, b) => Math.abs(a - year) - Math.abs(b - year))[0];
  if (nearest !== undefined) return nearest;
  files.push(await newScan(contenu, ask, { equipe, annee: year, extra }));
  return undefined;
}

const INTERVIEW = [
  { partie: fr`Les débuts`, question: fr`qu'est-ce qui a donné envie de travailler ensemble ?` },
  { partie: fr`Aujourd'hui`, question: fr`qu'est-ce qui se passe autrement qu'avant ?` },
  { partie: fr`La suite`, question: fr`que referiez-vous autrement ?` },
];

/** The publication's interview guide as headings and prompts, then one passage for each word that is announced. */
function body(
  contenu: Contenu,
  marked: { readonly leviers: readonly string[]; readonly freins: readonly string[] },
): string {
  const guide = publicationOf(contenu)?.entretien ?? [];
  const parts = (guide.length > 0 ? guide : INTERVIEW).flatMap(({ partie, question }) => [
    `## ${partie}`,
    `> ${prompt(question)}`,
  ]);
  const passages = (['levier', 'frein'] as const).flatMap((kind) => {
    const list = PASSAGE_KINDS[kind];
    const names = new Map(choicesOf(contenu, list).map(({ value, nom }) => [value, nom]));
    return marked[list].map((cle) =>
      [
        `:::${kind}{cle="${cle}"}`,
        prompt(fr`ce qui, dans cette équipe, montre « ${names.get(cle) ?? cle} ».`),
        ':::',
      ].join('\n'),
    );
  });
  return [...parts, `## ${fr`Ce qu'une autre équipe peut en retenir`}`, ...passages].join('\n\n');
}
