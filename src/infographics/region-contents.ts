import type { BlocTitle, Chiffre, RegionSheet } from '#src/domain/region-sheet.ts';
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
    blocs: sheet.blocs.map(({ titre, lignes }) => ({ titre, icone: ICONS[titre], ...told(lignes) })),
    metiers: sheet.metiers.flatMap(({ profession, ...line }) => {
      const metier = metiers[profession];
      const nom = said(metier?.pluriel ?? profession, `vocabulaire:professions.${profession}.pluriel`);
      return metier ? [{ ...line, metier: { ...metier, nom } }] : [];
    }),
    parts: sheet.parts,
    emblem: emblem(sheet, oneTeam({ equipes })),
    pied: sheet.pied,
    adresse: `${site}/region/${annee}/`,
  };
}

/** Lines whose common base, when they have one, is told apart. */
function told(lignes: readonly Chiffre[]): Pick<RegionBloc, 'base' | 'lignes'> {
  const [first] = lignes;
  const same =
    lignes.length > 1 && first?.base && lignes.every(({ base }) => base?.texte === first.base?.texte);
  if (!same) return { lignes };
  return { base: first.base, lignes: lignes.map(withoutBase) };
}

function withoutBase({ base, ...line }: Chiffre): Chiffre {
  void base;
  return line;
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

/** What specifies a figure, on one line: « 66 maisons de santé · réponses de 5 maisons de santé sur 7 ». */
export function precision({ detail, base }: Chiffre): Said | undefined {
  const pieces = [detail, base].filter((piece) => piece !== undefined);
  if (pieces.length === 0) return undefined;
  return said(pieces.map(({ texte }) => texte).join(' · '), ...pieces.flatMap(({ sources }) => sources));
}
