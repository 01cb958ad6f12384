import { decode, encodingOf } from '#src/checks/encoding.ts';
import { fr } from '#src/checks/text.ts';

/** A file as its bytes are: its text as the check reads it, and how to write another text in its place. */
export interface FileBytes {
  readonly text: string;
  /** Each line's own end, in order; the last line may have none. */
  readonly ends: readonly string[];
  /** What is to be changed in how it is saved, in French; empty when nothing is. */
  readonly saved: readonly string[];
}

/** Takes the bytes of a text file; undefined when how they were written is not certain: then nothing is touched. */
export function readBytes(bytes: Uint8Array): FileBytes | undefined {
  const encoding = encodingOf(bytes);
  if (encoding === undefined) return undefined;
  const raw = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const bare = raw.replace(/^\uFEFF/, '');
  const ends: string[] = bare.match(/\r\n|\r|\n/g) ?? [];
  const old = ends.includes('\r');
  const usual = ends.filter((end) => end === '\r\n').length > ends.length / 2 ? '\r\n' : '\n';
  const names = { 'utf-8': '', 'windows-1252': 'Windows-1252', macintosh: 'Mac OS Roman' };
  const name = encoding in names ? names[encoding as keyof typeof names] : 'UTF-16';
  return {
    text: decode(bytes).text,
    ends: ends.map((end) => (end === '\r' ? usual : end)),
    saved: [
      ...(name === '' ? [] : [fr`enregistré en UTF-8, au lieu de ${name}`]),
      ...(name === '' && raw !== bare ? [fr`sans la marque invisible du début (BOM)`] : []),
      ...(old ? [fr`lignes coupées à la façon d'aujourd'hui`] : []),
    ],
  };
}

/** The bytes of a text whose lines keep the ends that they had. */
export function writeBytes(text: string, { ends }: FileBytes): Uint8Array {
  const lines = text.split('\n');
  return Buffer.from(
    lines.map((line, index) => line + (index < lines.length - 1 ? (ends[index] ?? '\n') : '')).join(''),
  );
}
