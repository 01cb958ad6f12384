/**
 * What a team may be in schema.org's vocabulary (https://schema.org/Organization and its kinds): a publication says it of
 * each of its forms of team; any is an organisation.
 */
export const TEAM_TYPES = [
  'Organization',
  'LocalBusiness',
  'MedicalOrganization',
  'MedicalClinic',
  'Library',
  'EducationalOrganization',
  'School',
  'GovernmentOrganization',
  'NGO',
  'PerformingGroup',
  'SportsOrganization',
] as const;
export type TeamType = (typeof TEAM_TYPES)[number];
