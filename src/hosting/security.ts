/** What a browser may do with a page of the site: nothing that does not come from the site itself, no inline script. */
const RULES = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'font-src': "'self'",
  'connect-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
} as const;

/** The Content-Security-Policy of every public page (W3C CSP Level 3), as its meta element holds it. */
export const SECURITY_POLICY = Object.entries(RULES)
  .map(([name, sources]) => `${name} ${sources}`)
  .join('; ');

/** What only a header can say: a meta element's `frame-ancestors` is not read. */
const NO_FRAME = "frame-ancestors 'none'";

/** Headers besides the policy, alike for every file. */
const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
} as const;

/** A file of this folder changes its name with its content: a browser keeps it without asking again. */
const KEPT = {
  folder: '/ressources/',
  header: 'Cache-Control: public, max-age=31536000, immutable',
} as const;
/** What gains from gzip; fonts and pictures are packed already. */
const PACKED =
  'text/html text/css text/plain text/csv text/javascript application/javascript application/json application/xml image/svg+xml';

/** A part of the site that has a policy of its own. */
export interface OtherPolicy {
  /** « /redaction/ ». */
  readonly folder: string;
  readonly policy: string;
}

const headersOf = (policy: string): (readonly [string, string])[] => [
  ['Content-Security-Policy', `${policy}; ${NO_FRAME}`],
  ...Object.entries(HEADERS),
];

/**
 * The file `_headers` (Netlify, Cloudflare Pages). Rules that fit one address add up there, and two policies would both
 * bind: where a folder has its own, every other top-level entry is named.
 * @param entries names of what stands at the root of the site; folders end with « / »
 */
export function headersFile(entries: readonly string[], other?: OtherPolicy): string {
  const rule = (path: string, policy: string) =>
    [path, ...headersOf(policy).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');
  const kept = `${KEPT.folder}*\n  ${KEPT.header}\n`;
  if (!other) return `${rule('/*', SECURITY_POLICY)}${kept}`;
  const folders = entries.filter((name) => name.endsWith('/') && `/${name}` !== other.folder);
  const pages = ['/', ...entries.filter((name) => name.endsWith('.html')).map((name) => `/${name}`)];
  return [
    ...pages.map((path) => rule(path, SECURITY_POLICY)),
    ...folders.map((name) => rule(`/${name}*`, SECURITY_POLICY)),
    rule(`${other.folder}*`, other.policy),
    kept,
  ].join('\n');
}

/** The same for Apache (mod_headers), where the last rule that fits wins; texts are sent in gzip (mod_deflate). */
export function htaccessHeaders(other?: OtherPolicy): string {
  const set = ([name, value]: readonly [string, string]) => `  Header always set ${name} "${value}"`;
  const own = other && [
    `  <If "%{REQUEST_URI} =~ m#^${other.folder}#">`,
    set(headersOf(other.policy)[0] ?? ['', '']),
    '  </If>',
  ];
  return [
    '<IfModule mod_headers.c>',
    ...headersOf(SECURITY_POLICY).map(set),
    ...(own ?? []),
    `  <If "%{REQUEST_URI} =~ m#^${KEPT.folder}#">`,
    `    Header set ${KEPT.header.replace(': ', ' "')}"`,
    '  </If>',
    '</IfModule>',
    '<IfModule mod_deflate.c>',
    `  AddOutputFilterByType DEFLATE ${PACKED}`,
    '</IfModule>',
    '',
  ].join('\n');
}
