import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type ContentFile, type Contenu, filesOf, publicationOf } from '#src/checks/contenu.ts';
import { eachValue } from '#src/checks/fields.ts';
import { formerAddressesOf } from '#src/checks/former-addresses.ts';
import { either, fr, plural } from '#src/checks/text.ts';
import { PASSAGE_KINDS } from '#src/domain/collections.ts';
import { addMonths, formatDate, formatDateInSentence } from '#src/domain/dates.ts';
import { aRevoirLe } from '#src/domain/outils.ts';
import { isPrompt } from '#src/domain/prompts.ts';
import { isOnline } from '#src/domain/publishing.ts';
import { inspectMarkdown } from '#src/markdown/inspect.ts';
import { paragraphsOf } from '#src/markdown/paragraphs.ts';
import { COLLECTION_SCHEMAS } from '#src/schemas/index.ts';
import { lastChanges, lostPages } from './git.ts';

/** One thing to look after, said in one line: which file, and why. */
export interface ToReview {
  readonly path: string;
  readonly why: string;
}

/** What is to be looked after, under one heading; `none` when there is nothing. */
export interface ReviewPart {
  readonly titre: string;
  readonly remede: string;
  readonly items: readonly ToReview[];
  /** Why nothing can be said of it. */
  readonly unknown?: string;
}

/** A draft that nobody has touched for this long is forgotten. */
const FORGOTTEN = 3;

/**
 * What a publication needs that no error says: sheets to read again, consents, credits, forgotten drafts, passages without a
 * mark, levers that no story shows, addresses lost.
 * @param contenu as `readContenu` gives it
 * @param day the day from which it is seen, YYYY-MM-DD
 */
export async function review(contenu: Contenu, day: string): Promise<ReviewPart[]> {
  return [
    toReadAgain(contenu, day),
    consents(contenu, day),
    credits(contenu),
    await drafts(contenu, day),
    unmarked(contenu),
    unsupported(contenu, day),
    await lost(contenu),
  ];
}

function toReadAgain(contenu: Contenu, day: string): ReviewPart {
  const months = publicationOf(contenu)?.boite_a_outils.relecture_mois ?? 24;
  const items = filesOf(contenu, 'outils').flatMap(({ path, value }) => {
    const since = value && aRevoirLe(value, months);
    if (since === undefined || since > day) return [];
    return [{ path, why: fr`à relire depuis ${formatDateInSentence(since)}` }];
  });
  return {
    titre: fr`Fiches d'outils à relire`,
    remede: fr`Relire, corriger, puis mettre le champ « relecture » à la date du jour.`,
    items,
  };
}

function consents(contenu: Contenu, day: string): ReviewPart {
  const files: ContentFile<'histoires' | 'equipes'>[] = [
    ...filesOf(contenu, 'histoires'),
    ...filesOf(contenu, 'equipes'),
  ];
  const items = files.flatMap(({ path, value }) => {
    // An invented team has nobody to ask.
    if (value === undefined || value.accord !== undefined || value.demonstration) return [];
    return [{ path, why: isOnline(value, day) ? fr`en ligne, sans date d'accord` : fr`pas encore en ligne` }];
  });
  return {
    titre: fr`Accords d'équipes à obtenir`,
    remede: fr`Faire relire à l'équipe, puis écrire le jour de son accord dans le champ « accord ».`,
    items,
  };
}

const formatOf = (path: string) => (path.endsWith('.mdx') ? 'mdx' : 'md');

/** As many lines as are read at a glance. */
const MOST_LINES = 12;

function unmarked(contenu: Contenu): ReviewPart {
  const items = filesOf(contenu, 'histoires').flatMap(({ path, body, bodyLine, value }) => {
    if (value === undefined) return [];
    const paragraphs = paragraphsOf(body, formatOf(path)).filter(({ kind }) => kind === 'paragraph');
    const lines = paragraphs.flatMap(({ marked, line }) => (marked ? [] : [bodyLine + line - 1]));
    if (lines.length === 0) return [];
    const shown = lines.slice(0, MOST_LINES);
    const rest = lines.length - shown.length;
    const list = either([...shown.map(String), ...(rest > 0 ? [plural(rest, 'autre')] : [])], 'et');
    return [
      {
        path,
        why: fr`${plural(lines.length, 'paragraphe')} sur ${paragraphs.length} sans repère (${lines.length > 1 ? 'lignes' : 'ligne'} ${list})`,
      },
    ];
  });
  return {
    titre: fr`Passages sans repère dans les récits`,
    remede: fr`Tout n'est pas à marquer : relire ces lignes, et entourer d'un bloc celles qui montrent un levier, un frein, un bénéfice ou une action.`,
    items,
  };
}

function unsupported(contenu: Contenu, day: string): ReviewPart {
  const shown = new Set(
    filesOf(contenu, 'histoires').flatMap(({ value, path, body }) =>
      value && isOnline(value, day)
        ? inspectMarkdown(body, formatOf(path)).passages.map(
            ({ kind, cle }) => `${PASSAGE_KINDS[kind]} ${cle}`,
          )
        : [],
    ),
  );
  const items = (['leviers', 'freins'] as const).flatMap((name) =>
    Object.entries((contenu.vocabulaires.get(name)?.data ?? {}) as Record<string, { nom?: unknown }>)
      .filter(([cle]) => !shown.has(`${name} ${cle}`))
      .map(([cle, { nom }]) => ({
        path: `vocabulaire/${name}.yaml`,
        why: fr`${cle} : « ${String(nom ?? cle)} »`,
      })),
  );
  return {
    titre: fr`Leviers et freins qu'aucun récit en ligne ne montre`,
    remede: fr`En parler à la prochaine rencontre, ou les retirer de la liste s'ils n'y ont pas leur place.`,
    items,
  };
}

function credits(contenu: Contenu): ReviewPart {
  const items: ToReview[] = [];
  for (const { path, collection, data, body, bodyLine } of contenu.files) {
    eachValue(COLLECTION_SCHEMAS[collection], data, (value, _, at) => {
      if (
        ['credit', 'alternative'].includes(String(at.at(-1))) &&
        typeof value === 'string' &&
        isPrompt(value)
      )
        items.push({ path, why: fr`champ « ${at.join(' › ')} »` });
    });
    for (const [index, line] of body.split('\n').entries()) {
      if (/credit\s*=\s*["']À écrire\s*:/u.test(line))
        items.push({ path, why: fr`crédit, ligne ${bodyLine + index}` });
      if (/!\[À écrire\s*:/u.test(line))
        items.push({ path, why: fr`texte de remplacement, ligne ${bodyLine + index}` });
    }
  }
  return {
    titre: fr`Crédits et descriptions d'images à écrire`,
    remede: fr`Dire qui a fait l'image, et ce qu'elle montre.`,
    items,
  };
}

async function drafts(contenu: Contenu, day: string): Promise<ReviewPart> {
  const kept = await lastChanges(contenu.dir);
  const limit = addMonths(day, -FORGOTTEN);
  const items: ToReview[] = [];
  for (const { path, value } of contenu.files) {
    if (!value?.brouillon) continue;
    const since = kept?.get(path) ?? (await dayOf(join(contenu.dir, path)));
    if (since !== undefined && since < limit)
      items.push({ path, why: fr`pas touché depuis ${formatDateInSentence(since)}` });
  }
  return {
    titre: fr`Brouillons de plus de trois mois`,
    remede: fr`Finir, publier, ou supprimer le fichier.`,
    items,
  };
}

/** The day when a file was last written on this machine. */
async function dayOf(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.mtime.toISOString().slice(0, 10);
}

async function lost(contenu: Contenu): Promise<ReviewPart> {
  const known = new Set([
    ...contenu.files.map(({ address }) => address ?? ''),
    ...formerAddressesOf(contenu, true).map(({ from }) => from.replace(/\/?$/, '/')),
  ]);
  const pages = await lostPages(contenu.dir, (address) => known.has(address));
  const there = new Set(contenu.files.map(({ path }) => path));
  const items = (pages ?? []).map(({ path, address, renamed, day }) => ({
    path,
    why:
      renamed !== undefined && there.has(renamed)
        ? fr`renommé ${formatDateInSentence(day)} : dans ${renamed}, ajouter ${address} à « anciennes_adresses »`
        : fr`était à l'adresse ${address} jusqu'au ${formatDate(day)}`,
  }));
  return {
    titre: fr`Adresses perdues`,
    remede: fr`Les liens d'autres sites n'y mènent plus : ajouter l'adresse aux « anciennes_adresses » de la page qui la remplace.`,
    items,
    ...(pages === undefined ? { unknown: fr`l'historique des versions (git) ne se lit pas ici` } : {}),
  };
}
