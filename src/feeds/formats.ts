import { atom, type Channel, jsonFeed, rss } from './channel.ts';

/** The formats in which each feed is offered: name of its file, what readers call it, media type, how it is written. */
export const FORMATS = [
  { fichier: 'rss.xml', nom: 'RSS', type: 'application/rss+xml', write: rss },
  { fichier: 'atom.xml', nom: 'Atom', type: 'application/atom+xml', write: atom },
  { fichier: 'feed.json', nom: 'JSON Feed', type: 'application/feed+json', write: jsonFeed },
] as const satisfies readonly {
  fichier: string;
  nom: string;
  type: string;
  write: (channel: Channel) => string;
}[];
export type Format = (typeof FORMATS)[number];
