import type { Details } from './issues.ts';
import { readSvg, type SvgTag } from './svg.ts';
import { either, excerpt, formatCount, fr } from './text.ts';

/** What a drawing is made of; nothing that runs, moves, or opens another page. */
const ELEMENTS = new Set(
  (
    'svg g defs symbol use title desc metadata switch view style image path rect circle ellipse line polyline polygon ' +
    'text tspan textPath linearGradient radialGradient stop pattern clipPath mask marker filter feBlend feColorMatrix ' +
    'feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow ' +
    'feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight ' +
    'feSpecularLighting feSpotLight feTile feTurbulence'
  ).split(' '),
);

const ATTRIBUTES = new Set(
  // Everywhere.
  (
    'id class style lang role tabindex focusable transform xml:space xml:lang systemLanguage requiredExtensions ' +
    'requiredFeatures externalResourcesRequired zoomAndPan contentScriptType contentStyleType version baseProfile ' +
    // Sizes, shapes, references.
    'width height viewBox preserveAspectRatio x y x1 x2 y1 y2 cx cy r rx ry fx fy fr d points pathLength href xlink:href ' +
    'xlink:title xlink:type xlink:show xlink:actuate gradientUnits gradientTransform spreadMethod offset patternUnits ' +
    'patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits markerUnits markerWidth markerHeight ' +
    'refX refY orient dx dy rotate textLength lengthAdjust startOffset method spacing side type media title ' +
    // Filters.
    'filterUnits primitiveUnits in in2 result stdDeviation values mode operator k1 k2 k3 k4 order kernelMatrix divisor bias ' +
    'targetX targetY edgeMode kernelUnitLength preserveAlpha surfaceScale diffuseConstant specularConstant ' +
    'specularExponent limitingConeAngle azimuth elevation z pointsAtX pointsAtY pointsAtZ scale xChannelSelector ' +
    'yChannelSelector tableValues slope intercept amplitude exponent baseFrequency numOctaves seed stitchTiles radius ' +
    // Presentation.
    'alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters ' +
    'color-profile color-rendering cursor direction display dominant-baseline enable-background fill fill-opacity fill-rule ' +
    'filter flood-color flood-opacity font font-family font-feature-settings font-kerning font-size font-size-adjust ' +
    'font-stretch font-style font-variant font-variation-settings font-weight glyph-orientation-horizontal ' +
    'glyph-orientation-vertical image-rendering isolation kerning letter-spacing lighting-color line-height marker ' +
    'marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order pointer-events ' +
    'shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin ' +
    'stroke-miterlimit stroke-opacity stroke-width text-anchor text-align text-decoration text-overflow text-rendering ' +
    'transform-origin unicode-bidi vector-effect visibility white-space word-spacing writing-mode'
  ).split(' '),
);
const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';
const OTHER_FILE = 'un lien vers un autre fichier';

/** A style that calls another file, or that hides what it calls behind escapes. */
const UNSAFE_STYLE =
  /@(?!media\b)|\\|url\(\s*["']?\s*(?!#)|\b(?:image|image-set|src|cross-fade|element)\s*\(|javascript\s*:|\/\//i;

function nameFault(name: string): string | undefined {
  if (ELEMENTS.has(name)) return undefined;
  if (/^(.*:)?script$/i.test(name)) return 'un programme (« script »)';
  if (/^(foreignObject|iframe|object|embed)$/i.test(name)) return 'une page web (« foreignObject »)';
  return `un élément que le site ne publie pas (« ${excerpt(name, 30)} »)`;
}

function attributeFault({ name: element }: SvgTag, name: string, value: string): string | undefined {
  if (/^on/i.test(name)) return 'un programme (attribut « on… »)';
  if (name === 'xmlns') return value === SVG_NAMESPACE ? undefined : OTHER_LANGUAGE;
  // A prefix is declared, but nothing may bear it.
  if (name.startsWith('xmlns:') || /^(aria|data)-[\w-]+$/.test(name)) return undefined;
  if (!ATTRIBUTES.has(name)) return `un attribut que le site ne publie pas (« ${excerpt(name, 30)} »)`;
  if (name === 'href' || name === 'xlink:href') return isInside(element, value) ? undefined : OTHER_FILE;
  return UNSAFE_STYLE.test(value) ? OTHER_FILE : undefined;
}
const OTHER_LANGUAGE = 'un autre langage que le SVG (« xmlns »)';

/** A part of the same drawing, or a picture written in it. */
function isInside(element: string, address: string): boolean {
  if (/^\s*#/.test(address)) return true;
  return element === 'image' && /^\s*data:image\/(?:png|jpe?g|webp|gif);base64,[\w+/=\s]*$/.test(address);
}

/** What keeps a drawing from being published, as a picture or as a document; undefined when nothing does. */
export function svgFault(path: string, svg: string): Details | undefined {
  const { tags, styles, fault } = readSvg(svg);
  const [root] = tags;
  const found = tags.flatMap((tag) => [
    nameFault(tag.name),
    ...tag.attributes.map(([name, value]) => attributeFault(tag, name, value)),
  ]);
  if (UNSAFE_STYLE.test(styles)) found.push(OTHER_FILE);
  if (root && (root.name !== 'svg' || !root.attributes.some(([name]) => name === 'xmlns')))
    found.push(OTHER_LANGUAGE);
  const words = [...new Set([...found, fault].filter((each) => each !== undefined))];
  if (words.length === 0) return undefined;
  const list = words.slice(0, 4).map((each) => each.replaceAll('« ', '«\u00A0').replaceAll(' »', '\u00A0»'));
  const message = fr`le dessin ${path} contient ${either(list, 'et')} : le site le refuse. L'enregistrer en « SVG simple ».`;
  return { rule: 'image-unsafe', message };
}

const LENGTH = /^(?=[\d.]*[1-9])\d*\.?\d*(?:e\d+)?(?:in|cm|em|ex|m|mm|pc|pt|px)?$/;

/** Larger, a drawing could not be turned into dots. */
const MAX_LENGTH = 16_000;

/** How far the build looks for the opening tag of a drawing. */
const HEAD = 1000;

/** What keeps a drawing from being placed in a page: the build asks for its size, and where to find it. */
export function svgSizeFault(path: string, svg: string): Details | undefined {
  const [root] = readSvg(svg).tags;
  if (!root) return undefined;
  if (Buffer.byteLength(svg.slice(0, root.end)) > HEAD) {
    const message = fr`la première balise du dessin ${path} vient trop loin : supprimer les commentaires qui la précèdent, ou l'enregistrer en « SVG simple ».`;
    return { rule: 'image-dimensions', message };
  }
  const written = (pattern: RegExp) => pattern.exec(root.source)?.[2] ?? '';
  const [width, height] = [written(/\swidth=(['"])([^%]+?)\1/), written(/\sheight=(['"])([^%]+?)\1/)];
  const box = written(/\sviewBox=(['"])(.+?)\1/).split(' ');
  if (LENGTH.test(width) && LENGTH.test(height)) {
    const [across, down] = [Number.parseFloat(width), Number.parseFloat(height)];
    if (Math.max(across, down) <= MAX_LENGTH) return undefined;
    const message = fr`le dessin ${path} se dit de ${formatCount(across)} sur ${formatCount(down)} : ${formatCount(MAX_LENGTH)} au plus. Écrire une taille plus petite, le dessin s'y adapte.`;
    return { rule: 'image-dimensions', message };
  }
  if (box.length === 4 && LENGTH.test(box[2] ?? '') && LENGTH.test(box[3] ?? '')) return undefined;
  const message = fr`le dessin ${path} ne dit pas sa taille. L'ouvrir dans l'éditeur de texte et écrire après « <svg » sa largeur et sa hauteur, par exemple : width="800" height="600"`;
  return { rule: 'image-dimensions', message };
}
