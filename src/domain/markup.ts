const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as the content of an element, or of an attribute in double quotes, in HTML and in XML. */
export const escapeMarkup = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** Where a line or a word ends without a space, in markup of ours. */
const ENDS = /<\/(?:p|li|h[1-6]|div|dt|dd|tr|td|th|blockquote|figcaption|figure)>|<br\s*\/?>/g;

/** The words of markup that the publication has written itself, one line for each block. */
export function textOfMarkup(html: string): string {
  const bare = html
    .replaceAll(/[ \t\n]+/g, ' ')
    .replace(ENDS, '\n')
    .replace(/<[^>]*>/g, '');
  return Object.entries(ENTITIES)
    .reverse()
    .reduce((text, [sign, entity]) => text.replaceAll(entity, sign), bare)
    .replace(/ *\n[ \n]*/g, '\n')
    .trim();
}
