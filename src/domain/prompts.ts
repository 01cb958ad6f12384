const MARK = 'À écrire';
const FOUND = /^[>\s]*(?:[-*+]\s+|#+\s+|\d+[.)]\s+)?["«“\s]*À écrire\s*:/u;
/** The description and the credit of a picture: « ![À écrire : … », « credit="À écrire : … ». */
const INSIDE = /(?:!\[|[a-z]=")\s*À écrire\s*:/u;

/** What a draft puts where its author is to write: « À écrire : ce qui a donné envie de travailler ensemble ». */
export const prompt = (what: string): string => `${MARK} : ${what}`;

/** Whether a line or a value is still one of these. */
export const isPrompt = (text: string): boolean =>
  [FOUND, INSIDE].some((shape) => shape.test(text.normalize('NFC')));
