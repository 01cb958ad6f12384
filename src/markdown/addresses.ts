const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const ALLOWED = new Set(['http', 'https', 'mailto']);

/** What a browser ignores in an address, and what hides there: controls, blanks, zero-width and direction marks, lost signs. */
const IGNORED =
  /[\u0000-\u0020\u007f-\u00a0\u00ad\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u206f\u3000\ufeff\ufffd]/g;

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/%[0-9a-f]{2}/gi, '');
  }
}

/** The scheme of an address as a browser would read it, in lower case; undefined when it is relative. */
export function schemeOf(address: string): string | undefined {
  // A processor may have escaped a blank rather than dropped it.
  const bare = unescaped(address.split(/[/?#]/, 1)[0] ?? '').replace(IGNORED, '');
  return SCHEME.exec(bare)?.[1]?.toLowerCase();
}

/** Whether a link may lead there: relative, http, https or mailto. */
export function isSafeAddress(address: string): boolean {
  const scheme = schemeOf(address);
  return scheme === undefined || ALLOWED.has(scheme);
}

/** An address as a browser reads it: blanks in front and every tab or end of line dropped, « \\ » for « / ». */
function asBrowser(address: string): string {
  return address
    .replace(/[\t\n\r]/g, '')
    .replace(/^[\u0000-\u0020\s]+/, '')
    .replaceAll('\\', '/');
}

/** Whether an address leaves the site, so that a picture there would call another host. */
export function isRemote(address: string): boolean {
  return schemeOf(address) !== undefined || asBrowser(address).startsWith('//');
}

/** Same address with every « % » that starts no escape made harmless: decoding it must never throw. */
export function decodable(address: string): string {
  const mended = address.replace(/%(?![0-9a-f]{2})/gi, '%25');
  try {
    decodeURI(mended);
    return mended;
  } catch {
    return address.replaceAll('%', '%25');
  }
}
