import { GRAPHIC, mix, readable } from '#src/domain/theme.ts';
import type { Edition } from '#src/infographics/scan-data.ts';

/** Texts on a dark ground: what is large, and the rest. */
export interface Ground {
  readonly fort: string;
  readonly discret: string;
}

const onGround = (ground: string): Ground => ({
  fort: readable('#FFFFFF', ground),
  discret: readable(mix('#FFFFFF', ground, 0.86), ground),
});

/** The colours of a publication's pictures; every text in them is readable on its ground (4.5:1 at least). */
export interface Palette {
  readonly bandeau: string;
  readonly bande: string;
  readonly surBandeau: Ground;
  readonly surBande: Ground;
  readonly miel: string;
  readonly surMiel: string;
  readonly mielSurBandeau: string;
  readonly papier: string;
  readonly carte: string;
  readonly creux: string;
  readonly surCreux: string;
  readonly filet: string;
  readonly encre: string;
  readonly texte: string;
  readonly discret: string;
  readonly accent: string;
  readonly teinte: string;
  readonly surTeinte: string;
  readonly famille: (cle: string) => {
    readonly texte: string;
    readonly fond: string;
    readonly icone: string;
    readonly pale: string;
  };
  /** Colours of the families on the dark band. */
  readonly sombres: Readonly<Record<string, string>>;
}

export function paletteOf({ theme, familles }: Edition): Palette {
  const { papier, carte, creux, bandeau, miel } = theme;
  const bande = mix(theme.lien, bandeau, 0.72);
  const teinte = mix(theme.lien, carte, 0.12);
  return {
    bandeau,
    bande,
    surBandeau: onGround(bandeau),
    surBande: onGround(bande),
    miel,
    surMiel: readable(theme.encre, miel),
    mielSurBandeau: readable(miel, bandeau),
    papier,
    carte,
    creux,
    surCreux: readable(theme.texte, creux),
    filet: mix(theme.bordure, carte, 0.3),
    encre: readable(theme.encre, carte),
    texte: readable(theme.texte, carte),
    discret: readable(theme.discret, carte),
    accent: readable(theme.accent, carte),
    teinte,
    surTeinte: readable(theme.lien, teinte),
    famille: (cle) => {
      const base = familles[cle]?.clair ?? theme.discret;
      const fond = mix(base, carte, 0.12);
      return {
        texte: readable(base, carte),
        fond,
        icone: readable(base, fond, GRAPHIC),
        pale: mix(base, carte, 0.38),
      };
    },
    sombres: Object.fromEntries(Object.entries(familles).map(([cle, { sombre }]) => [cle, sombre])),
  };
}
