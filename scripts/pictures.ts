import { type Contenu, filesOf, publicationOf } from '#src/checks/contenu.ts';
import { fieldName, fr } from '#src/checks/text.ts';
import { formatDuration } from '#src/domain/french.ts';
import { isOnline } from '#src/domain/publishing.ts';
import { regionSheets, withTeam } from '#src/domain/region-sheets.ts';
import { cardPlace, isCached, isWhole, keyOf, pruneCache } from '#src/infographics/cache.ts';
import type { CardData } from '#src/infographics/card-data.ts';
import type { InfographicData } from '#src/infographics/picture.ts';
import { drawAll, type Job, type Outcome } from '#src/infographics/pool.ts';
import { regionData, regionKey } from '#src/infographics/region-data.ts';
import { scanData } from '#src/infographics/scan-data.ts';
import type { Publication } from '#src/schemas/publication.ts';
import { type Vocabulaire, vocabulaireOf } from '#src/schemas/vocabulaire.ts';
import { NOT_BUILT, UserError } from './user-error.ts';

/** An infographic to make, and what its author and its reader call it. */
export interface Infographie extends Job {
  readonly data: InfographicData;
  /** « pole-sante-clisson », « region ». */
  readonly id: string;
  readonly annee: number;
  /** Beginning of its files' names. */
  readonly nom: string;
  /** The file of answers or of figures, or the folder of the answers that they come from, in the content folder. */
  readonly fichier: string;
  readonly enLigne: boolean;
}

const job = (data: InfographicData, rest: Omit<Infographie, 'key' | 'data'>): Infographie => ({
  ...rest,
  key: keyOf(data),
  data,
});

/** The infographics of a checked publication: teams by name and year, then the region. */
export function infographies(contenu: Contenu): Infographie[] {
  const publication = publicationOf(contenu);
  if (!publication) return [];
  const context = { publication, vocabulaire: vocabulaireOf((name) => contenu.vocabulaires.get(name)?.data) };
  const equipes = new Map(filesOf(contenu, 'equipes').map((file) => [file.id, file.value]));
  const scans = filesOf(contenu, 'scans').flatMap(({ value, path }) => {
    const equipe = value && equipes.get(value.equipe);
    return equipe ? [{ scan: value, equipe, path, enLigne: isOnline(value) && isOnline(equipe) }] : [];
  });
  return [
    ...scans.map(({ scan, equipe, path, enLigne }) =>
      job(scanData(scan.equipe, equipe, scan, context), {
        id: scan.equipe,
        annee: scan.annee,
        nom: `${scan.equipe}-${scan.annee}`,
        fichier: path,
        enLigne,
      }),
    ),
    ...regions(
      contenu,
      scans.filter(({ enLigne }) => enLigne).map(({ scan, equipe }) => withTeam(scan, equipe)),
      context,
    ),
  ];
}

/** The region's infographics, one for each year and source; a draft is set against what is online, never the reverse. */
function regions(
  contenu: Contenu,
  scans: Parameters<typeof regionSheets>[1],
  { publication, vocabulaire }: { publication: Publication; vocabulaire: Vocabulaire },
): Infographie[] {
  const files = filesOf(contenu, 'regions').flatMap(({ value, path }) => (value ? [{ value, path }] : []));
  const online = files.filter(({ value }) => isOnline(value));
  const drafts = files.filter(({ value }) => !isOnline(value));
  const pathOf = new Map(files.map(({ value, path }) => [value.annee, path]));
  const values = online.map(({ value }) => value);
  const sheets = [
    ...regionSheets(values, scans, publication).map((sheet) => ({ sheet, enLigne: true })),
    ...drafts.flatMap(({ value }) =>
      regionSheets([...values, value], [], publication)
        .filter(({ annee }) => annee === value.annee)
        .map((sheet) => ({ sheet, enLigne: false })),
    ),
  ];
  return sheets.flatMap(({ sheet, enLigne }) => {
    const data = regionData(sheet, publication, vocabulaire);
    if (!data) return [];
    const { annee, source } = sheet;
    const published = source === 'publiee' ? pathOf.get(annee) : undefined;
    const fichier = published ?? `scans/${annee}`;
    return [job(data, { id: 'region', annee, nom: `region-${regionKey(sheet)}`, fichier, enLigne })];
  });
}

/** The file and the field that a source leads to: « publication:region » is a field of `publication.yaml`. */
function fieldOf(source: string, { fichier, id }: Infographie): { file: string; path: string[] } {
  const [, scope = '', rest = ''] = /^([a-z]+):(.*)$/.exec(source) ?? [];
  if (scope === 'publication') return { file: 'publication.yaml', path: rest.split('.') };
  if (scope === 'vocabulaire') {
    const [list = '', ...path] = rest.split('.');
    return { file: `vocabulaire/${list}.yaml`, path };
  }
  const path = source.split('.');
  return path[0] === 'equipe' ? { file: `equipes/${id}.yaml`, path: path.slice(1) } : { file: fichier, path };
}

type Refused = NonNullable<Outcome['refused']>;

/** « scans/2026/le-port.yaml · perspectives : … » */
function refusal(one: Infographie, { message, sources }: Refused): string {
  const [source] = sources.filter((from) => !from.startsWith('regle:'));
  if (source === undefined) return fr`${one.fichier} : ${message}`;
  const { file, path } = fieldOf(source, one);
  const steps = path.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  return fr`${file} · ${fieldName(steps)} : ${message}`;
}

/** Beyond so many, the wait is told. */
const HANDFUL = 4;

/**
 * Draws these pictures on all cores, and tells how far it is.
 * @param what they are, in the words of whoever waits
 * @param nameOf what to call one that a fault of ours stops
 */
async function drawTold<Drawn extends Job>(
  what: string,
  jobs: readonly Drawn[],
  nameOf: (one: Drawn) => string,
  onRefusal: (one: Drawn, refused: Refused) => void,
): Promise<void> {
  const byKey = new Map(jobs.map((one) => [one.key, one]));
  const start = performance.now();
  let done = 0;
  await drawAll(jobs, ({ key, fault, refused }) => {
    const one = byKey.get(key);
    if (one && fault !== undefined) throw new Error(`${nameOf(one)} : ${fault}`);
    if (one && refused) onRefusal(one, refused);
    done += 1;
    if (jobs.length > HANDFUL) tell(what, done, jobs.length, performance.now() - start);
  });
}

/**
 * Draws into the cache what is not there yet, on all cores, and tells how far it is.
 * @returns how many were drawn
 * @throws UserError with every refusal when an infographic cannot be made
 */
export async function drawMissing(all: readonly Infographie[]): Promise<number> {
  const known = await Promise.all(all.map(({ key }) => isCached(key)));
  const missing = all.filter((_, index) => !known[index]);
  const each = [...new Map(missing.map((one) => [one.key, one])).values()];
  const refusals: string[] = [];
  await drawTold(
    'Infographies',
    each,
    ({ fichier }) => fichier,
    (one, refused) => refusals.push(refusal(one, refused)),
  );
  if (refusals.length > 0) throw new UserError(refusals.toSorted().join('\n'));
  return each.length;
}

/** One line that is written over on a terminal; elsewhere, ten lines at most. */
function tell(what: string, done: number, total: number, elapsed: number): void {
  const left = (elapsed / done) * (total - done);
  const rest = done < total ? `, encore ${formatDuration(left / 1000)} environ` : '';
  const line = `${what}\u00A0: ${done} sur ${total}${rest}`;
  if (process.stdout.isTTY) process.stdout.write(`\r\u001B[2K${line}${done === total ? '\n' : ''}`);
  else if (done === total || done % Math.ceil(total / 10) === 0) console.log(line);
}

/** Makes every online infographic of a publication, for the site that is about to be built. */
export async function drawForSite(contenu: Contenu): Promise<void> {
  const all = infographies(contenu).filter(({ enLigne }) => enLigne);
  await drawMissing(all).catch((error: unknown) => {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(`${error.message}\n\n${NOT_BUILT}`);
  });
  await pruneCache(new Set(all.map(({ key }) => key)));
}

/** Draws the cards that are not in the cache yet, on all cores. */
export async function drawCards(all: readonly CardData[]): Promise<void> {
  const cards = new Map(all.map((data) => [keyOf(data), { key: keyOf(data), data }]));
  await drawTold(
    'Images des liens',
    [...cards.values()].filter(({ key }) => !isWhole(cardPlace(key))),
    ({ data }) => data.titre,
    // The queries give no card that cannot be drawn: see `isDrawn`.
    ({ data }, { message }) => {
      throw new Error(`${data.titre} : ${message}`);
    },
  );
  await pruneCache(new Set(cards.keys()), true);
}
