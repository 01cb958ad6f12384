import { deflateSync } from 'node:zlib';
import { change, type Overlay } from './publication.ts';
import { type Hostile, many, SCRIPT, STORY } from './hostile-inputs.ts';

/** A text, and what is to be said of it. */
export type HostileText = readonly [name: string, text: string, told: RegExp];

const GENERATED: Readonly<Record<string, string>> = {
  'un million d’étoiles': '*'.repeat(1_000_000),
  'un million d’étoiles espacées': '* '.repeat(300_000),
  'cent mille gras ouverts': '**a '.repeat(100_000),
  'un million de crochets ouverts': '['.repeat(1_000_000),
  'un million de crochets fermés': ']'.repeat(1_000_000),
  'cent mille liens ouverts': '[a]('.repeat(100_000),
  'cent mille images ouvertes': '![a]('.repeat(100_000),
  'un million d’accents graves': '`'.repeat(1_000_000),
  'des accents graves de toutes longueurs': many(1000, (i) => '`'.repeat(i + 1), ' '),
  'un million de soulignés': '_'.repeat(1_000_000),
  'un million de tildes': '~ '.repeat(300_000),
  'un million de barres': '|'.repeat(1_000_000),
  'un tableau de dix mille colonnes': `|${' a |'.repeat(10_000)}\n|${' - |'.repeat(10_000)}\n|${' b |'.repeat(10_000)}`,
  'dix mille chevrons': '<a '.repeat(10_000),
  'cent mille esperluettes': '&amp'.repeat(100_000),
  'quatre cents listes emboîtées': many(400, (i) => `${' '.repeat(i * 2)}- a`),
  'dix mille deux-points': ':'.repeat(10_000),
  'trois mille blocs ouverts': many(3000, () => ':::conseil'),
  'trois cents blocs, chacun plus profond': many(300, (i) => `${':'.repeat(303 - i)}conseil`),
  'vingt mille notes': `${many(20_000, (i) => `[^n${i}]`, ' ')}\n\n${many(20_000, (i) => `[^n${i}]: x`, '\n\n')}`,
  'vingt mille définitions': many(20_000, (i) => `[d${i}]: https://a.fr`),
  'une ligne de cinq mégaoctets': 'mot '.repeat(1_250_000),
};
export const MARKDOWN: readonly HostileText[] = Object.entries(GENERATED).map(([name, text]) => [
  name,
  text,
  /^/,
]);

export const HTML: readonly HostileText[] = [
  ['un script', SCRIPT, /script/],
  ['une image qui échoue', '<img src=x onerror=alert(1)>', /event-handler|raw-html/],
  ['un SVG', '<svg><script>1</script></svg>', /script|raw-html/],
  ['un cadre', '<iframe src="https://a.fr"></iframe>', /raw-html/],
  ['un style', '<style>body{display:none}</style>', /raw-html|script/],
  ['un formulaire', '<form action="https://a.fr"><input name=a></form>', /raw-html/],
  ['une base', '<base href="https://a.fr/">', /raw-html/],
  ['un commentaire conditionnel', '<!--[if IE]><script>1</script><![endif]-->', /script/],
  ['une section CDATA', '<![CDATA[<script>1</script>]]>', /raw-html|script/],
  ['une déclaration', '<!DOCTYPE html [<!ENTITY a "b">]>', /raw-html|html-comment/],
  ['un lien javascript:', '[a](javascript:alert(1))', /address-dangerous/],
  ['un lien javascript: masqué', '[a](&#106;avascript:alert(1)) [b](java\tscript:x) <javascript:alert(1)>', /address-dangerous/],
  ['un lien data:', '[a](data:text/html;base64,PHNjcmlwdD4=)', /address-dangerous/],
  ['un lien vers un fichier de la machine', '[a](file:///etc/passwd)', /address-dangerous/],
  ['un lien hors du dossier', '[a](../../../etc/passwd) [b](../../secret.md)', /link-/],
  ['une image d’un autre site', ':::figure{credit="x"}\n![a](https://espion.fr/a.png)\n:::', /image-remote/],
  ['un attribut qui exécute', ':::conseil{onclick="alert(1)" style="x"}\nmot\n:::', /attribute-unknown/],
  ['un titre de bloc qui exécute', `:::conseil[${SCRIPT}]\nmot\n:::`, /script/],
];

export const MDX: readonly HostileText[] = [
  ['import de fs', 'import fs from "fs"\n\nmot', /mdx-import/],
  ['export', 'export const a = 1\n\nmot', /mdx-import/],
  ['export par défaut', 'export default () => { while (true) {} }\n\nmot', /mdx-import/],
  ['lecture de process.env', 'mot {process.env.HOME}', /mdx-expression/],
  ['une boucle sans fin', 'mot {(() => { while (true) {} })()}', /mdx-expression/],
  ['un appel qui attend', 'mot {await fetch("https://a.fr")}', /mdx-/],
  ['dangerouslySetInnerHTML', '<div dangerouslySetInnerHTML={{__html: "<script>1</script>"}} />', /mdx-|attribute|event|raw-html/],
  ['set:html', '<p set:html={"<b>"}>mot</p>', /mdx-|attribute|raw-html/],
  ['un attribut étalé', '<Conseil {...process.env}>\nmot\n</Conseil>', /attribute|mdx-/],
  ['une valeur d’attribut calculée', '<Conseil titre={process.exit()}>\nmot\n</Conseil>', /attribute-not-literal/],
  ['un composant inconnu', '<Mal>\nmot\n</Mal>', /mdx-component-unknown/],
  ['un composant d’un objet', '<fs.readFileSync path="/etc/passwd" />', /mdx-/],
  ['un script', `${SCRIPT}\n\nmot`, /script/],
  ['trois mille accolades', '{'.repeat(3000), /mdx-/],
  ['trois mille balises', '<div>'.repeat(3000), /mdx-|raw-html/],
];

function png(width: number, height: number, rows: Uint8Array): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([size, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 1;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

/** A GIF of so many frames of one dot. */
function gif(frames: number): Buffer {
  const frame = [0x21, 0xf9, 4, 0, 1, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
  return Buffer.from([
    ...Buffer.from('GIF89a'), 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255,
    ...Array.from({ length: frames }, () => frame).flat(),
    0x3b,
  ]);
}

const picture = (name: string, bytes: string | Uint8Array): Overlay => ({
  'histoires/port.svg': null,
  [`histoires/${name}`]: bytes,
  [STORY]: change('./port.svg', `./${name}`),
});
const svg = (inside: string, root = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"${root}>${inside}</svg>`;

export const IMAGES: readonly Hostile[] = [
  ['un PNG qui se dit de 60 000 × 60 000', picture('port.png', png(60_000, 60_000, new Uint8Array(100))), /image-/],
  ['un PNG de 60 000 × 60 000 en 450 ko', picture('port.png', png(60_000, 60_000, new Uint8Array(7501 * 60_000))), /image-/],
  ['un GIF de dix mille images', picture('port.gif', gif(10_000)), /image-frames/],
  ['un TIFF', picture('port.tiff', Buffer.from('II*\0\b\0\0\0\0\0')), /image-format/],
  ['un JPEG coupé', picture('port.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])), /image-invalid/],
  ['une page web nommée .png', picture('port.png', `<html>${SCRIPT}</html>`), /image-invalid/],
  ['un SVG qui exécute', picture('a.svg', svg(SCRIPT)), /image-unsafe/],
  ['un SVG qui exécute au chargement', picture('a.svg', svg('', ' onload="alert(1)"')), /image-unsafe/],
  ['un SVG avec une page web', picture('a.svg', svg('<foreignObject><body/></foreignObject>')), /image-unsafe/],
  ['un SVG qui appelle un autre site', picture('a.svg', svg('<image href="https://espion.fr/a.png"/>')), /image-unsafe/],
  ['un SVG qui gonfle', picture('a.svg', `<!DOCTYPE svg [<!ENTITY a "aaaa">${many(20, (i) => `<!ENTITY a${i} "&a;&a;">`, '')}]>${svg('<text>&a19;</text>')}`), /image-unsafe/],
  ['un SVG qui lit la machine', picture('a.svg', `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg('<text>&x;</text>')}`), /image-unsafe/],
  ['un SVG de cent mille niveaux', picture('a.svg', svg('<g>'.repeat(100_000) + '</g>'.repeat(100_000))), /image-/],
  ['un SVG de 60 000 de large', picture('a.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="1e9" height="1e9"/>'), /image-/],
];

