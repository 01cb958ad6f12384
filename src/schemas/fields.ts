import { z } from 'zod';
import type { Collection, Vocabulary } from '#src/domain/collections.ts';
import { parseDate } from '#src/domain/dates.ts';
import { undrawnSigns } from '#src/domain/glyphs.ts';
import { parseReferenceCode } from '#src/domain/reference-code.ts';
import { typographie } from '#src/domain/typography.ts';

/** What a field points to: a collection's file or a closed list's key. Read back by checks and forms. */
export type ReferenceTarget = Collection | Vocabulary;

declare module 'zod' {
  interface GlobalMeta {
    reference?: ReferenceTarget;
    /** The text is a file's name, relative to the content file that names it. */
    file?: 'image' | 'document';
    /** One right value, shown in messages and guides. */
    exemple?: string;
    /** The text is a pictogram's name, in the set « healthicons ». */
    pictogramme?: boolean;
  }
}

const INVISIBLE = /[\p{C}\p{Z}\u2800]/gu;

/** Blanks, zero-width and control characters alone do not count as text. */
const visible = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => value.replace(INVISIBLE, '') !== '', { params: { rule: 'blank' }, abort: true })
    .refine((value) => value.trim() !== '…', { params: { rule: 'placeholder' } });

const oneLine = (max: number) =>
  visible(max).refine((value) => !/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u.test(value), {
    params: { rule: 'control' },
    abort: true,
  });

const isDrawn = (value: string) => undrawnSigns(value).length === 0;

/** Visible text on one line; what comes out is typeset in French. */
export const text = (max = 300) => oneLine(max).transform((value) => typographie(value));

/** The same, for a text that goes on an infographic. */
export const drawnText = (max = 300) =>
  oneLine(max)
    .refine(isDrawn, { params: { rule: 'undrawn' } })
    .transform((value) => typographie(value));

/** Text of several lines without markup, typeset in French. */
export const prose = (max = 2000) => visible(max).transform((value) => typographie(value));

/** The same, for a text that goes on an infographic. */
export const drawnProse = (max = 2000) =>
  visible(max)
    .refine(isDrawn, { params: { rule: 'undrawn' } })
    .transform((value) => typographie(value));

/** A whole number, zero or more. */
export const count = () => z.int().nonnegative();

/** A number of people who share one profession in one team: more is a slip of the hand, and no picture could hold them. */
export const MAX_PEOPLE = 400;
/** The same for a whole team; the largest ones count a few hundred. */
export const MAX_TEAM = 2000;

/** A percentage from 0 to 100. */
export const percent = () => z.number().min(0).max(100);

/** A calendar day: YYYY-MM-DD. */
export const dayDate = () =>
  z
    .string()
    .refine((value) => parseDate(value)?.precision === 'day', { params: { rule: 'day' } })
    .meta({ exemple: '2021-10-05', format: 'date' });

/** A day, a month or a year: « 2021-10-05 », « 2019-12 » or 2007 (a bare year is a number in YAML). */
export const approxDate = () =>
  z
    .union([z.string(), z.number()])
    .transform(String)
    .refine((value) => parseDate(value) !== undefined, { params: { rule: 'date' } })
    .meta({ exemple: '2019-12', pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' });

/** A year of four digits. */
export const year = () => z.int().min(1900).max(2100).meta({ exemple: '2023' });

/** The name of a file of another collection or the key of a closed list. */
export const reference = (target: ReferenceTarget) => z.string().meta({ reference: target });

export const referenceCode = () =>
  z
    .string()
    .refine((value) => parseReferenceCode(value) !== undefined, { params: { rule: 'code' } })
    .meta({ exemple: 'COORD/IC/012/1121' });

/** The address that a text is, when a browser may open it; undefined for anything else: `mailto:`, a name and a password. */
function webUrl(value: string): URL | undefined {
  if (/[\s\p{C}]/u.test(value)) return undefined;
  const url = URL.parse(value);
  const open = url && ['https:', 'http:'].includes(url.protocol) && url.username + url.password === '';
  return open ? url : undefined;
}

/** An address that a reader's browser may open: https or http, nothing else. */
export const webAddress = () =>
  z
    .string()
    .refine((value) => webUrl(value) !== undefined, { params: { rule: 'url' } })
    .meta({ exemple: 'https://www.has-sante.fr/' });

/** The address of a whole site, to which those of its pages are added: nothing may follow the host. */
export const siteAddress = () =>
  z
    .string()
    .refine((value) => webUrl(value)?.origin === value.toLowerCase(), { params: { rule: 'site' } })
    .meta({ exemple: 'https://www.exemple.fr' });

/** An opaque colour in hexadecimal: #B8431C. */
export const colour = () =>
  z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/)
    .meta({ exemple: '#125A6B' });

/** The article that a name takes in a sentence; empty when it takes none. */
export const article = () => z.enum(['le', 'la', "l'", 'les', '']);

export const draft = () =>
  z.boolean().default(true).describe('« true » : visible sur votre poste seulement. « false » : en ligne.');

/** An address of this site that no longer has a page of its own: a path, from the root. */
const formerAddress = () =>
  z
    .string()
    .refine(isSitePath, { params: { rule: 'former-address' } })
    .meta({ exemple: '/histoires/ancien-nom/' });

/** From the root, in plain characters: a host's redirect file has no quotes and one line for each. */
export function isSitePath(value: string): boolean {
  return (
    /^\/([A-Za-z0-9._~-]+\/)*([A-Za-z0-9_~-][A-Za-z0-9._~-]*)?$/.test(value) &&
    !/(^|\/)\.{1,2}(\/|$)/.test(value) &&
    value !== '/'
  );
}

export const formerAddresses = () =>
  z
    .array(formerAddress())
    .default([])
    .describe(
      'Adresses que cette page avait avant que son fichier change de nom ; elles mènent toujours ici. La commande « renommer » les écrit.',
    );

/** The day when those concerned agreed to what is published. */
export const consent = (what: string) => dayDate().optional().describe(what);

export const keywords = () =>
  z
    .array(text(60))
    .default([])
    .describe('Mots que le lecteur pourrait taper et que le texte ne contient pas.');

export const demonstration = () =>
  z
    .boolean()
    .default(false)
    .describe(
      '« true » si des données sont inventées pour montrer le site ; la page le dit alors au lecteur.',
    );

/** How an image's file name becomes an image: Astro's `image()` in the site, the text itself elsewhere. */
export interface SchemaTools<Image extends z.ZodType = z.ZodType> {
  image: () => Image;
}

/** For the checks and commands, which read image files by themselves. */
export const plainTools = { image: () => z.string() } satisfies SchemaTools;

export function photo<Image extends z.ZodType>({ image }: SchemaTools<Image>) {
  return z.strictObject({
    fichier: image()
      .meta({ file: 'image' })
      .describe("Nom du fichier de l'image, à côté de ce texte : « ./photo.jpg »."),
    alternative: text(250).describe("Ce que montre l'image, pour qui ne la voit pas."),
    credit: text(120).describe("Auteur ou source de l'image, sans le mot « Crédit », que le site écrit."),
    legende: text(250).optional().describe("Phrase imprimée sous l'image."),
  });
}
