import { isOnline } from '#src/domain/publishing.ts';
import type { ContentFile, Contenu } from './contenu.ts';
import { valueAt } from './fields.ts';

/** The old addresses that a file names, as they are written. */
export function writtenFormerAddresses({ data }: Pick<ContentFile, 'data'>): string[] {
  const list = valueAt(data, ['anciennes_adresses']);
  return Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : [];
}

/** Every old address of the publication and the page where it leads; for a preview, those of drafts too. */
export function formerAddressesOf(
  contenu: Contenu,
  preview: boolean,
): { readonly from: string; readonly to: string }[] {
  return contenu.files.flatMap((file) => {
    const { value, address } = file;
    if (value === undefined || address === undefined || !(preview || isOnline(value))) return [];
    return writtenFormerAddresses(file).map((from) => ({ from, to: address }));
  });
}
