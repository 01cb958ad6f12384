import { change, type Overlay, VALID } from './publication.ts';

/** A hostile thing to write in a publication, and what must be said of it: the rules of its problems, or nothing. */
export type Hostile = readonly [name: string, overlay: Overlay, told: RegExp | 'rien'];

const TEAM = 'equipes/pole-du-port.yaml';
export const STORY = 'histoires/port.md';
const TOOL = 'outils/livret.md';
export const many = (count: number, line: (rank: number) => string, between = '\n') =>
  Array.from({ length: count }, (_, rank) => line(rank)).join(between);

const team = (text: string): Overlay => ({ [TEAM]: text });
const field = (line: string): Overlay => ({ [TEAM]: change('article: le', line) });
export const story = (text: string): Overlay => ({
  [STORY]: change('## Les débuts\n', `## Les débuts\n\n${text}\n`),
});
export const YAML: readonly Hostile[] = [
  ['des renvois qui en font un milliard', team(`a: &a [x,x,x,x,x,x,x,x,x]\n${many(9, (i) => `${'bcdefghij'[i] ?? ''}: &${'bcdefghij'[i] ?? ''} [${many(9, () => `*${'abcdefghi'[i] ?? ''}`, ',')}]`)}\n`), /yaml-mark/],
  ['un renvoi à soi-même', team('a: &a { b: *a }\n'), /yaml-mark/],
  ['des renvois dans les champs', field('article: &x le\nadresse: *x'), /yaml-mark/],
  ['une ancre en double', field('article: &x le\nadresse: &x la'), /yaml-mark/],
  ['un renvoi qui ne mène nulle part', field('article: *rien'), /yaml-(mark|reserved)/],
  ['une clé de fusion', field('<<: { article: la }'), /unknown-field/],
  ['une clé de fusion avec un renvoi', team('a: &a { nom: x }\n<<: *a\n'), /yaml-mark/],
  ['la commande !!js/function', field('article: !!js/function "function () { process.exit() }"'), /yaml-mark/],
  ['la commande !!python/object', field('article: !!python/object/apply:os.system ["id"]'), /yaml-mark/],
  ['la commande !!binary', field('article: !!binary "PHNjcmlwdD4="'), /yaml-mark/],
  ['la commande !!set', field('article: !!set { le, la }'), /yaml-mark/],
  ['la commande !!timestamp', { [TEAM]: change('creation: 2007', 'creation: !!timestamp 2007-01-01') }, /yaml-mark/],
  ['une commande de la maison', field('article: !Ref le'), /yaml-mark/],
  ['une directive %TAG', team(`%TAG ! tag:x,2000:\n---\n${VALID[TEAM] ?? ''}`), 'rien'],
  ['une directive %YAML 1.1', team(`%YAML 1.1\n---\nnom: yes\n`), /type|yaml-/],
  ['mille documents', team(many(1000, () => '---\nnom: x')), /yaml-documents/],
  ['trois mille niveaux, par le décalage', team(many(3000, (i) => `${' '.repeat(i)}a:`)), /equipe|yaml|unknown-field|missing/],
  ['dix mille niveaux, entre accolades', team(`a: ${'{ a: '.repeat(10_000)}1${' }'.repeat(10_000)}\n`), /yaml|unknown-field/],
  ['dix mille tirets emboîtés', team(`${'- '.repeat(10_000)}x\n`), /yaml|not-fields/],
  ['une clé d’un mégaoctet', team(`${'k'.repeat(1_000_000)}: 1\n`), /yaml|unknown-field/],
  ['une clé d’un mégaoctet entre guillemets', team(`"${'k'.repeat(1_000_000)}": 1\n`), /yaml|unknown-field/],
  ['une clé qui est une liste', team('? [a, b]\n: 1\n'), /unknown-field|yaml/],
  ['une clé qui est un groupe', team('? { a: 1 }\n: 1\n'), /unknown-field|yaml/],
  ['cinq mille clés en double', team(many(5000, () => 'nom: x')), /yaml-duplicate/],
  ['un bloc d’un mégaoctet', field(`presentation: |\n${many(20_000, () => '  Une ligne de plus, encore une, et une autre.')}`), /too-long/],
  ['une ligne de dix mégaoctets', team(`nom: "${'x'.repeat(10_000_000)}"\n`), /too-long/],
  ['dix mégaoctets d’espaces', team(`nom: ${' '.repeat(10_000_000)}x\n`), /missing/],
  ['des champs nommés comme ceux d’un objet', team('__proto__: { x: 1 }\nconstructor: 1\ntoString: 1\nhasOwnProperty: 1\n'), /unknown-field/],
  ['un nombre infini', { [TEAM]: change('creation: 2007', 'creation: .inf') }, /type|date|invalid|too/],
  ['un nombre qui n’en est pas un', { 'scans/2021/pole-du-port.yaml': change('nombre: 3', 'nombre: .nan') }, /type|invalid/],
  ['un nombre de mille chiffres', { 'scans/2021/pole-du-port.yaml': change('nombre: 3', `nombre: ${'9'.repeat(1000)}`) }, /type|too-big|unlikely/],
  ['un nombre en exposant', { 'scans/2021/pole-du-port.yaml': change('nombre: 3', 'nombre: 1e999') }, /type|too-big|unlikely/],
];

export const BYTES: readonly Hostile[] = [
  ['du Latin-1', { [TEAM]: Buffer.from('nom: "é"\n', 'latin1') }, /encoding/],
  ['de l’UTF-16 sans marque', { [TEAM]: Buffer.from(VALID[TEAM] ?? '', 'utf16le') }, /nul|encoding/],
  ['de l’UTF-16 de l’autre sens', { [TEAM]: Buffer.from(`\uFEFF${VALID[TEAM] ?? ''}`, 'utf16le').swap16() }, /encoding/],
  ['de l’UTF-32', { [TEAM]: Buffer.from([0xff, 0xfe, 0, 0, ...[...(VALID[TEAM] ?? '')].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8, 0, 0])]) }, /encoding|nul/],
  ['des octets au hasard', { [TEAM]: Uint8Array.from({ length: 100_000 }, (_, i) => (i * 7919 + (i >> 3)) % 256) }, /encoding/],
  ['un caractère nul', field('article: "l\u0000e"'), /nul/],
  ['un mégaoctet de nuls', { [TEAM]: new Uint8Array(1_000_000) }, /nul/],
  ['un substitut seul, en octets', { [TEAM]: Buffer.concat([Buffer.from('nom: "'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"\n')]) }, /encoding/],
  ['un substitut seul, en échappement', field('adresse: "a\\uD800b"'), /control/],
  ['des signes de largeur nulle seuls', field('adresse: "\u200B\u200B"'), /blank/],
  ['un texte à l’envers', field('adresse: "12 rue \u202Eexe.fdp"'), /bidi/],
  ['un texte à l’envers, isolé', field('adresse: "\u2066a\u2067b"'), /bidi/],
  ['un texte à l’envers, dans le corps', story('Lire \u202Efdp.exe ici.'), /bidi/],
  ['dix mille accents sur une lettre', field(`adresse: "e${'\u0301'.repeat(10_000)}"`), /too-long/],
  ['une commande de terminal', field('adresse: "\\e[2Jx"'), /control/],
];

export const SCRIPT = '<script>alert(1)</script>';
export const FIELDS: readonly Hostile[] = [
  ['un programme dans chaque texte d’un récit', { [STORY]: (text) => text.replace('"le Pôle du Port"', `'${SCRIPT}'`).replace('"Une équipe raconte ses débuts."', `'"><img src=x onerror=alert(1)>'`).replace('"Le port vu du ciel."', `'${SCRIPT}'`).replace('"Dessin de l’équipe"', `'${SCRIPT}'`) }, 'rien'],
  ['un programme dans chaque texte d’une équipe', { [TEAM]: (text) => `${text.replace('"Brest"', `'${SCRIPT}'`)}adresse: '${SCRIPT}'\nquartier: '${SCRIPT}'\npresentation: '${SCRIPT}'\n` }, 'rien'],
  ['une adresse javascript:', { [TOOL]: change('relecture:', 'lien: "javascript:alert(1)"\nrelecture:') }, /url/],
  ['une adresse data:', { [TOOL]: change('relecture:', 'lien: "data:text/html,<script>1</script>"\nrelecture:') }, /url/],
  ['une adresse avec un retour à la ligne', { [TOOL]: change('relecture:', 'lien: "https://a.fr/\\n<script>"\nrelecture:') }, /url/],
  ['une adresse avec un mot de passe', { [TOOL]: change('relecture:', 'lien: "https://moi:secret@a.fr/"\nrelecture:') }, /url/],
  ['../ dans un document', { [TOOL]: change('./livret.csv', '../../../../etc/passwd') }, /file-outside/],
  ['../ codé dans une image', story(':::figure{credit="x"}\n![a](%2e%2e/%2e%2e/%2e%2e/etc/passwd.png)\n:::'), /file-outside|image-missing/],
  ['un chemin absolu', { [TOOL]: change('./livret.csv', '/etc/passwd') }, /file-outside/],
  ['un chemin de Windows', { [TOOL]: change('./livret.csv', 'C:\\Windows\\win.ini') }, /file-outside/],
  ['une adresse de fichier', { [TOOL]: change('./livret.csv', 'file:///etc/passwd') }, /file-remote|file-outside/],
  ['../ dans une équipe', { [STORY]: change('equipe: pole-du-port', 'equipe: ../equipes/pole-du-port') }, /reference/],
  ['../ dans une ancienne adresse', { [STORY]: change('scan: 2021', 'scan: 2021\nanciennes_adresses: ["/../../etc/"]') }, /former-address/],
  ['une ancienne adresse qui commande', { [STORY]: change('scan: 2021', 'scan: 2021\nanciennes_adresses: ["/a\\nSet-Cookie: x"]') }, /former-address/],
  ['un CSV qui commande un tableur', { 'outils/livret.csv': '=cmd|\'/C calc\'!A0;geste\n' }, /document-formula/],
  ['un CSV ordinaire', { 'outils/livret.csv': 'jour;total\n-3;+4\n2021-01-01;=\n' }, 'rien'],
];

const page = VALID['pages/a-propos.md'] ?? '';
export const NAMES: readonly Hostile[] = [
  ['con.md', { 'pages/con.md': page }, /file-device/],
  ['aux.yaml', { 'equipes/aux.yaml': VALID[TEAM] ?? '' }, /file-device/],
  ['nul.csv en document', { 'outils/nul.csv': 'a;b\n', [TOOL]: change('./livret.csv', './nul.csv'), 'outils/livret.csv': null }, /file-device|document-name/],
  ['un nom avec un retour à la ligne', { 'pages/a\nb.md': page }, /file-control|rien/],
  ['un nom à l’envers', { 'pages/a\u202Efdp.md': page }, /file-control/],
  ['un nom d’emoji', { 'pages/🙂.md': page }, /address-empty/],
  ['un nom avec un script', { 'pages/<img src=x onerror=alert(1)>.md': page }, 'rien'],
  ['un nom de 250 octets', { [`pages/${'a'.repeat(246)}.md`]: page }, 'rien'],
  ['un nom avec des points', { 'pages/....md': page }, /address-empty|file-hidden/],
  ['un dossier nommé index.md', { 'pages/index.md/a.md': page, 'histoires/x/index.md/index.md': page }, /file-place|rien|missing/],
  ['un raccourci vers soi', { 'pages/boucle.md': { link: 'boucle.md' } }, /file-link/],
  ['un raccourci vers le dossier du dessus', { 'pages/boucle': { link: '..' } }, /file-link/],
  ['un raccourci vers la machine', { 'pages/secret.md': { link: '/etc/passwd' } }, /file-link/],
  ['deux noms que la casse seule distingue', { 'pages/A-Propos.md': page }, /address-taken/],
];
