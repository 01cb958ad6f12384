import { expect, test } from 'vitest';
import { chosenIn, readAddress } from './address.ts';
import { resultsOf } from './results.ts';
import { indexOf } from './testing.ts';

test('ce qu’une adresse porte et que le site ne connaît pas ne compte ni ne retire rien', async () => {
  const themes = { theme: [{ cle: 'a', nom: 'A' }] };
  const { engine, source } = indexOf([{ titre: 'Protocole', filtres: themes }, { titre: 'Protocole bis' }], {
    facettes: { theme: 'Thème' },
  });
  const ask = (search: string) => resultsOf(engine, source, readAddress(search));
  for (const unknown of ['utm_source=lettre', 'theme=zzz', '__proto__=x', 'constructor=x&toString=y']) {
    const page = await ask(`?q=protocole&${unknown}`);
    expect([page.nombre, chosenIn(page.demande)], unknown).toEqual([2, 0]);
  }
  const page = await ask('?q=protocole&theme=a&theme=zzz');
  expect([page.nombre, chosenIn(page.demande)]).toEqual([1, 1]);
});
