/** What a part of the region's teams does, once the figure is said; in the order of the form. */
export const PRACTICES = {
  stagiaires: 'accueillent des stagiaires',
  protocoles: 'ont des protocoles pluriprofessionnels',
  prevention: 'mènent des programmes de prévention',
  cpts: 'sont membres d’une CPTS',
  usagers: 'impliquent les usagers',
  etp: 'mènent des programmes d’éducation thérapeutique',
  rcp: 'tiennent des réunions de concertation',
  aci: 'ont signé l’accord conventionnel',
  logiciel: 'partagent un logiciel',
} as const;

export type Practice = keyof typeof PRACTICES;
export const PRACTICE_KEYS = Object.keys(PRACTICES) as Practice[];
