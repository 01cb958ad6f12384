/** The themes by which European catalogues class data (EU vocabulary « data-theme »), with their French names. */
export const DATA_THEMES = {
  AGRI: 'Agriculture, pêche, sylviculture et alimentation',
  ECON: 'Économie et finances',
  EDUC: 'Éducation, culture et sport',
  ENER: 'Énergie',
  ENVI: 'Environnement',
  GOVE: 'Gouvernement et secteur public',
  HEAL: 'Santé',
  INTR: 'Questions internationales',
  JUST: 'Justice, système juridique et sécurité publique',
  REGI: 'Régions et villes',
  SOCI: 'Population et société',
  TECH: 'Science et technologie',
  TRAN: 'Transports',
} as const;
export type DataTheme = keyof typeof DATA_THEMES;

export const DATA_THEME_CODES = Object.keys(DATA_THEMES) as DataTheme[];
