import { readContenu } from '#src/checks/contenu.ts';
import { fr, plural } from '#src/checks/text.ts';
import { today } from '#src/domain/dates.ts';
import { review, type ReviewPart } from '#src/upkeep/review.ts';
import { readOptions, usageError } from './options.ts';
import { contentFolder } from './report.ts';
import { command } from './user-error.ts';

const USAGE = fr`
  npm run revoir     dit ce dont il faut s'occuper : fiches à relire, accords, crédits, brouillons oubliés, adresses perdues`;

function partText({ titre, remede, items, unknown }: ReviewPart): string {
  if (unknown !== undefined) return fr`${titre} : ${unknown}.`;
  if (items.length === 0) return fr`${titre} : rien.`;
  const lines = items.map(({ path, why }) => `  ${path} · ${why}`);
  return [fr`${titre} : ${items.length}`, ...lines, `  ${remede}`].join('\n');
}

await command(async () => {
  const { positionals } = readOptions({}, USAGE);
  if (positionals.length > 0) throw usageError(fr`« ${positionals[0] ?? ''} » est de trop.`, USAGE);
  const parts = await review(await readContenu(await contentFolder()), today());
  const count = parts.reduce((sum, { items }) => sum + items.length, 0);
  const end = count === 0 ? fr`Rien à revoir.` : fr`${plural(count, 'chose')} à revoir.`;
  console.log([...parts.map(partText), end].join('\n\n'));
  return true;
});
