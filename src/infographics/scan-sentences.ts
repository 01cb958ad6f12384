import { formatDateInSentence } from '#src/domain/dates.ts';
import {
  capitalised,
  countOf,
  formatNumber,
  joinList,
  midSentence,
  uncapitalised,
  withArticle,
} from '#src/domain/french.ts';
import { metierLabel, sinceDate, structureLabel, weeklyHours } from '#src/domain/phrases.ts';
import { withoutAnswer } from './scan-contents.ts';
import type { Scan, ScanData } from './scan-data.ts';

/** A sentence ends with one full stop, whatever the answer that it quotes ends with. */
const sentence = (text: string): string => `${text.replace(/[\s.]+$/, '')}.`;
/** An answer inside a sentence, without its full stop. */
const inside = (text: string): string => midSentence(text).replace(/\.$/, '');
/** « Lombalgies » et « Vaccination »: what the team named, as it wrote it. */
const quoted = (items: readonly string[]): string =>
  joinList(items.map((item) => `«\u00A0${item.replace(/\.$/, '')}\u00A0»`));

/** « 10 masseurs-kinésithérapeutes, 7 médecins généralistes et 1 biologiste », the most numerous first. */
export function peopleLabel(composition: Scan['composition']): string {
  const sorted = composition.toSorted((a, b) => b.nombre - a.nombre);
  return joinList(sorted.map((line) => `${formatNumber(line.nombre)}\u00A0${metierLabel(line)}`));
}

/** What the team's infographic shows, in one sentence: the alternative text of its pictures. */
export function scanAlternative({ equipe, scan }: ScanData): string {
  const where = `à ${equipe.commune} (${equipe.departement.nom})`;
  const who = `${countOf(scan.personnes, 'professionnel')} de ${countOf(scan.metiers, 'métier')}`;
  return sentence(
    `En ${scan.annee}, ${withArticle(equipe.article, equipe.nom)}, ${where}, réunit ${who}\u00A0: ${peopleLabel(scan.composition)}`,
  );
}

/** Everything that the team's infographic says, as a person would write it. */
export function scanSentences(data: ScanData): string[] {
  const { scan } = data;
  return [
    scanAlternative(data),
    ...notes(scan),
    ...dates(data),
    ...sites(scan),
    ...structures(scan),
    ...lists(scan),
    ...practices(scan),
    ...coordination(scan),
    ...organisation(scan),
    ...missing(scan),
  ];
}

const notes = ({ composition }: Scan): string[] =>
  composition.flatMap((line) => [
    ...(line.signataires === undefined
      ? []
      : [
          sentence(
            `${capitalised(line.metier.pluriel)}\u00A0: ${countOf(line.signataires, 'signataire')} du projet sur ${formatNumber(line.nombre)}`,
          ),
        ]),
    ...(line.note === undefined
      ? []
      : [sentence(`${capitalised(metierLabel(line))}\u00A0: ${inside(line.note)}`)]),
  ]);

function dates({ equipe, scan }: ScanData): string[] {
  const said = [
    equipe.creation && `créée ${formatDateInSentence(equipe.creation)}`,
    equipe.reconnaissance &&
      `reconnue ${formatDateInSentence(equipe.reconnaissance)}${equipe.reconnaissance_note ? ` (${inside(equipe.reconnaissance_note)})` : ''}`,
  ].filter((text) => text !== undefined && text !== '');
  const { aci } = scan;
  return [
    ...(said.length > 0 ? [sentence(`L’équipe a été ${joinList(said as string[])}`)] : []),
    ...(aci
      ? [
          sentence(
            aci.signe
              ? `L’accord conventionnel est signé${aci.depuis === undefined ? '' : ` ${sinceDate(aci.depuis)}`}`
              : 'L’accord conventionnel n’est pas signé',
          ),
        ]
      : []),
  ];
}

function sites({ sites: answers }: Scan): string[] {
  if (!answers) return [];
  if (answers.length === 0) return ['Elle n’a déclaré aucun site.'];
  const named = answers.map(({ nom, commune, note }) => {
    const place = commune && !nom.includes(commune) ? `${nom}, à ${commune}` : nom;
    return note === undefined ? place : `${place} (${inside(note)})`;
  });
  return [sentence(`Elle travaille sur ${countOf(answers.length, 'site')}\u00A0: ${named.join('\u202F; ')}`)];
}

/** « SISA », but « association ». */
const acronym = (name: string): string => (/^\p{Lu}\p{Ll}/u.test(name) ? uncapitalised(name) : name);

function structures({ structures: answers }: Scan): string[] {
  if (!answers) return [];
  if (answers.length === 0) return ['Elle n’a aucune structure juridique.'];
  const named = answers.map(({ type, metiers, objet, ...answer }) => {
    const details = [joinList(metiers.map(({ pluriel }) => pluriel)), objet && inside(objet)].filter(Boolean);
    return `${structureLabel(answer, { nom: acronym(type.nom), pluriel: acronym(type.pluriel) })}${details.length > 0 ? ` (${details.join('\u202F; ')})` : ''}`;
  });
  return [sentence(`Ses structures juridiques\u00A0: ${named.join('\u202F; ')}`)];
}

const LISTS = [
  ['protocoles', 'Elle suit', 'protocole', 'protocoles', 'Elle n’a aucun protocole'],
  [
    'prevention',
    'Elle mène',
    'action de prévention',
    'actions de prévention',
    'Elle ne mène aucune action de prévention',
  ],
  [
    'etp',
    'Elle anime',
    'groupe d’éducation thérapeutique',
    'groupes d’éducation thérapeutique',
    'Elle n’anime aucun groupe d’éducation thérapeutique',
  ],
] as const;

function lists(scan: Scan): string[] {
  return LISTS.flatMap(([key, verb, one, many, none]) => {
    const items = scan[key];
    if (!items) return [];
    if (items.length === 0) return [sentence(none)];
    return [sentence(`${verb} ${countOf(items.length, one, many)}\u00A0: ${quoted(items)}`)];
  });
}

function practices({ rcp, stagiaires, usagers, cpts, logiciel }: Scan): string[] {
  const said = (answer: boolean, yes: string, no: string, detail?: string) =>
    sentence(`Elle ${answer ? yes : no}${detail ? `\u00A0: ${detail}` : ''}`);
  return [
    rcp &&
      said(
        rcp.tenues,
        'tient des réunions de concertation',
        'ne tient pas de réunions de concertation',
        rcp.par_an === undefined ? undefined : `${formatNumber(rcp.par_an)} par an`,
      ),
    stagiaires &&
      said(
        stagiaires.accueil,
        'accueille des stagiaires',
        'n’accueille pas de stagiaires',
        joinList(stagiaires.metiers.map(({ pluriel }) => pluriel)),
      ),
    usagers &&
      said(
        usagers.associes,
        'associe les usagers',
        'n’associe pas les usagers',
        usagers.comment === undefined ? undefined : inside(usagers.comment),
      ),
    cpts && said(cpts.membre, 'est membre d’une CPTS', 'n’est membre d’aucune CPTS', cpts.nom),
    logiciel && said(logiciel.partage, 'partage un logiciel', 'ne partage pas de logiciel', logiciel.nom),
  ].filter((text) => text !== undefined);
}

function coordination({ coordination: answer }: Scan): string[] {
  if (!answer) return [];
  const {
    personnes,
    binome,
    heures_par_semaine: hours,
    formation_pacte,
    aussi_soignants,
    description,
  } = answer;
  const yesNo = (value: boolean | undefined, yes: string, no: string) =>
    value === undefined ? undefined : value ? yes : no;
  const facts = [
    personnes === undefined ? undefined : countOf(personnes, 'personne'),
    hours === undefined ? undefined : weeklyHours(hours),
    yesNo(binome, 'à deux', 'pas à deux'),
    yesNo(aussi_soignants, 'qui soignent aussi', 'qui ne soignent pas'),
    yesNo(formation_pacte, 'formation PACTE suivie', 'formation PACTE non suivie'),
  ].filter((text) => text !== undefined);
  return [
    ...(facts.length > 0 ? [sentence(`Coordination\u00A0: ${facts.join(', ')}`)] : []),
    ...(description === undefined ? [] : [sentence(`Coordination\u00A0: ${inside(description)}`)]),
  ];
}

function organisation({ gouvernance, patients, perspectives }: Scan): string[] {
  return [
    gouvernance === undefined ? undefined : sentence(`Gouvernance\u00A0: ${inside(gouvernance)}`),
    patients === undefined ? undefined : sentence(`Sa file active compte ${countOf(patients, 'patient')}`),
    perspectives &&
      sentence(
        perspectives.length === 0
          ? 'Elle n’annonce aucune perspective'
          : `Ses perspectives\u00A0: ${quoted(perspectives)}`,
      ),
  ].filter((text) => text !== undefined);
}

function missing(scan: Scan): string[] {
  const questions = withoutAnswer(scan);
  return questions.length === 0 ? [] : [sentence(`Sans réponse\u00A0: ${questions.join(', ')}`)];
}
