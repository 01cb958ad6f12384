/** What is said to the person of a document: kept otherwise than it was, guessed, lost, left to write. */
export class Account {
  readonly kept: string[] = [];
  readonly guessed: string[] = [];
  readonly lost: string[] = [];
  readonly toWrite: string[] = [];
  /** Names of persons that the document gives, and that the site does not say. */
  readonly names: string[] = [];
}
