import { type Contenu, filesOf, publicationOf } from '#src/checks/contenu.ts';
import { belongs } from '#src/checks/rules/coherence.ts';
import { fr } from '#src/checks/text.ts';
import { isoFromFrench } from '#src/domain/french-dates.ts';
import { slugify } from '#src/domain/slugs.ts';
import { COLLECTION_SCHEMAS } from '#src/schemas/index.ts';
import {
  type Ask,
  type ChoiceQuestion,
  listQuestion,
  notAChoice,
  resolveChoice,
  textQuestion,
} from './ask.ts';
import { fieldsYaml } from './fields-yaml.ts';
import { freeId, type NewEntry } from './new-entry.ts';

const SCHEMA = COLLECTION_SCHEMAS.equipes;

export interface NewTeam extends NewEntry {
  readonly id: string;
  readonly nom: string;
  readonly article: string;
}

const ARTICLES = [
  { value: 'le', nom: fr`le (le Pôle du Port)` },
  { value: 'la', nom: fr`la (la Maison du Port)` },
  { value: "l'", nom: fr`l' (l'Équipe du Port)` },
  { value: 'les', nom: fr`les (les Soignants du Port)` },
  { value: 'aucun', nom: fr`aucun (Santé Port)` },
];

/** Asks what makes a team's sheet. `nom`: when it is known already. */
export async function newTeam(contenu: Contenu, ask: Ask, extra: object, nom?: string): Promise<NewTeam> {
  const name = nom ?? (await ask.text(textQuestion(SCHEMA, 'nom', fr`Nom de l'équipe`))) ?? '';
  const chosen = await ask.choice({
    option: 'article',
    titre: fr`Article devant ce nom, dans une phrase`,
    obligatoire: false,
    propose: 'aucun',
    choix: ARTICLES,
  });
  const article = chosen === 'aucun' ? '' : (chosen ?? '');
  const forme = await ask.choice(
    listQuestion(contenu, 'formes', { option: 'forme', titre: fr`Sorte d'équipe`, obligatoire: true }),
  );
  const commune = await ask.text(textQuestion(SCHEMA, 'commune', fr`Commune`));
  const postal = await ask.text(textQuestion(SCHEMA, 'code_postal', fr`Code postal`));
  const departement = await ask.choice(departmentQuestion(contenu, postal ?? ''));
  const creation = await ask.text({
    ...textQuestion(SCHEMA, 'creation', fr`Année ou date de création`, { obligatoire: false }),
    fault: (answer) => textQuestion(SCHEMA, 'creation', '').fault(isoFromFrench(answer) ?? answer),
  });
  const id = freeId(filesOf(contenu, 'equipes'), slugify(name));
  const data = {
    nom: name,
    ...(article === '' ? {} : { article }),
    forme,
    commune,
    code_postal: postal,
    departement,
    ...(creation ? { creation: isoFromFrench(creation) ?? creation } : {}),
    ...extra,
    brouillon: true,
  };
  const text = fieldsYaml(SCHEMA, data);
  return { id, nom: name, article, path: `equipes/${id}.yaml`, text };
}

/** The département of a postal code is proposed; another is asked for when the publication covers several. */
function departmentQuestion(contenu: Contenu, postal: string): ChoiceQuestion {
  const covered = Object.entries(publicationOf(contenu)?.departements ?? {});
  return {
    option: 'departement',
    titre: fr`Département`,
    obligatoire: true,
    propose: covered.find(([number]) => belongs(postal, number))?.[0],
    choix: covered.map(([value, nom]) => ({ value, nom: `${value} · ${nom}`, noms: [nom] })),
  };
}

/** A team's answers of a year: who works there, the rest being left to be answered. */
export async function newScan(
  contenu: Contenu,
  ask: Ask,
  { equipe, annee, extra }: { readonly equipe: string; readonly annee: number; readonly extra: object },
): Promise<NewEntry> {
  const professions = listQuestion(contenu, 'professions', {
    option: 'composition',
    titre: fr`Métiers de l'équipe`,
    obligatoire: true,
  }).choix;
  const composition = await ask.text({
    option: 'composition',
    titre: fr`Qui travaille dans l'équipe`,
    aide: fr`Nombre et métier, séparés par des virgules : « 3 infirmier, 2 médecin généraliste ».`,
    obligatoire: true,
    fault: (answer) => readComposition(answer, professions).fault,
  });
  const data = {
    equipe,
    annee,
    composition: readComposition(composition ?? '', professions).rows,
    ...extra,
    brouillon: true,
  };
  return { path: `scans/${annee}/${equipe}.yaml`, text: fieldsYaml(COLLECTION_SCHEMAS.scans, data) };
}

interface Composition {
  readonly rows: readonly { readonly profession: string; readonly nombre: number }[];
  readonly fault?: string;
}

/** « 3 infirmier, médecin généraliste : 2 »; the order and the sign between are free. */
function readComposition(text: string, professions: ChoiceQuestion['choix']): Composition {
  const rows: { profession: string; nombre: number }[] = [];
  for (const part of text.split(/[,;\n]/).map((one) => one.trim())) {
    if (part === '') continue;
    const found = /^(\d+)\s*[x×]?\s*(.+)$|^(.+?)\s*[:=×x]?\s*(\d+)$/u.exec(part);
    const word = (found?.[2] ?? found?.[3] ?? '').replace(/\s*[:=]$/, '');
    const nombre = Number(found?.[1] ?? found?.[4]);
    if (!found || nombre < 1)
      return { rows, fault: fr`« ${part} » : écrire un nombre, puis un métier, comme « 3 infirmier ».` };
    const profession =
      resolveChoice(professions, word) ?? resolveChoice(professions, word.replace(/s\b/g, ''));
    if (profession === undefined) return { rows, fault: fault(professions, word) };
    if (rows.some((row) => row.profession === profession))
      return { rows, fault: fr`« ${word} » est compté deux fois : additionner les deux nombres.` };
    rows.push({ profession, nombre });
  }
  return rows.length > 0 ? { rows } : { rows, fault: fr`il faut au moins un métier, avec son nombre.` };
}

const fault = (choix: ChoiceQuestion['choix'], word: string) =>
  notAChoice({ option: '', titre: '', obligatoire: true, choix }, word);

/** What is written of an invented team is invented too. */
export function inventedLike(contenu: Contenu, equipe: string | undefined): object {
  const team = filesOf(contenu, 'equipes').find(({ id }) => id === equipe);
  return team?.value?.demonstration === true ? { demonstration: true } : {};
}
