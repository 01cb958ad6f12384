import type { Terme } from '#src/queries/vocabulaire.ts';

/** The icon of each type of tool. */
export const PICTOS: Readonly<Record<Terme<'types-outils'>['pictogramme'], string>> = {
  modele: 'template',
  fiche: 'clipboard-text',
  boussole: 'compass',
  jeu: 'puzzle',
  recit: 'message-2',
};
