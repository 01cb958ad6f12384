import { Feed } from 'feed';
import { escapeMarkup } from '#src/domain/markup.ts';
import { firstDay } from '#src/domain/dates.ts';

/** A text of the site as a feed announces it; addresses are whole. */
export interface Entry {
  readonly address: string;
  readonly titre: string;
  readonly resume: string;
  /** The whole text, as HTML that a feed reader shows; none when the summary is all that is told. */
  readonly html?: string | undefined;
  /** When it appeared, as well as it is known: a day, a month or a year. */
  readonly paru?: string | undefined;
  /** When it was last put right. */
  readonly modifie: string;
  /** Keys of what it is classed by. */
  readonly cles: readonly string[];
}

/** What a feed is about and who makes it; addresses are whole. */
export interface Channel {
  readonly titre: string;
  readonly description: string;
  /** The page of the site that shows the same texts. */
  readonly page: string;
  /** The feed's own address. */
  readonly soi: string;
  readonly auteur: string;
  readonly licence: string;
  readonly entries: readonly Entry[];
}

const dateOf = (iso: string): Date => new Date(`${firstDay(iso)}T00:00:00Z`);

/** The last day that the texts name: the content is the clock, so that the same content gives the same bytes. */
const lastDay = (entries: readonly Entry[]): Date =>
  dateOf(
    entries
      .map(({ modifie }) => firstDay(modifie))
      .toSorted()
      .at(-1) ?? '1970-01-01',
  );

/** The package gives titles and summaries as HTML: what looks like markup in ours is text. */
function feedOf({ titre, description, page, soi, auteur, licence, entries }: Channel): Feed {
  const feed = new Feed({
    id: page,
    title: titre,
    description,
    language: 'fr',
    updated: lastDay(entries),
    link: page,
    feed: soi,
    author: { name: auteur },
    copyright: licence,
    generator: false,
  });
  for (const entry of entries)
    feed.addItem({
      id: entry.address,
      link: entry.address,
      title: escapeMarkup(entry.titre),
      description: escapeMarkup(entry.resume),
      date: dateOf(entry.modifie),
      ...(entry.html === undefined ? {} : { content: entry.html }),
      ...(entry.paru === undefined ? {} : { published: dateOf(entry.paru) }),
      // Keys alone: the package does not escape « < » in a name.
      category: entry.cles.map((cle) => ({ name: cle, term: cle })),
    });
  return feed;
}

/** A channel as an Atom feed (RFC 4287). */
export const atom = (channel: Channel): string => `${feedOf(channel).atom1()}\n`;

/** A channel as an RSS 2.0 feed, whole texts in « content:encoded ». */
export const rss = (channel: Channel): string => `${feedOf(channel).rss2()}\n`;

/** A channel as a JSON Feed 1.1 (jsonfeed.org); the package knows the first version only, which has no language. */
export function jsonFeed({ titre, description, page, soi, auteur, entries }: Channel): string {
  const date = (iso: string) => dateOf(iso).toISOString();
  return `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: titre,
      description,
      home_page_url: page,
      feed_url: soi,
      language: 'fr',
      authors: [{ name: auteur }],
      items: entries.map(({ address, titre: title, resume, html, paru, modifie, cles }) => ({
        id: address,
        url: address,
        title,
        summary: resume,
        content_html: html ?? escapeMarkup(resume),
        ...(paru === undefined ? {} : { date_published: date(paru) }),
        date_modified: date(modifie),
        tags: cles,
      })),
    },
    null,
    1,
  )}\n`;
}
