import { inflateRawSync } from 'node:zlib';

/** One file of a zip archive, as its directory describes it. */
export interface ZipEntry {
  readonly name: string;
  /** Size once unpacked, as the archive claims; in bytes. */
  readonly size: number;
  readonly encrypted: boolean;
  /** Unpacks it; throws beyond `max` bytes, whatever the archive claims. */
  readonly read: (max: number) => Buffer;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/**
 * The files of a zip archive (PKWARE APPNOTE 4.3.12 and 4.3.16), without unpacking any of them.
 * @returns undefined when the archive has no directory: it is cut short, or is no archive
 */
export function zipEntries(bytes: Buffer): ZipEntry[] | undefined {
  // The record that ends an archive may be followed by a comment of 65 535 bytes at most.
  const from = Math.max(0, bytes.length - 22 - 0xffff);
  let end = bytes.length - 22;
  while (end >= from && bytes.readUInt32LE(end) !== END) end -= 1;
  if (end < from || end < 0) return undefined;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let rank = 0; rank < count; rank += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return undefined;
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push(entryAt(bytes, at, nameLength));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function entryAt(bytes: Buffer, at: number, nameLength: number): ZipEntry {
  const method = bytes.readUInt16LE(at + 10);
  const packed = bytes.readUInt32LE(at + 20);
  const local = bytes.readUInt32LE(at + 42);
  return {
    name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
    size: bytes.readUInt32LE(at + 24),
    encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    read: (max) => {
      const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const data = bytes.subarray(start, start + packed);
      return method === 0 ? data.subarray(0, max) : inflateRawSync(data, { maxOutputLength: max });
    },
  };
}
