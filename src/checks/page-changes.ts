import type { Contenu } from './contenu.ts';
import { valueAt } from './fields.ts';

/** The fields that say when a text was last put right, in the order of trust. */
const DATES = ['mise_a_jour', 'relecture', 'publication', 'date'];

/** When the text of each page last changed, as its file says; pages whose files say nothing are not there. */
export function pageChanges({ files }: Pick<Contenu, 'files'>): Map<string, string> {
  const changes = new Map<string, string>();
  for (const { address, value } of files) {
    const date = DATES.map((champ) => valueAt(value, [champ])).find((found) => typeof found === 'string');
    if (address === undefined || typeof date !== 'string') continue;
    // A team's page shows the answers of several years: the last ones count.
    if (date > (changes.get(address) ?? '')) changes.set(address, date);
  }
  return changes;
}
