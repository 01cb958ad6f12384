import { type ContentFile, readContenu } from '#src/checks/contenu.ts';
import { excerpt, fr, plural } from '#src/checks/text.ts';
import { formatDateInSentence } from '#src/domain/dates.ts';
import { LONG_SENTENCE, type Proof, proofread } from '#src/upkeep/proofread.ts';
import { findEntry } from './find-entry.ts';
import { readOptions, usageError } from './options.ts';
import { contentFolder } from './report.ts';
import { command } from './user-error.ts';

const USAGE = fr`
  npm run relire -- histoires/clisson     ce qu'il faut savoir d'un récit avant de le publier ; une page ou un outil aussi`;

/** A part of the account: its title and what it says, or one word when it says nothing. */
function part(title: string, lines: readonly string[], none: string): string {
  return lines.length === 0 ? `${title}\n  ${none}` : [title, ...lines.map((line) => `  ${line}`)].join('\n');
}

const at = (line: number): string => fr`ligne ${line}`;

function account(file: ContentFile, proof: Proof): string {
  const { value } = file;
  const accord = value !== undefined && 'accord' in value ? value.accord : undefined;
  const state = value === undefined ? fr`avec des erreurs` : value.brouillon ? fr`brouillon` : fr`en ligne`;
  return [
    `${file.path} (${state})`,
    part(
      fr`Longueur`,
      [fr`${plural(proof.words, 'mot')}, ${plural(proof.minutes, 'minute')} de lecture`],
      '',
    ),
    part(
      fr`Titres`,
      proof.headings.map(({ depth, text, line }) => `${'  '.repeat(depth - 2)}${text} · ${at(line)}`),
      fr`Aucun : un long texte se lit mieux en parties.`,
    ),
    part(
      fr`Images`,
      proof.images.map(
        ({ url, alt, credit, line }) => fr`${url} · ${at(line)} · « ${alt} » · crédit : ${credit || '?'}`,
      ),
      fr`Aucune.`,
    ),
    part(
      fr`Passages marqués`,
      proof.passages.map(
        ({ kind, nom, words, line }) => fr`${kind} « ${nom} » · ${at(line)} · ${plural(words, 'mot')}`,
      ),
      fr`Aucun : ce texte ne paraîtra pas dans l'analyse.`,
    ),
    part(
      fr`Sigles que le glossaire n'explique pas`,
      proof.acronyms.map(({ sigle, line }) => `${sigle} · ${at(line)}`),
      fr`Aucun.`,
    ),
    part(
      fr`Phrases de plus de ${LONG_SENTENCE} mots`,
      proof.longSentences.map(
        ({ words, line, text }) => fr`${at(line)} · ${words} mots : « ${excerpt(text, 50)} »`,
      ),
      fr`Aucune.`,
    ),
    part(
      fr`Encore à écrire`,
      proof.prompts.map(({ line, text }) => `${at(line)} · ${excerpt(text)}`),
      fr`Rien.`,
    ),
    ...(file.collection === 'histoires'
      ? [
          part(
            fr`Accord de l'équipe`,
            accord ? [fr`donné ${formatDateInSentence(accord)}`] : [],
            fr`Pas encore dit : champ « accord ».`,
          ),
        ]
      : []),
  ].join('\n\n');
}

await command(async () => {
  const { positionals } = readOptions({}, USAGE);
  const [asked, ...more] = positionals;
  if (asked === undefined || more.length > 0) throw usageError(fr`Quel texte relire ?`, USAGE);
  const contenu = await readContenu(await contentFolder());
  const stories = contenu.files.filter(({ collection }) => collection === 'histoires');
  // A team has the name of its story: here, only texts are read.
  const wanted = stories.some(({ id }) => id.includes(asked))
    ? (['histoires'] as const)
    : (['histoires', 'outils', 'pages'] as const);
  const file = findEntry(contenu, asked, wanted);
  console.log(account(file, proofread(contenu, file)));
  return true;
});
