import { isUtf8 } from 'node:buffer';
import type { Details } from './issues.ts';
import { fr } from './text.ts';
import type { Position } from './yaml-source.ts';

export interface Decoded {
  /** Without byte order mark, lines ended by \n alone. Best guess when the bytes were wrong. */
  readonly text: string;
  readonly fault?: { readonly details: Details; readonly place: Position };
}

/** Reads a file's bytes as text, and says what is wrong with them if something is. */
export function decode(bytes: Uint8Array): Decoded {
  const utf16 = utf16Label(bytes);
  if (utf16) {
    const text = tidy(new TextDecoder(utf16).decode(bytes));
    return { text, fault: { details: notUtf8('UTF-16'), place: { line: 1, column: 1 } } };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const read = withTextFaults(tidy(text));
    return read.fault ? read : { ...read, ...lineEndFault(text) };
  } catch {
    const offset = firstInvalidByte(bytes);
    const mac = looksLikeMac(bytes);
    const text = tidy(new TextDecoder(mac ? 'macintosh' : 'windows-1252').decode(bytes));
    const details = notUtf8(mac ? 'Mac OS Roman' : fr`Windows-1252, dit « ANSI »`);
    return { text, fault: { details, place: placeOfByte(bytes, offset) } };
  }
}

function tidy(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/** Lines ended as on the Macs of last century: read here as lines, and by other programs as one single line. */
function lineEndFault(text: string): Pick<Decoded, 'fault'> {
  const offset = text.search(/\r(?!\n)/);
  if (offset < 0) return {};
  const before = tidy(text.slice(0, offset)).split('\n');
  const message = fr`les lignes de ce fichier sont coupées d'une ancienne façon (CR seul), que d'autres logiciels ne comprennent pas. L'enregistrer à nouveau avec des fins de ligne « LF » (Unix) ou « CRLF » (Windows).`;
  const place = { line: before.length, column: (before.at(-1) ?? '').length + 1 };
  return { fault: { details: { rule: 'line-ends', message }, place } };
}

function notUtf8(likely: string): Details {
  return {
    rule: 'encoding',
    read: likely,
    expected: 'UTF-8',
    message:
      fr`ce fichier n'est pas enregistré en UTF-8 (sans doute en ` +
      fr`${likely}) : ses accents seraient illisibles. ` +
      fr`Dans l'éditeur de texte, choisir « Enregistrer sous », puis le codage « UTF-8 ».`,
  };
}

function utf16Label(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

const GARBLED = /Ã[\u0080-\u00BF©¨ªàâ«´®¯»¹¼]|â€[™œ“”¦]/;

/** Whether a text lost characters or accents before it came here. */
export function isSpoilt(text: string): boolean {
  return text.includes('\uFFFD') || GARBLED.test(text);
}

/** Signs of a text spoilt before it came here, and the NUL that no text holds. */
function withTextFaults(text: string): Decoded {
  const faults: readonly [RegExp, string, string][] = [
    [
      new RegExp(String.fromCharCode(0)),
      'nul',
      fr`ce fichier contient un caractère nul : ce n'est pas un texte, ou il est abîmé. L'ouvrir, en copier le texte dans un nouveau fichier et l'enregistrer en UTF-8.`,
    ],
    [
      /[\u202A-\u202E\u2066-\u2069]/,
      'bidi',
      fr`un caractère invisible retourne ici le sens de la lecture : ce que l'on lit n'est pas ce qui est écrit. Supprimer ce passage et le récrire.`,
    ],
    [
      /\uFFFD/,
      'lost-character',
      fr`un caractère a été perdu (« � ») lors d'un enregistrement ou d'un copier-coller. Le récrire.`,
    ],
    [
      GARBLED,
      'garbled-accents',
      fr`des accents sont abîmés (« Ã© » au lieu de « é »). Récrire ce passage, ou repartir du texte d'origine enregistré en UTF-8.`,
    ],
  ];
  for (const [pattern, rule, message] of faults) {
    const offset = text.search(pattern);
    if (offset < 0) continue;
    const before = text.slice(0, offset).split('\n');
    const place = { line: before.length, column: (before.at(-1) ?? '').length + 1 };
    return {
      text: rule === 'nul' ? text.replaceAll('\u0000', '') : text,
      fault: { details: { rule, message }, place },
    };
  }
  return { text };
}

/** Offset of the first character that is not UTF-8: the longest valid beginning, found by halves. */
function firstInvalidByte(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (startsValid(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  // What is left waiting for its other bytes is where the fault begins.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return Buffer.byteLength(decoder.decode(bytes.subarray(0, valid), { stream: true }));
}

function startsValid(bytes: Uint8Array): boolean {
  try {
    // A character cut at the end is not a fault here: `stream` waits for its other bytes.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function placeOfByte(bytes: Uint8Array, offset: number): Position {
  const before = new TextDecoder('windows-1252').decode(bytes.subarray(0, offset)).split(/\r\n?|\n/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** é, è, ê, à, ç, ô… as old Macs wrote them, against the same in Windows. */
const MAC = new Set([0x88, 0x89, 0x8d, 0x8e, 0x8f, 0x90, 0x91, 0x94, 0x99, 0x9d, 0x9e]);
const WINDOWS = new Set([0xe0, 0xe2, 0xe7, 0xe8, 0xe9, 0xea, 0xeb, 0xee, 0xef, 0xf4, 0xf9, 0xfb]);

function looksLikeMac(bytes: Uint8Array): boolean {
  let balance = 0;
  for (const byte of bytes) balance += MAC.has(byte) ? 1 : WINDOWS.has(byte) ? -1 : 0;
  return balance > 0;
}

/** Letters, signs and punctuation that French texts hold, above ASCII. */
const FRENCH = /^[\p{ASCII}À-ÖØ-öø-ÿŒœŸ€«»“”„‘’–—…•°·²³§©®\u00A0ᵉʳ]*$/u;

/**
 * How bytes were written, as `TextDecoder` names it, when it is certain: by a mark at the beginning, or because every byte
 * gives then, and then only, a letter or a sign of French. Undefined otherwise.
 */
export function encodingOf(bytes: Uint8Array): string | undefined {
  const utf16 = utf16Label(bytes);
  if (utf16) return bytes.length % 2 === 0 ? utf16 : undefined;
  if (isUtf8(bytes)) return 'utf-8';
  const text = (label: string) => new TextDecoder(label).decode(bytes);
  const [windows, mac] = [text('windows-1252'), text('macintosh')];
  // Both give some of the other's letters: the commonest, « é è à », never.
  if (!looksLikeMac(bytes) && FRENCH.test(windows)) return 'windows-1252';
  return looksLikeMac(bytes) && FRENCH.test(mac) && !FRENCH.test(windows) ? 'macintosh' : undefined;
}
