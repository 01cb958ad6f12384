import { type Contenu, filesOf, publicationOf } from '#src/checks/contenu.ts';
import { fieldName, fr } from '#src/checks/text.ts';
import { formatDuration } from '#src/domain/french.ts';
import { isOnline } from '#src/domain/publishing.ts';
import { isCached, keyOf, pruneCache } from '#src/infographics/cache.ts';
import type { InfographicData } from '#src/infographics/picture.ts';
import { drawAll, type Job, type Outcome } from '#src/infographics/pool.ts';
import { scanData } from '#src/infographics/scan-data.ts';
import { vocabulaireOf } from '#src/schemas/vocabulaire.ts';
import { UserError } from './user-error.ts';

/** An infographic to make, and what its author and its reader call it. */
export interface Infographie extends Job {
  /** « pole-sante-clisson », « region ». */
  readonly id: string;
  readonly annee: number;
  /** Beginning of its files' names. */
  readonly nom: string;
  /** The file of answers, relative to the content folder. */
  readonly fichier: string;
  readonly enLigne: boolean;
}

const job = (data: InfographicData, rest: Omit<Infographie, 'key' | 'data'>): Infographie => ({
  ...rest,
  key: keyOf(data),
  data,
});

/** The infographics of a checked publication, teams by name and year. */
export function infographies(contenu: Contenu): Infographie[] {
  const publication = publicationOf(contenu);
  if (!publication) return [];
  const vocabulaire = vocabulaireOf((name) => contenu.vocabulaires.get(name)?.data);
  const equipes = new Map(filesOf(contenu, 'equipes').map((file) => [file.id, file.value]));
  return filesOf(contenu, 'scans').flatMap(({ value, path }) => {
    const equipe = value && equipes.get(value.equipe);
    if (!equipe) return [];
    return job(scanData(value.equipe, equipe, value, { publication, vocabulaire }), {
      id: value.equipe,
      annee: value.annee,
      nom: `${value.equipe}-${value.annee}`,
      fichier: path,
      enLigne: isOnline(value) && isOnline(equipe),
    });
  });
}

/** « scans/2026/le-port.yaml · perspectives : … » */
function refusal({ fichier }: Infographie, { message, sources }: NonNullable<Outcome['refused']>): string {
  const [source] = sources.filter((from) => !from.startsWith('regle:'));
  const field = source
    ?.replace(/^equipe\./, '')
    .split('.')
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  return field ? fr`${fichier} · ${fieldName(field)} : ${message}` : fr`${fichier} : ${message}`;
}

/** Beyond so many, the wait is told. */
const HANDFUL = 4;

/**
 * Draws into the cache what is not there yet, on all cores, and tells how far it is.
 * @returns how many were drawn
 * @throws UserError with every refusal when an infographic cannot be made
 */
export async function drawMissing(all: readonly Infographie[]): Promise<number> {
  const known = await Promise.all(all.map(({ key }) => isCached(key)));
  const missing = all.filter((_, index) => !known[index]);
  const byKey = new Map(missing.map((one) => [one.key, one]));
  const refusals: string[] = [];
  const start = performance.now();
  let done = 0;
  await drawAll([...byKey.values()], (outcome) => {
    const one = byKey.get(outcome.key);
    if (outcome.fault !== undefined) throw new Error(`${one?.fichier} : ${outcome.fault}`);
    if (outcome.refused && one) refusals.push(refusal(one, outcome.refused));
    done += 1;
    if (byKey.size > HANDFUL) tell(done, byKey.size, performance.now() - start);
  });
  if (refusals.length > 0) throw new UserError(refusals.toSorted().join('\n'));
  return byKey.size;
}

/** One line that is written over on a terminal; elsewhere, ten lines at most. */
function tell(done: number, total: number, elapsed: number): void {
  const left = (elapsed / done) * (total - done);
  const rest = done < total ? `, encore ${formatDuration(left / 1000)} environ` : '';
  const line = `Infographies\u00A0: ${done} sur ${total}${rest}`;
  if (process.stdout.isTTY) process.stdout.write(`\r\u001B[2K${line}${done === total ? '\n' : ''}`);
  else if (done === total || done % Math.ceil(total / 10) === 0) console.log(line);
}

/** Makes every online infographic of a publication, for the site that is about to be built. */
export async function drawForSite(contenu: Contenu): Promise<void> {
  const all = infographies(contenu).filter(({ enLigne }) => enLigne);
  await drawMissing(all);
  await pruneCache(new Set(all.map(({ key }) => key)));
}
