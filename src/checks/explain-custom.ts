import { signShown, undrawnSigns } from '#src/domain/glyphs.ts';
import { parseReferenceCode } from '#src/domain/reference-code.ts';
import { isSitePath, MAX_PEOPLE, MAX_TEAM } from '#src/schemas/fields.ts';
import type { Context } from './explain.ts';
import { describe } from './fields.ts';
import { isoFromFrench } from '#src/domain/french-dates.ts';
import { calendarFault } from './calendar-fault.ts';
import type { Details } from './issues.ts';
import { excerpt, formatCount, fr, plural } from './text.ts';
import { fieldToAdd } from './yaml-additions.ts';
import { lineWithValue, quoted, writtenValue, yamlText } from './yaml-source.ts';

/** The sentence of each rule that the schemas add to zod's own (`params.rule` in `src/schemas/fields.ts`). */
export const CUSTOM_RULES: Readonly<Record<string, (context: Context) => Details>> = {
  blank: (context) => ({
    rule: 'blank',
    expected: describe(context.field),
    message: fr`ce texte est vide : rien ne s'y voit. ${describe(context.field)}`,
  }),
  placeholder: (context) => ({
    rule: 'placeholder',
    expected: describe(context.field),
    message: fr`les points de suspension tiennent la place d'un texte : l'écrire. ${describe(context.field)}`,
  }),
  control: (context) => ({
    rule: 'control',
    read: excerpt(String(context.value)),
    message: fr`ce texte doit tenir sur une ligne, sans tabulation ni autre caractère de commande. Le récrire.`,
  }),
  undrawn,
  'former-address': formerAddress,
  day: (context) => date(context, 'AAAA-MM-JJ'),
  date: (context) => date(context, 'AAAA-MM-JJ, AAAA-MM ou AAAA'),
  code,
  url,
  site,
  unlikely: ({ value }) => ({
    rule: 'unlikely',
    read: String(value),
    expected: String(MAX_PEOPLE),
    message: fr`${formatCount(Number(value))} personnes du même métier dans une équipe, c'est peu vraisemblable (${MAX_PEOPLE} au plus). Vérifier le nombre.`,
  }),
  bounds: ({ value, source, path }) => {
    const { de, a } = value as { de: number; a: number };
    const right = `{ de: ${a}, a: ${de} }`;
    return {
      rule: 'bounds',
      read: `{ de: ${de}, a: ${a} }`,
      expected: right,
      suggestion: right,
      message: fr`« de » (${formatCount(de)}) est plus grand que « a » (${formatCount(a)}) : « de » est le moins, « a » le plus. Les échanger, ou corriger celui qui est faux.`,
      correctedLine: lineWithValue(source.yaml, path, right),
    };
  },
  'unlikely-team': ({ value }) => {
    const total = (value as { nombre: number }[]).reduce((sum, { nombre }) => sum + nombre, 0);
    return {
      rule: 'unlikely-team',
      read: String(total),
      expected: String(MAX_TEAM),
      message: fr`ces nombres font ${plural(total, 'personne')} en tout, c'est peu vraisemblable (${formatCount(MAX_TEAM)} au plus). Vérifier chacun.`,
    };
  },
  'members-file': () => ({
    rule: 'members-file',
    expected: 'obtention',
    message: fr`cet outil est réservé aux adhérents, et tout le monde pourrait télécharger ses documents. Retirer « fichiers » et dire dans « obtention » comment l'obtenir, ou écrire « acces: public ».`,
    addedLine: 'obtention: "…"',
  }),
  'tool-access': ({ source }) => ({
    rule: 'tool-access',
    expected: 'fichiers, lien, obtention',
    message: fr`rien ne dit comment obtenir cet outil : il faut au moins un des champs « fichiers », « lien » ou « obtention ».`,
    ...fieldToAdd(source.yaml, [], 'fichiers: [./nom-du-document.odt]'),
  }),
};

/** What can be left out of a text without a word of it being lost: emoji, invisible characters, marks without a letter. */
const IDLE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\p{M}\p{C}]/u;

function undrawn({ field, value, source, path }: Context): Details {
  const text = String(value);
  const signs = undrawnSigns(text);
  const read = signs.map(signShown).join(' ');
  const idle = signs.every((sign) => IDLE.test(sign));
  const without = Array.from(text.normalize('NFC'))
    .filter((sign) => !signs.includes(sign) && !/[\u200D\uFE0E\uFE0F]/.test(sign))
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim();
  const remedy = idle ? fr`Le retirer.` : fr`L'écrire en toutes lettres, dans l'alphabet latin.`;
  return {
    rule: 'undrawn',
    read,
    expected: fr`des lettres latines, des chiffres, la ponctuation`,
    message:
      fr`« ${excerpt(read)} » n'a pas de dessin dans la police des infographies, qui n'a que les lettres latines, les chiffres et la ponctuation. ${remedy} ${describe(field)}`.trim(),
    correctedLine: idle && without !== '' ? lineWithValue(source.yaml, path, quoted(without)) : undefined,
  };
}

function date({ field, value, source, path }: Context, wanted: string): Details {
  const read = writtenValue(source.yaml, path) ?? String(value);
  const dayNeeded = wanted === 'AAAA-MM-JJ';
  const meant = isoFromFrench(read);
  const suggestion = meant && (!dayNeeded || meant.length === 10) && meant !== read ? meant : undefined;
  const fault = calendarFault(read);
  const shown = excerpt(read);
  const sentence = fault
    ? fr`« ${shown} » n'existe pas : ${fault}.`
    : suggestion
      ? fr`« ${shown} » doit s'écrire en chiffres, l'année d'abord : « ${suggestion} ».`
      : dayNeeded && /^\d{4}(-\d{2})?$/.test(meant ?? read)
        ? fr`« ${shown} » ne dit pas le jour : il faut ${wanted}.`
        : fr`« ${shown} » n'est pas une date : il faut ${wanted}.`;
  return {
    rule: 'date',
    read,
    expected: wanted,
    suggestion,
    message: `${sentence} ${describe(field)}`,
    correctedLine: suggestion && lineWithValue(source.yaml, path, suggestion),
  };
}

function code({ field, value, source, path }: Context): Details {
  const read = String(value);
  const meant = codeMeant(read);
  const month = /\/(\d{2})\d{2}$/.exec(read)?.[1];
  const wrongMonth = month !== undefined && (Number(month) < 1 || Number(month) > 12);
  const why = wrongMonth ? fr`, et il n'y a pas de mois n° ${month}` : '';
  return {
    rule: 'code',
    read,
    expected: 'FAMILLE/FORMAT/000/MMAA',
    suggestion: meant,
    message: fr`« ${excerpt(read)} » n'a pas la forme famille/format/numéro à trois chiffres/mois et année à deux chiffres${why}. Par exemple : ${field?.meta.exemple ?? ''}`,
    correctedLine: meant && lineWithValue(source.yaml, path, yamlText(meant)),
  };
}

/** « coord - ic - 12 - 11/21 » gives « COORD/IC/012/1121 ». */
function codeMeant(read: string): string | undefined {
  const parts = /^\s*([a-z]+)\W+([a-z]+)\W+(\d{1,3})\W+(\d{2})\W?(?:20)?(\d{2})\s*$/i.exec(read);
  if (!parts) return undefined;
  const [, family = '', format = '', number = '', month, year] = parts;
  const meant = `${family}/${format}/${number.padStart(3, '0')}/${month}${year}`.toUpperCase();
  return parseReferenceCode(meant) ? meant : undefined;
}

/** « https://carnet.example/recits/port » gives « /recits/port/ ». */
function formerAddress({ value, source, path }: Context): Details {
  const read = String(value);
  const parsed = URL.parse(read.trim(), 'https://site.invalid');
  const meant = parsed?.pathname.replace(/\/{2,}/g, '/') ?? '';
  const suggestion = isSitePath(meant) && meant !== read && !read.includes('..') ? meant : undefined;
  return {
    rule: 'former-address',
    read,
    expected: '/…/',
    suggestion,
    message: fr`« ${excerpt(read)} » n'est pas une adresse de ce site : elle commence par « / », sans le nom du site, et ne contient ni espace ni accent ni point d'interrogation. Par exemple : /histoires/ancien-nom/`,
    correctedLine: suggestion && lineWithValue(source.yaml, path, suggestion),
  };
}

/** The site's address cut after its host: « https://carnet.example/blog/ » gives « https://carnet.example ». */
function site({ field, value, source, path }: Context): Details {
  const read = String(value);
  const bare = read.trim();
  const parsed = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(bare) ? bare : `https://${bare}`);
  const named = parsed && /^https?:$/.test(parsed.protocol) && parsed.hostname.includes('.');
  const suggestion = named ? parsed.origin : undefined;
  return {
    rule: 'site',
    read,
    expected: 'https://…',
    suggestion,
    message: fr`« ${excerpt(read)} » n'est pas l'adresse d'un site : https://, puis son nom, et rien d'autre (ni barre finale, ni page, ni espace). ${describe(field)}`,
    correctedLine: suggestion && lineWithValue(source.yaml, path, `"${suggestion}"`),
  };
}

function url({ field, value, source, path }: Context): Details {
  const read = String(value);
  const bare = read.trim();
  const meant = /^(www\.)?[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(bare) ? `https://${bare}` : undefined;
  const secret = /^https?:\/\/[^\s/?#]*@/i.test(bare)
    ? fr` Elle contient un nom d'utilisateur ou un mot de passe : le retirer, et le changer s'il a été mis en ligne.`
    : '';
  const email = /^(mailto:)?[^\s@/]+@[^\s@/]+\.[^\s@/]+$/i.test(bare)
    ? fr` C'est une adresse électronique : elle n'a pas sa place ici.`
    : '';
  return {
    rule: 'url',
    read,
    expected: 'https://…',
    suggestion: meant,
    message: fr`« ${excerpt(read)} » n'est pas une adresse que l'on peut ouvrir : une adresse commence par https:// et ne contient pas d'espace.${secret || email} ${describe(field)}`,
    correctedLine: meant && lineWithValue(source.yaml, path, `"${meant}"`),
  };
}
