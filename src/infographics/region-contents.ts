import {
  type BlocTitle,
  type Chiffre,
  type Evolution,
  evolutionInFull,
  linesOf,
  type RegionSheet,
} from '#src/domain/region-sheet.ts';
import { oneTeam } from '#src/domain/region-words.ts';
import { said, type Said } from '#src/domain/said.ts';
import type { Contents } from './contents.ts';
import type { MetierDeRegion, RegionData } from './region-data.ts';

/** What a region's infographic says, before any layout: every line of one sheet, and nothing of another. */
export interface RegionContents extends Contents {
  /** The region in one sentence; none when the sheet has not its main figure. */
  readonly phrase?: Said | undefined;
  /** Key figures in full, as the sheet gives them. */
  readonly chiffres: readonly Chiffre[];
  readonly blocs: readonly RegionBloc[];
  readonly metiers: readonly RegionMetier[];
  readonly parts: readonly Chiffre[];
  readonly emblem?: Emblem | undefined;
  /** How the figures were made and how to read them, in one paragraph; what comes first in `pied` stands apart. */
  readonly notes?: Said | undefined;
}

/** Figures of one subject; on how many teams they stand is told once when it is the same for all. */
export interface RegionBloc {
  readonly titre: BlocTitle;
  /** Of healthicons. */
  readonly icone: string;
  readonly base?: Said | undefined;
  readonly lignes: readonly Chiffre[];
}

export interface RegionMetier extends Chiffre {
  readonly metier: MetierDeRegion & { readonly nom: Said };
}

/** A rosace of teams, and how to read it. */
export interface Emblem {
  readonly coeur: number;
  readonly autour: number;
  readonly legende: Said;
}

const ICONS: Readonly<Record<BlocTitle, string>> = {
  'Les équipes': 'people',
  'Les sites': 'geo-location',
  'Les professionnels': 'i-groups-perspective-crowd',
  'Les patients': 'outpatient',
  'La coordination': 'group-discussion-meetingx3',
  'Les départements': 'city',
};

/** Beyond so many dots, a rosace is dust. */
const MOST_DOTS = 400;

/** One sheet of a region as what its infographic says. */
export function regionContents({ edition, region, equipes, sheet, metiers }: RegionData): RegionContents {
  const site = edition.adresse.replace(/^https?:\/\//, '');
  const { annee, phrase } = sheet;
  const once = toldOnce(sheet);
  const short = <Line extends Chiffre>(line: Line) => shortened(line, once);
  const rosace = emblem(sheet, oneTeam({ equipes }));
  return {
    surtitre: 'Scan’équipe Région',
    edition: said(String(annee), 'annee'),
    titre: said(region, 'publication:region'),
    sousTitres: [{ icone: 'chart-bar', texte: sheet.titre }],
    reserve: sheet.demonstration ? 'Démonstration\u00A0: données inventées' : undefined,
    phrase:
      phrase.length > 0
        ? said(phrase.map(({ texte }) => texte).join(''), ...phrase.flatMap(({ sources }) => sources))
        : undefined,
    chiffres: sheet.chiffres,
    blocs: sheet.blocs.map(({ titre, lignes }) => ({
      titre,
      icone: ICONS[titre],
      ...told(lignes.map(short)),
    })),
    metiers: sheet.metiers.map(short).flatMap(({ profession, ...line }) => {
      const metier = metiers[profession];
      const nom = said(metier?.pluriel ?? profession, `vocabulaire:professions.${profession}.pluriel`);
      return metier ? [{ ...line, metier: { ...metier, nom } }] : [];
    }),
    parts: sheet.parts.map(short),
    emblem: rosace,
    notes: paragraph([
      ...sheet.pied.slice(1),
      ...(once.base
        ? [said(`Sans autre mention, un chiffre repose sur les ${once.base.texte}.`, ...once.base.sources)]
        : []),
      ...(once.since
        ? [
            said(
              `Écarts calculés avec des chiffres qui reposaient ${once.since.texte}, sauf autre mention.`,
              ...once.since.sources,
            ),
          ]
        : []),
      ...(rosace ? [rosace.legende] : []),
    ]),
    pied: sheet.pied.slice(0, 1),
    adresse: `${site}/region/${annee}/`,
  };
}

const paragraph = (sentences: readonly Said[]): Said | undefined =>
  sentences.length > 0 ? joined(sentences, ' ') : undefined;

/** What so many lines share that it is told once, for all. */
interface Once {
  /** « réponses des 53 maisons de santé », when a figure stands on all teams. */
  readonly base?: Said | undefined;
  /** « sur 41 réponses », of the earlier figures. */
  readonly since?: Said | undefined;
}

function toldOnce(sheet: RegionSheet): Once {
  const lines = linesOf(sheet);
  const all = lines.find(({ cle }) => cle === 'repondants')?.nombre;
  return {
    base: mostCommon(
      sheet.blocs.flatMap(({ lignes }) =>
        lignes.flatMap(({ base, sur, unite }) =>
          base &&
          sur === all &&
          unite !== '%' &&
          base.sources.some((source) => source.startsWith('regle:reponses:'))
            ? [base]
            : [],
        ),
      ),
    ),
    since: mostCommon(lines.flatMap(({ evolution }) => evolution?.base ?? [])),
  };
}

/** The text that comes most often, twice at least. */
function mostCommon(texts: readonly Said[]): Said | undefined {
  const groups = [...Map.groupBy(texts, ({ texte }) => texte).values()];
  const [first] = groups.toSorted((a, b) => b.length - a.length);
  return first && first.length > 1 ? first[0] : undefined;
}

/** A line without what is told once for all. */
function shortened<Line extends Chiffre>(line: Line, { base: common, since }: Once): Line {
  const { base, evolution, ...rest } = line;
  const short = {
    ...rest,
    ...(base && base.texte !== common?.texte ? { base } : {}),
    ...(evolution
      ? {
          evolution:
            evolution.base?.texte === since?.texte ? said(evolution.texte, ...evolution.sources) : evolution,
        }
      : {}),
  };
  return short as unknown as Line;
}

/** Lines whose common base, when they have one, is told apart. */
function told(lignes: readonly Chiffre[]): Pick<RegionBloc, 'base' | 'lignes'> {
  const [first] = lignes;
  const same =
    lignes.length > 1 && first?.base && lignes.every(({ base }) => base?.texte === first.base?.texte);
  if (!same) return { lignes };
  return { base: first.base, lignes: lignes.map((line) => shortened(line, { base: first.base })) };
}

/** One dot for each team that the sheet counts, those to come around the others. */
function emblem({ blocs }: RegionSheet, team: string): Emblem | undefined {
  const lines = blocs.flatMap(({ lignes }) => lignes);
  const line = (cle: string) => lines.find((other) => other.cle === cle);
  const main = line('constituees') ?? line('repondants');
  const coming = line('en_projet');
  if (!main || main.nombre === 0 || main.nombre + (coming?.nombre ?? 0) > MOST_DOTS) return undefined;
  const words = ({ valeur, libelle }: Chiffre) => `${valeur.texte}\u00A0${libelle}`;
  const two = coming !== undefined && coming.nombre > 0;
  return {
    coeur: main.nombre,
    autour: coming?.nombre ?? 0,
    legende: said(
      `Dans la rosace, un point = ${team}${two ? `\u00A0: au cœur, ${words(main)}\u202F; autour, ${words(coming)}` : ''}.`,
      ...main.valeur.sources,
      ...(two ? coming.valeur.sources : []),
    ),
  };
}

/** What specifies a figure: « 66 maisons de santé · réponses de 5 maisons de santé sur 7 ». */
export function precision({ detail, base }: Chiffre): Said | undefined {
  const pieces = [detail, base].filter((piece) => piece !== undefined);
  return pieces.length > 0 ? joined(pieces) : undefined;
}

/** « 2 de plus qu’en 2024 (sur 5 réponses) ». */
export const since = (evolution: Evolution): Said =>
  said(evolutionInFull(evolution), ...evolution.sources, ...(evolution.base?.sources ?? []));

/** Texts on one line. */
export const joined = (pieces: readonly Said[], between = ' · '): Said =>
  said(pieces.map(({ texte }) => texte).join(between), ...pieces.flatMap(({ sources }) => sources));
