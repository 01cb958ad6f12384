import { encode } from 'uqr';

/** A QR code (ISO/IEC 18004, error correction M) as one path, one unit for each module, without its quiet zone. */
export function createQr(text: string): { readonly size: number; readonly d: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const lines = data.flatMap((cells, y) =>
    cells.flatMap((dark, x) => {
      if (!dark || cells[x - 1]) return [];
      let end = x;
      while (cells[end]) end++;
      return [`M${x} ${y}h${end - x}v1h${x - end}z`];
    }),
  );
  return { size, d: lines.join('') };
}
