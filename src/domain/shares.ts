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

/** A part of a whole, which is not zero: to the nearest whole per cent, but only none is 0 and only all is 100. */
export function percentOf(some: number, all: number): number {
  if (some === 0) return 0;
  return some === all ? 100 : Math.min(99, Math.max(1, Math.round((100 * some) / all)));
}
