import { Source } from './source.ts';
import { INDEX } from './places.ts';

const GZIP = [0x1f, 0x8b];

/** Text of a gzipped file; some hosts send it already open. */
async function text(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (!GZIP.every((byte, at) => bytes[at] === byte)) return new TextDecoder().decode(bytes);
  if ('DecompressionStream' in globalThis) {
    const open = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Response(open).text();
  }
  // Browsers older than 2023.
  const { gunzipSync } = await import('fflate');
  return new TextDecoder().decode(gunzipSync(bytes));
}

/** The index of this site, over the network. The entry is asked anew at each visit; the rest never changes. */
export const siteSource = (): Source =>
  new Source(async (path, compressed) => {
    const response = await fetch(`/${INDEX}/${path}`, { cache: compressed ? 'default' : 'no-cache' });
    if (!response.ok) throw new Error(`${path} : ${response.status}`);
    return compressed ? text(new Uint8Array(await response.arrayBuffer())) : response.text();
  });
