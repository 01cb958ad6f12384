import { largestLine } from '#src/domain/composition.ts';
import { formatDate } from '#src/domain/dates.ts';
import {
  capitalised,
  countOf,
  formatNumber,
  formatPercent,
  joinList,
  plural,
  uncapitalised,
} from '#src/domain/french.ts';
import { metierLabel, sinceDate, structureLabel } from '#src/domain/phrases.ts';
import { said, type Said } from '#src/domain/said.ts';
import { type FactKey, scanFacts, unanswered } from '#src/domain/scan-facts.ts';
import { percentOf } from '#src/domain/shares.ts';
import type { Bloc, Chiffre, Famille, Ligne, ScanContents } from './contents.ts';
import type { Scan, ScanData, Structure } from './scan-data.ts';

/** A team's answers of one year as what its infographic says. Nothing is said that the answers or a named rule do not give. */
export function scanContents({ edition, equipe, scan }: ScanData): ScanContents {
  const invented = scan.demonstration || equipe.demonstration;
  const site = edition.adresse.replace(/^https?:\/\//, '');
  return {
    surtitre: 'Scan’équipe',
    edition: said(String(scan.annee), 'annee'),
    titre: said(equipe.nom, 'equipe.nom'),
    sousTitres: [
      {
        icone: 'geo-location',
        texte: said(
          `${equipe.commune} · ${equipe.departement.nom} (${equipe.departement.code})`,
          'equipe.commune',
          'equipe.departement',
        ),
      },
      {
        icone: 'hospital',
        texte: said(
          capitalised([equipe.forme, equipe.implantation].filter(Boolean).join(' ')),
          'equipe.forme',
          'equipe.implantation',
        ),
      },
    ],
    reserve: invented ? 'Démonstration\u00A0: réponses inventées' : undefined,
    chiffres: keyFigures(scan),
    titreComposition: 'Qui compose l’équipe\u202F?',
    phrase: mostNumerous(scan),
    familles: familles(scan),
    blocs: blocs(equipe, scan),
    sansReponse: withoutAnswer(scan),
    pied: [source(scan)],
    adresse: `${site}/equipes/${equipe.id}/`,
  };
}

function keyFigures(scan: Scan): Chiffre[] {
  const counted = (
    items: readonly unknown[] | undefined,
    from: string,
    one: string,
    many = `${one}s`,
  ): [number, string, string, string][] => (items ? [[items.length, `regle:compte.${from}`, one, many]] : []);
  const figures: [number, string, string, string][] = [
    [scan.personnes, 'regle:total', 'professionnel', 'professionnels'],
    [scan.metiers, 'regle:metiers', 'métier', 'métiers'],
    ...counted(scan.sites, 'sites', 'site'),
    ...(scan.patients === undefined
      ? []
      : [[scan.patients, 'patients', 'patient', 'patients'] satisfies [number, string, string, string]]),
    ...counted(scan.protocoles, 'protocoles', 'protocole'),
    ...counted(scan.prevention, 'prevention', 'action de prévention', 'actions de prévention'),
    ...counted(scan.etp, 'etp', 'groupe d’ETP', 'groupes d’ETP'),
  ];
  // A zero is told on its card, not shown off.
  return figures
    .filter(([value]) => value > 0)
    .map(([value, from, one, many]) => ({
      valeur: said(formatNumber(value), from),
      libelle: plural(value, one, many),
    }));
}

function mostNumerous({ composition, personnes }: Scan): Said | undefined {
  const line = largestLine(composition);
  if (!line || line.nombre === personnes) return undefined;
  return said(
    `Les plus nombreux\u00A0: ${formatNumber(line.nombre)}\u00A0${metierLabel(line)}, soit ${formatPercent(percentOf(line.nombre, personnes))} de l’équipe`,
    `composition.${line.rang}.nombre`,
    `composition.${line.rang}.profession`,
    `regle:part.${line.rang}`,
  );
}

function familles({ groupes }: Scan): Famille[] {
  return groupes.map(({ famille, nom, court, nombre, lignes }) => ({
    cle: famille,
    nom,
    court,
    nombre,
    total: said(formatNumber(nombre), `regle:famille.${famille}`),
    lignes: lignes.map((line) => {
      const at = `composition.${line.rang}`;
      const signed =
        line.signataires === undefined ? undefined : `${countOf(line.signataires, 'signataire')} du projet`;
      const details = [signed, line.note].filter((text) => text !== undefined);
      return {
        nom: said(metierLabel(line), `${at}.profession`),
        nombre: line.nombre,
        valeur: said(formatNumber(line.nombre), `${at}.nombre`),
        pictogramme: line.metier.pictogramme,
        detail: details.length > 0 ? said(details.join('. '), `${at}.signataires`, `${at}.note`) : undefined,
      };
    }),
  }));
}

function blocs(equipe: ScanData['equipe'], scan: Scan): Bloc[] {
  const facts = new Map(scanFacts(scan).map((fact) => [fact.cle, fact.reponses]));
  const list = (cle: FactKey, icone: string, one: string, many: string, none: string): Bloc[] => {
    const items = scan[cle as 'protocoles'];
    if (!items) return [];
    const titre =
      items.length === 0 ? said(none) : said(countOf(items.length, one, many), `regle:compte.${cle}`);
    return [{ cle, icone, titre, lignes: (facts.get(cle) ?? []).map((texte) => ({ texte })) }];
  };
  const card = (cle: string, icone: string, titre: string, lignes: readonly Ligne[]): Bloc[] =>
    lignes.length > 0 ? [{ cle, icone, titre: said(titre), lignes }] : [];
  const asked = (cle: FactKey, question: string): Ligne[] => {
    const [answer] = facts.get(cle) ?? [];
    return answer ? [{ tete: said(question), texte: answer }] : [];
  };
  const lines = (cle: FactKey): Ligne[] => (facts.get(cle) ?? []).map((texte) => ({ texte }));
  return [
    ...card('dates', 'i-schedule-school-date-time', 'Dates clés', dates(equipe, scan)),
    ...sites(scan),
    ...structures(scan.structures),
    ...list('protocoles', 'i-note-action', 'protocole', 'protocoles', 'Protocoles'),
    ...list('prevention', 'syringe-vaccine', 'action de prévention', 'actions de prévention', 'Prévention'),
    ...list(
      'etp',
      'group-discussion-meetingx3',
      'groupe d’éducation thérapeutique',
      'groupes d’éducation thérapeutique',
      'Éducation thérapeutique',
    ),
    ...card('ensemble', 'community-meeting', 'Avec les autres', [
      ...asked('rcp', 'Réunions de concertation'),
      ...asked('stagiaires', 'Accueil de stagiaires'),
      ...asked('usagers', 'Usagers associés'),
      ...asked('cpts', 'Membre d’une CPTS'),
    ]),
    ...card('coordination', 'people', 'Coordination', lines('coordination')),
    ...card('organisation', 'justice', 'Organisation', [
      ...asked('gouvernance', 'Gouvernance'),
      ...asked('aci', 'Accord conventionnel signé'),
      ...asked('logiciel', 'Logiciel partagé'),
      ...asked('patients', 'File active'),
    ]),
    ...card('perspectives', 'forum', 'Perspectives', lines('perspectives')),
  ];
}

function dates({ creation, reconnaissance, reconnaissance_note: note }: ScanData['equipe'], scan: Scan) {
  const line = (date: string | undefined, from: string, what: string, more?: string): Ligne[] =>
    date === undefined
      ? []
      : [
          {
            tete: said(capitalised(formatDate(date)), from),
            texte: said(what),
            detail: more === undefined ? undefined : said(capitalised(more), `${from}_note`),
          },
        ];
  return [
    ...line(creation, 'equipe.creation', 'Création de l’équipe'),
    ...line(reconnaissance, 'equipe.reconnaissance', 'Reconnaissance', note),
    ...line(scan.aci?.depuis, 'aci.depuis', 'Signature de l’accord conventionnel'),
  ];
}

function sites({ sites: answers }: Scan): Bloc[] {
  if (!answers) return [];
  if (answers.length === 0)
    return [
      {
        cle: 'sites',
        icone: 'geo-location',
        titre: said('Sites'),
        lignes: [{ texte: said('Aucun', 'sites') }],
      },
    ];
  return [
    {
      cle: 'sites',
      icone: 'geo-location',
      titre: said(countOf(answers.length, 'site'), 'regle:compte.sites'),
      lignes: answers.map(({ nom, commune, note }, index) => ({
        tete: said(
          commune && !nom.includes(commune) ? `${nom}, ${commune}` : nom,
          `sites.${index}.nom`,
          `sites.${index}.commune`,
        ),
        detail: note === undefined ? undefined : said(note, `sites.${index}.note`),
      })),
    },
  ];
}

function structures(answers: readonly Structure[] | undefined): Bloc[] {
  if (!answers) return [];
  const lignes: Ligne[] =
    answers.length === 0
      ? [{ texte: said('Aucune', 'structures') }]
      : answers.map(({ type, metiers, objet, ...answer }, index) => {
          const at = `structures.${index}`;
          const details = [joinList(metiers.map(({ pluriel }) => pluriel)), objet].filter(Boolean);
          return {
            tete: said(
              structureLabel(answer, type),
              ...['type', 'nombre', 'membres', 'depuis'].map((field) => `${at}.${field}`),
            ),
            detail:
              details.length > 0
                ? said(
                    capitalised(details.join('. ')),
                    `${at}.objet`,
                    ...metiers.map((_, rank) => `${at}.professions.${rank}`),
                  )
                : undefined,
          };
        });
  return [{ cle: 'structures', icone: 'i-documents-accepted', titre: said('Structures juridiques'), lignes }];
}

/** The questions that have no answer, in words. */
export function withoutAnswer(scan: Scan): string[] {
  return [
    ...(scan.sites ? [] : ['sites']),
    ...(scan.structures ? [] : ['structures juridiques']),
    ...unanswered(scan).map(uncapitalised),
  ];
}

function source({ source: text, date, annee }: Scan): Said {
  if (text !== undefined) return said(`Source\u00A0: ${text}.`, 'source');
  const when = date === undefined ? '' : `, remplies ${sinceDate(date).replace('depuis ', '')}`;
  return said(`Source\u00A0: réponses de l’équipe au Scan’équipe ${annee}${when}.`, 'annee', 'date');
}
