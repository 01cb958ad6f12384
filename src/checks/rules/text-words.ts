import type { MarkdownRule } from '#src/markdown/problems.ts';
import { formatDate, parseDate } from '#src/domain/dates.ts';
import type { MarkdownProblem } from '#src/checks/markdown.ts';
import { excerpt, fr } from '#src/checks/text.ts';

type Words = (problem: MarkdownProblem) => string;

const shown = (problem: MarkdownProblem) => excerpt(problem.read);
const date = (text: string | undefined) => (text && parseDate(text) ? formatDate(text) : (text ?? ''));
/** A block's name as it is written, without its colons. */
const name = (problem: MarkdownProblem) => problem.read.replace(/^:+/, '');

/** What each missing attribute is for, so that the sentence says what to write. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  auteur: fr`qui parle, par son rôle : « une infirmière »`,
  cle: fr`le mot du vocabulaire que ce passage montre`,
  collection: fr`la collection dont on veut les champs`,
  credit: fr`l'auteur ou la source de l'image`,
  valeur: fr`le chiffre lui-même`,
};

const MDX_FAULTS: Readonly<Record<string, string>> = {
  'element-unclosed': fr`cette balise est ouverte et jamais fermée`,
  'element-mismatch': fr`cette balise n'est pas fermée par celle de son nom`,
  'expression-unclosed': fr`une accolade est ouverte et jamais fermée`,
  'address-in-brackets': fr`une adresse ne s'écrit pas entre chevrons ici : écrire le texte du lien entre crochets, puis l'adresse entre parenthèses`,
  'less-than': fr`le signe « < » commence une balise : pour le signe lui-même, écrire « \\< »`,
  javascript: fr`ceci se lit comme du programme, que le site refuse`,
};

const VALUE_FAULTS: Readonly<Record<string, string>> = {
  number: fr`il faut un nombre en chiffres, comme « 31 », « 22000 » ou « 2,5 » ; l'unité et « plus de » ont leurs attributs, « unite » et « precision »`,
  whole: fr`il faut un nombre entier, 1 au moins`,
  'whole-with-total': fr`avec un « total », il faut un nombre entier`,
  'less-than-value': fr`il ne peut pas être plus petit que la valeur`,
};

/** The sentence of each problem of a text. */
export const TEXT_WORDS: Readonly<Record<MarkdownRule, Words>> = {
  'block-unknown': (p) => fr`« ${name(p)} » n'est pas un bloc connu.`,
  'block-unclosed': (p) =>
    fr`le bloc « ${shown(p)} » n'est jamais fermé : ajouter une ligne « ${p.detail ?? ':::'} » là où il finit.`,
  'block-nested': (p) =>
    fr`le bloc « ${name(p)} » commence alors qu'un autre n'est pas fermé. Fermer l'autre avant, par une ligne « ::: » ; ou, si celui-ci doit rester à l'intérieur, ouvrir et fermer l'autre avec un deux-points de plus.`,
  'block-line': () =>
    fr`cette ligne n'ouvre pas le bloc : pas d'espace après les deux-points ni avant l'accolade, des guillemets droits autour de chaque valeur, des noms sans accent, une accolade fermée.`,
  'block-colons': (p) =>
    fr`« ${shown(p)} » n'a pas le bon nombre de deux-points : écrire « ${p.detail ?? ''} ».`,
  'block-stray-fence': (p) =>
    fr`cette ligne « ${shown(p)} » ne ferme aucun bloc : la supprimer, ou ouvrir le bloc plus haut.`,
  'block-text-after-name': (p) =>
    fr`« ${shown(p)} » est écrit sur la ligne qui ouvre le bloc « ${p.detail ?? ''} » : le mettre à la ligne suivante.`,
  'block-inline': (p) => fr`« ${shown(p)} » doit être seul sur sa ligne, précédé et suivi d'une ligne vide.`,
  'block-empty': (p) => fr`le bloc « ${name(p)} » est vide : y écrire un texte, ou le supprimer.`,
  'attribute-unknown': (p) => fr`« ${shown(p)} » n'est pas un attribut du bloc « ${p.detail ?? ''} ».`,
  'attribute-missing': (p) => {
    const attribute = p.detail ?? '';
    const purpose = ATTRIBUTES[attribute];
    return fr`il manque « ${attribute} » au bloc « ${name(p)} »${purpose ? ` (${purpose})` : ''}. Écrire ${attribute}="…" entre accolades, après le nom du bloc.`;
  },
  'attribute-not-literal': (p) =>
    fr`« ${shown(p)} » doit avoir pour valeur un texte entre guillemets droits.`,
  'attribute-value': (p) =>
    fr`« ${shown(p)} » ne convient pas pour « ${p.detail ?? ''} »${p.why ? ` : ${VALUE_FAULTS[p.why] ?? ''}` : ''}.`.replace(
      ' :',
      '\u00A0:',
    ),
  'raw-html': (p) => fr`« ${shown(p)} » est du HTML : l'écrire en Markdown, ou avec un bloc du site.`,
  script: (p) => fr`« ${shown(p)} » est un programme : le site n'en publie aucun. Le supprimer.`,
  'event-handler': (p) =>
    fr`« ${shown(p)} » contient un programme (attribut « on… ») : le site n'en publie aucun. Le supprimer.`,
  'html-comment': (p) =>
    fr`« ${shown(p)} » est un commentaire : il serait publié avec la page. Le supprimer, ou le garder hors du fichier.`,
  'address-dangerous': (p) =>
    fr`l'adresse « ${shown(p)} » n'est pas de celles que le site ouvre : elle doit commencer par https://, http:// ou mailto:, ou être le nom d'un fichier.`,
  'mdx-import': (p) =>
    fr`« ${shown(p)} » est une ligne de programme : le site n'en lit aucune. La supprimer.`,
  'mdx-expression': (p) =>
    fr`« ${shown(p)} » se lit comme un programme, à cause des accolades. Supprimer les accolades, ou les écrire « \\{ » et « \\} ».`,
  'mdx-component-unknown': (p) => fr`« ${shown(p)} » n'est pas un bloc connu.`,
  'mdx-syntax': (p) =>
    fr`« ${shown(p)} » n'est pas compris : ${MDX_FAULTS[p.detail ?? ''] ?? fr`vérifier les chevrons et les accolades`}.`,
  'image-alt-missing': (p) =>
    fr`l'image « ${shown(p)} » n'a pas de texte de remplacement : écrire entre les crochets ce qu'elle montre, pour qui ne la voit pas.`,
  'image-outside-figure': (p) =>
    fr`l'image « ${shown(p)} » n'a pas de crédit : l'entourer d'un bloc « figure » qui le donne.`,
  'image-remote': (p) =>
    fr`l'image « ${shown(p)} » est sur un autre site : l'enregistrer à côté de ce texte et écrire son nom.`,
  'figure-image': (p) =>
    p.read === '0'
      ? fr`ce bloc « figure » ne contient pas d'image : il en faut une.`
      : fr`ce bloc « figure » contient ${p.read} images : une par bloc.`,
  'heading-level-1': (p) =>
    fr`« ${shown(p)} » est un titre de premier niveau, réservé au titre de la page : écrire deux dièses.`,
  'heading-skipped': (p) => {
    const [before = '1', now = '3'] = (p.detail ?? '').split(' ');
    const right = Number(before) + 1;
    return fr`le titre « ${shown(p)} » saute un niveau : ${now} dièses, alors que le titre d'avant permet ${right} au plus.`;
  },
  'heading-empty': () => fr`ce titre est vide : l'écrire, ou supprimer la ligne.`,
  'footnote-undefined': (p) =>
    fr`la note « ${shown(p)} » est appelée, mais son texte manque. L'écrire à la fin du fichier.`,
  'footnote-unused': (p) =>
    fr`la note « ${shown(p)} » n'est appelée nulle part : ajouter « [^${shown(p)}] » dans le texte, ou supprimer la note.`,
  'link-broken': (p) =>
    fr`« ${shown(p)} » ne sera pas un lien : pas d'espace entre les crochets et la parenthèse, ni dans l'adresse, et une parenthèse à la fin.`,
  'heading-space': (p) => fr`« ${shown(p)} » ne sera pas un titre : il manque une espace après les dièses.`,
  'bold-unclosed': (p) =>
    fr`« ${shown(p)} » : ces deux étoiles seront imprimées. Le gras commence et finit par deux étoiles, collées aux mots.`,
  'small-signs': (p) =>
    fr`« ${shown(p)} » ne sera ni en indice, ni en exposant : ${p.read.startsWith('~') ? fr`ces signes barrent le texte` : fr`ces signes seront imprimés`}. Écrire « ${p.detail ?? ''} ».`,
  'table-dashes': () =>
    fr`ces lignes ne seront pas un tableau : il faut une ligne de tirets sous les titres, avec autant de colonnes.`,
  'chronologie-dash': (p) =>
    fr`« ${shown(p)} » se lira à la suite de la ligne d'avant : chaque date commence par un tiret et une espace.`,
  'chronologie-list': () =>
    fr`un bloc « chronologie » contient une liste : un tiret, une date, un deux-points et un texte par ligne.`,
  'chronologie-date': (p) =>
    fr`« ${shown(p)} » ne commence pas par une date que l'on comprend. Écrire d'abord « 2007 », « décembre 2019 » ou « 5 octobre 2021 », puis un deux-points.`,
  'chronologie-order': (p) =>
    fr`${date(p.read)} vient après ${date(p.detail)} dans la liste : ranger les dates de la plus ancienne à la plus récente.`,
  'colonnes-list': () =>
    fr`un bloc « colonnes » contient une liste à deux niveaux : le titre de chaque colonne, puis ses lignes décalées.`,
  'passage-empty': (p) =>
    fr`ce passage « ${name(p)} » est vide : y mettre le texte qui le montre, ou le supprimer.`,
};
