import { type ContentFile, type Contenu, filesOf } from '#src/checks/contenu.ts';
import { question } from '#src/checks/explain.ts';
import { valueAt } from '#src/checks/fields.ts';
import { nearest } from '#src/checks/nearest.ts';
import { either, excerpt, fr } from '#src/checks/text.ts';
import { fieldToAdd } from '#src/checks/yaml-additions.ts';
import { lineWithValue } from '#src/checks/yaml-source.ts';
import { formatDate, parseDate } from '#src/domain/dates.ts';
import { slugify } from '#src/domain/slugs.ts';

export type FoundTeam = { readonly team: ContentFile<'equipes'> } | { readonly problem: string };

/** What a spreadsheet adds under its rows. */
const COMPUTED = /^(sous-)?(total|totaux|moyenne|somme|ensemble)(-general|-generale)?$/;

/** The team of a row: by its file's name or by its own; the nearest is proposed, never taken. */
export function findTeam(contenu: Contenu, read: string): FoundTeam {
  if (read === '') {
    return {
      problem: fr`rien ne dit de quelle équipe vient cette ligne. Écrire son nom, ou supprimer la ligne.`,
    };
  }
  const teams = filesOf(contenu, 'equipes');
  const wanted = slugify(read.replace(/\.ya?ml$/i, ''));
  const named = teams.filter((team) => slugify(nameOf(team)) === wanted);
  const found =
    teams.find(({ id }) => id === wanted && wanted !== '') ?? (named.length === 1 ? named[0] : undefined);
  if (found) return { team: found };
  if (named.length > 1) {
    const choice = either(named.map(({ id }) => fr`« ${id} »`));
    return {
      problem: fr`plusieurs équipes s'appellent « ${excerpt(read)} ». Écrire le nom de son fichier : ${choice}.`,
    };
  }
  if (COMPUTED.test(wanted)) {
    return {
      problem: fr`« ${excerpt(read)} » n'est pas une équipe : cette ligne est un calcul du tableur. La supprimer.`,
    };
  }
  const suggestion = nearest(
    read,
    teams.map((team) => ({ word: nameOf(team), names: [team.id] })),
  );
  const create =
    wanted === '' ? '' : fr` Si c'est une équipe nouvelle, créer d'abord equipes/${wanted}.yaml.`;
  return { problem: fr`aucune équipe ne s'appelle « ${excerpt(read)} ».${question(suggestion)}${create}` };
}

function nameOf({ data, id }: ContentFile): string {
  const nom = valueAt(data, ['nom']);
  return typeof nom === 'string' ? nom : id;
}

const NAMES: Readonly<Record<string, string>> = {
  creation: fr`la date de création`,
  reconnaissance: fr`la date de reconnaissance`,
};

/**
 * Compares a date of the form with the team's own file, which the import never writes.
 * @returns what to correct or add there, one line each; nothing when they agree or when the file knows more
 */
export function compareTeamDate({ path, data, yaml }: ContentFile, field: string, iso: string): string[] {
  const written = valueAt(data, [field]);
  const name = NAMES[field] ?? field;
  const value = /^\d{4}-\d{2}$/.test(iso) ? `"${iso}"` : iso;
  if (written === undefined || written === null) {
    const { addedLine = `${field}: ${value}`, addedWhere } = fieldToAdd(yaml, [], `${field}: ${value}`);
    const where = addedWhere === undefined ? '' : ` ${addedWhere}`;
    return [fr`${path} : ${name} manque.`, fr`Ajouter${where} : ` + addedLine];
  }
  const known = String(written);
  if (known === iso || known.startsWith(`${iso}-`)) return [];
  const corrected = lineWithValue(yaml, [field], value);
  const [before, now] = [known, iso].map((date) => (parseDate(date) ? formatDate(date) : date));
  const how = iso.startsWith(`${known}-`)
    ? fr`le formulaire en dit plus sur ${name} : ${now ?? ''}.`
    : fr`${name} est ${before ?? ''} ; le formulaire dit ${now ?? ''}. Garder la bonne.`;
  return [fr`${path} : ` + how, ...(corrected === undefined ? [] : [fr`Écrire : ` + corrected])];
}
