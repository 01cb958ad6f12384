import { expect, test } from 'vitest';
import { change, faults } from './publication.ts';

test('30 février', async () => {
  expect(
    await faults({ 'histoires/port.md': change('rencontre: 2021-10-05', 'rencontre: 2021-02-30') }),
  ).toMatchInlineSnapshot(
    `"[date] histoires/port.md:6:12 · rencontre : « 2021-02-30 » n’existe pas : février 2021 compte 28 jours. Jour de la visite qui a donné lieu au récit : AAAA-MM-JJ."`,
  );
});

test('date à la française', async () => {
  expect(await faults({ 'histoires/port.md': change('rencontre: 2021-10-05', 'rencontre: 05/10/2021') }))
    .toMatchInlineSnapshot(`
    "[date] histoires/port.md:6:12 · rencontre : « 05/10/2021 » doit s’écrire en chiffres, l’année d’abord : « 2021-10-05 ». Jour de la visite qui a donné lieu au récit : AAAA-MM-JJ.
      Écrire : rencontre: 2021-10-05"
  `);
});

test('date en toutes lettres', async () => {
  expect(await faults({ 'histoires/port.md': change('rencontre: 2021-10-05', 'rencontre: 5 octobre 2021') }))
    .toMatchInlineSnapshot(`
    "[date] histoires/port.md:6:12 · rencontre : « 5 octobre 2021 » doit s’écrire en chiffres, l’année d’abord : « 2021-10-05 ». Jour de la visite qui a donné lieu au récit : AAAA-MM-JJ.
      Écrire : rencontre: 2021-10-05"
  `);
});

test('mois en toutes lettres', async () => {
  expect(await faults({ 'histoires/port.md': change('publication: 2021-11', 'publication: novembre 2021') }))
    .toMatchInlineSnapshot(`
    "[date] histoires/port.md:7:14 · publication : « novembre 2021 » doit s’écrire en chiffres, l’année d’abord : « 2021-11 ». Date de publication : AAAA-MM-JJ ou AAAA-MM. Une date à venir retient la page.
      Écrire : publication: 2021-11"
  `);
});

test('jour demandé, mois donné', async () => {
  expect(
    await faults({ 'histoires/port.md': change('rencontre: 2021-10-05', 'rencontre: 2021-10') }),
  ).toMatchInlineSnapshot(
    `"[date] histoires/port.md:6:12 · rencontre : « 2021-10 » ne dit pas le jour : il faut AAAA-MM-JJ. Jour de la visite qui a donné lieu au récit : AAAA-MM-JJ."`,
  );
});

test('jour demandé, année donnée', async () => {
  expect(
    await faults({ 'histoires/port.md': change('rencontre: 2021-10-05', 'rencontre: 2021') }),
  ).toMatchInlineSnapshot(
    `"[date] histoires/port.md:6:12 · rencontre : « 2021 » ne dit pas le jour : il faut AAAA-MM-JJ. Jour de la visite qui a donné lieu au récit : AAAA-MM-JJ."`,
  );
});

test('treizième mois', async () => {
  expect(
    await faults({ 'equipes/pole-du-port.yaml': change('creation: 2007', 'creation: 2007-13') }),
  ).toMatchInlineSnapshot(
    `"[date] equipes/pole-du-port.yaml:7:11 · creation : « 2007-13 » n’existe pas : il n’y a pas de mois n° 13. Création de l’équipe : AAAA, AAAA-MM ou AAAA-MM-JJ."`,
  );
});

test('date qui n’en est pas une', async () => {
  expect(
    await faults({ 'equipes/pole-du-port.yaml': change('creation: 2007', 'creation: il y a longtemps') }),
  ).toMatchInlineSnapshot(
    `"[date] equipes/pole-du-port.yaml:7:11 · creation : « il y a longtemps » n’est pas une date : il faut AAAA-MM-JJ, AAAA-MM ou AAAA. Création de l’équipe : AAAA, AAAA-MM ou AAAA-MM-JJ."`,
  );
});

test('visite après la publication', async () => {
  expect(
    await faults({ 'histoires/port.md': change('rencontre: 2021-10-05', 'rencontre: 2021-12-05') }),
  ).toMatchInlineSnapshot(
    `"[visit-after] histoires/port.md:6:12 · rencontre : la visite (5 décembre 2021) vient après la publication (novembre 2021). Corriger l’une des deux dates."`,
  );
});

test('code : forme', async () => {
  expect(await faults({ 'histoires/port.md': change('COORD/IC/012/1121', 'coord-ic-12-1121') }))
    .toMatchInlineSnapshot(`
    "[code] histoires/port.md:4:12 · reference : « coord-ic-12-1121 » n’a pas la forme famille/format/numéro à trois chiffres/mois et année à deux chiffres. Par exemple : COORD/IC/012/1121
      Écrire : reference: COORD/IC/012/1121"
  `);
});

test('code : mois', async () => {
  expect(
    await faults({ 'histoires/port.md': change('COORD/IC/012/1121', 'COORD/IC/012/1321') }),
  ).toMatchInlineSnapshot(
    `"[code] histoires/port.md:4:12 · reference : « COORD/IC/012/1321 » n’a pas la forme famille/format/numéro à trois chiffres/mois et année à deux chiffres, et il n’y a pas de mois n° 13. Par exemple : COORD/IC/012/1121"`,
  );
});

test('code : famille inconnue', async () => {
  expect(await faults({ 'histoires/port.md': change('COORD/IC/012/1121', 'CORD/IC/012/1121') }))
    .toMatchInlineSnapshot(`
    "[code-family] histoires/port.md:4:12 · reference : « CORD » n’est pas un élément de « familles_de_codes » dans publication.yaml (famille du code). Vouliez-vous dire « COORD » ? Valeurs possibles : COORD.
      Écrire : reference: COORD/IC/012/1121"
  `);
});

test('code : format inconnu', async () => {
  expect(await faults({ 'histoires/port.md': change('COORD/IC/012/1121', 'COORD/IG/012/1121') }))
    .toMatchInlineSnapshot(`
    "[code-format] histoires/port.md:4:12 · reference : « IG » n’est pas un élément de « formats » dans publication.yaml (format du code). Vouliez-vous dire « IC » ? Valeurs possibles : IC.
      Écrire : reference: COORD/IC/012/1121"
  `);
});

test('code : mois et année de la publication', async () => {
  expect(await faults({ 'histoires/port.md': change('COORD/IC/012/1121', 'COORD/IC/012/1221') }))
    .toMatchInlineSnapshot(`
    "[code-date] histoires/port.md:4:12 · reference : le code finit par « 1221 », mais la date de publication est « 2021-11 » : mois et année devraient donner « 1121 ». Corriger le code ou la date.
      Écrire : reference: COORD/IC/012/1121"
  `);
});

test('code déjà pris', async () => {
  expect(
    await faults({
      'outils/livret.md': change('relecture: 2024-05', 'relecture: 2024-05\nreference: COORD/IC/012/1121'),
    }),
  ).toMatchInlineSnapshot(
    `"[code-taken] outils/livret.md:7:12 · reference : le code « COORD/IC/012/1121 » est déjà celui de histoires/port.md. Chaque code ne sert qu’une fois."`,
  );
});

test('date à revoir qui n’en est pas une', async () => {
  expect(
    await faults({ 'outils/livret.md': change('relecture: 2024-05', 'relecture: 2024-05\na_revoir: dans un an') }),
  ).toMatchInlineSnapshot(`"[date] outils/livret.md:7:11 · a_revoir : « dans un an » n’est pas une date : il faut AAAA-MM-JJ, AAAA-MM ou AAAA. Date à partir de laquelle relire cette fiche, si elle n’attend pas la période de publication.yaml (« boite_a_outils », « relecture_mois »)."`);
});
