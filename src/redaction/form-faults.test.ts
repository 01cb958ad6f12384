import { expect, test } from 'vitest';
import { FILE_FORMS } from './file-forms.ts';
import { formFaults } from './form-faults.ts';
import { saveFile } from './form-file.ts';

const form = (name: string) => {
  const found = FILE_FORMS.get(name);
  if (!found) throw new Error(name);
  return found;
};
const faults = (name: string, content: Readonly<Record<string, unknown>>) =>
  formFaults(form(name), saveFile(form(name), content)).join('\n');

const OUTIL = {
  titre: 'Grille',
  resume: 'Choisir.',
  type: 'modele',
  themes: ['outils'],
  relecture: '2026-11',
};

test('ce que la vérification refuserait dans les champs est dit avant d’écrire', () => {
  expect(faults('outils', { ...OUTIL, relecture: '2026-13', lien: 'www.exemple.fr' })).toMatchInlineSnapshot(`
    "Relecture : « 2026-13 » n’existe pas : il n’y a pas de mois n° 13. Date de la dernière relecture de cette fiche : AAAA-MM-JJ ou AAAA-MM.
    Lien : « www.exemple.fr » n’est pas une adresse que l’on peut ouvrir : une adresse commence par https:// et ne contient pas d’espace. Adresse de l’outil, s’il est en ligne ailleurs."
  `);
});

test('une règle qui tient à plusieurs champs est dite aussi', () => {
  expect(faults('outils', OUTIL)).toMatchInlineSnapshot(
    `"Fichiers : rien ne dit comment obtenir cet outil : il faut au moins un des champs « fichiers », « lien » ou « obtention »."`,
  );
  expect(faults('outils', { ...OUTIL, obtention: 'Sur demande.' })).toBe('');
});

test('dans une liste, l’entrée fautive est nommée', () => {
  const entrees = [{ cle: 'soin', nom: 'Soin', court: 'soin', couleur: '#125A6B', couleur_sombre: 'bleu' }];
  expect(faults('liste-familles', { entrees })).toMatchInlineSnapshot(
    `"Soin, couleur_sombre : « bleu » n’a pas la forme attendue. Couleur sur fond sombre et sur le bandeau. Par exemple : #125A6B"`,
  );
});
