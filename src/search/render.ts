import { toggled } from '#src/domain/selection.ts';
import { addressOf, chosenIn, type Demande } from './address.ts';
import { marked, type Marques, type Piece } from './excerpt.ts';
import type { Compte } from './facets.ts';
import { type Groupement, OF_ONE, type Page, type Result } from './results.ts';
import { adviceOf, moreOf, quoted, stateOf, wideningOf } from './sentences.ts';
import { countOf } from '#src/domain/french.ts';

/** Draws what was found. All that comes from the index or from the reader becomes text, never markup. */

type Child = Node | string;

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> & { className?: string } = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}

const link = (href: string, ...children: Child[]) => element('a', { href }, ...children);
const pieces = (list: readonly Piece[]): Child[] =>
  list.map(({ texte, marque }) => (marque ? element('mark', {}, texte) : texte));

function resultNode({ fiche, extrait, lieux }: Result, marques: Marques): HTMLElement {
  const repere = [fiche.repere].filter(Boolean);
  const item = element(
    'li',
    { className: 'resultat' },
    element('h3', {}, link(fiche.url, ...pieces(marked(fiche.titre, marques)))),
    ...repere.map((text) => element('p', { className: 'legende' }, ...pieces(marked(text, marques)))),
    element('p', {}, ...pieces(extrait)),
  );
  if (lieux.length > 0)
    item.append(
      element(
        'ul',
        { className: 'lieux' },
        ...lieux.map(({ titre, url }) => element('li', {}, link(url, titre))),
      ),
    );
  return item;
}

function groupNode(groupement: Groupement, demande: Demande, { answer }: Page, alone: boolean): HTMLElement {
  const { cle, nom, nombre, resultats } = groupement;
  const id = `groupe-${cle}`;
  const section = element(
    'section',
    { className: 'section groupe' },
    element(
      'div',
      { className: 'section-tete' },
      element('h2', { id }, nom),
      element('p', { className: 'discret' }, countOf(nombre, 'résultat')),
    ),
    element('ol', {}, ...resultats.map((result) => resultNode(result, answer.marques))),
  );
  section.setAttribute('aria-labelledby', id);
  if (resultats.length < nombre && cle !== 'partie') {
    const more = alone
      ? element(
          'button',
          { type: 'button', className: 'bouton', id: 'suite' },
          moreOf(Math.min(OF_ONE, nombre - resultats.length)),
        )
      : link(
          addressOf({ ...demande, choix: toggled(demande.choix, 'nature', cle) }),
          `Voir les ${countOf(nombre, nom.toLocaleLowerCase('fr'), nom.toLocaleLowerCase('fr'))}`,
        );
    section.append(element('p', { className: 'suite' }, more));
  }
  return section;
}

/** Values shown before the rest is unfolded. */
const FIRST_VALUES = 6;

function valueNode(facette: string, { cle, nom, nombre, choisie }: Compte['valeurs'][number]): HTMLElement {
  const box = element('input', {
    type: 'checkbox',
    name: facette,
    value: cle,
    checked: choisie,
    disabled: nombre === 0 && !choisie,
  });
  return element(
    'li',
    {},
    element('label', {}, box, element('span', {}, nom), element('b', {}, String(nombre))),
  );
}

function facetNode({ cle, nom, valeurs }: Compte): HTMLElement {
  // Chosen ones always show, then those that would give the most; what would give nothing is folded.
  const useful = new Set(
    valeurs
      .filter(({ nombre, choisie }) => nombre > 0 || choisie)
      .toSorted((a, b) => Number(b.choisie) - Number(a.choisie) || b.nombre - a.nombre)
      .slice(0, FIRST_VALUES),
  );
  const list = (values: typeof valeurs) =>
    element('ul', {}, ...values.map((valeur) => valueNode(cle, valeur)));
  const rest = valeurs.filter((valeur) => !useful.has(valeur));
  const field = element(
    'fieldset',
    {},
    element('legend', {}, nom),
    list(valeurs.filter((valeur) => useful.has(valeur))),
  );
  if (rest.length > 0)
    field.append(element('details', {}, element('summary', {}, countOf(rest.length, 'autre')), list(rest)));
  return field;
}

/** What the page shows, and where. */
export interface Places {
  readonly etat: HTMLElement;
  readonly ajouts: HTMLElement;
  readonly filtres: HTMLElement;
  readonly resultats: HTMLElement;
  /** Number of values chosen, beside the name of the folded filters. */
  readonly compte: HTMLElement;
  readonly volet: HTMLElement;
}

function widening(page: Page, demande: Demande): Child[] {
  const other = (exact: boolean, text: string) => link(addressOf({ ...demande, exact }), text);
  if (demande.exact)
    return [element('p', {}, 'Seuls les mots écrits sont cherchés. ', other(false, 'Élargir la recherche'))];
  const said = wideningOf(page.answer.ajouts);
  if (said.length === 0) return [];
  return [
    ...said.map((text) => element('p', {}, text)),
    element('p', {}, other(true, `Chercher seulement ${quoted(demande.texte.trim())}`)),
  ];
}

/** Draws a page of results; the focus stays where it is when what had it is drawn again. */
export function draw(places: Places, page: Page): void {
  const { demande } = page;
  const { etat, ajouts, filtres, resultats, compte, volet } = places;
  const focused = document.activeElement;
  const [name, value] =
    focused instanceof HTMLInputElement && filtres.contains(focused) ? [focused.name, focused.value] : [];
  const open = new Set(
    [...filtres.querySelectorAll('details[open]')].map(
      (details) => details.closest('fieldset')?.querySelector('legend')?.textContent,
    ),
  );
  etat.textContent = stateOf(page, demande.texte);
  ajouts.replaceChildren(...widening(page, demande));
  const useful =
    page.sansFiltre > 0
      ? page.comptes.filter(({ valeurs }) => valeurs.some(({ nombre, choisie }) => nombre > 0 || choisie))
      : [];
  filtres.replaceChildren(...useful.map(facetNode));
  for (const details of filtres.querySelectorAll('details'))
    details.open = open.has(details.closest('fieldset')?.querySelector('legend')?.textContent);
  volet.hidden = useful.length === 0;
  const chosen = chosenIn(demande);
  compte.textContent = chosen > 0 ? ` (${chosen})` : '';
  const kinds = page.groupements.filter(({ cle }) => cle !== 'partie');
  resultats.replaceChildren(
    ...(chosen > 0
      ? [
          element(
            'p',
            { className: 'sans-filtres' },
            link(addressOf({ ...demande, choix: {} }), 'Retirer les filtres'),
          ),
        ]
      : []),
    ...(page.sansFiltre === 0
      ? adviceOf(page, demande).map((text) => element('p', { className: 'conseil-de-recherche' }, text))
      : []),
    ...page.groupements.map((groupement) => groupNode(groupement, demande, page, kinds.length === 1)),
  );
  if (name !== undefined) refocus(places, name, value ?? '');
}

/** Gives the focus back to a box that was drawn again: unfolded if need be; to the next best thing when it cannot be ticked. */
function refocus({ filtres, resultats }: Places, name: string, value: string): void {
  const box = filtres.querySelector<HTMLInputElement>(
    `input[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`,
  );
  const folded = box?.closest('details');
  if (folded && !box?.disabled) folded.open = true;
  const reachable = box?.disabled === false ? box : filtres.querySelector<HTMLElement>('input:enabled');
  (reachable ?? resultats.querySelector('a'))?.focus();
}
