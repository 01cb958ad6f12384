import { expect, test } from 'vitest';
import { checkContenu } from '#src/checks/index.ts';
import { change, read } from './publication.ts';

test.each(['/404.html', '/index.html', '/robots.txt', '/_redirects/', '/.htaccess/', '/equipes/index.html', '/histoires/page/2', '/donnees/scans.csv'])(
  'l’ancienne adresse %s prendrait la place d’un fichier du site : elle est refusée avant la construction',
  async (address) => {
    const list = `anciennes_adresses: [${address}]\nbrouillon: false`;
    const contenu = await read({ 'outils/livret.md': change('brouillon: false', list) });
    const rules = checkContenu(contenu).map(({ rule, file }) => `${rule} ${file}`);
    expect(rules).toContain('former-used outils/livret.md');
  },
);
