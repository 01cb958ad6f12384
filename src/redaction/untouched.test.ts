import { expect, test } from 'vitest';
import { FILE_FORMS } from './file-forms.ts';
import { openFile, saveFile } from './form-file.ts';

const form = (name: string) => {
  const found = FILE_FORMS.get(name);
  if (!found) throw new Error(name);
  return found;
};
const edited = (name: string, text: string, change: Record<string, unknown>) =>
  saveFile(form(name), { ...openFile(form(name), text), ...change });

const SCAN = `equipe: le-port
annee: "2021"
composition:
  - { profession: infirmier, nombre: 2, inconnu: 3 }
  - { profession: medecin, nombre: "4" }
titre: ""
patients:
`;

test('ce que l’éditeur n’a pas touché garde ses fautes : elles sont l’affaire de la vérification', () => {
  expect(edited('scans', SCAN, {})).toBe(SCAN);
  const shown = openFile(form('scans'), SCAN)['composition'] as Record<string, unknown>[];
  const changed = edited('scans', SCAN, { composition: [{ ...shown[0], nombre: 5 }, shown[1]] });
  expect(changed).toContain('annee: "2021"\n');
  expect(changed).toContain('nombre: 5');
  expect(changed).toContain('inconnu');
  expect(changed).toContain('nombre: "4"');
  expect(changed).toContain('titre: ""\npatients:\n');
});

test('un élément déplacé ou retiré emporte ce que le formulaire ne montre pas', () => {
  const shown = openFile(form('scans'), SCAN)['composition'] as Record<string, unknown>[];
  expect(edited('scans', SCAN, { composition: [shown[1], shown[0]] })).toMatch(/"4"[\s\S]*inconnu/);
  expect(edited('scans', SCAN, { composition: [shown[0]] })).toContain('inconnu');
  expect(edited('scans', SCAN, { composition: [shown[1]] })).not.toContain('inconnu');
});

test('un fichier de Windows garde ses fins de ligne et sa marque', () => {
  const page = '\uFEFF---\r\ntitre: "Un"\r\nresume: "R."\r\nbrouillon: true\r\n---\r\n\r\nTexte.\r\n';
  expect(edited('pages', page, {})).toBe(page);
  expect(edited('pages', page, { titre: 'Deux' })).toBe(page.replace('"Un"', '"Deux"'));
  expect(edited('pages', page, { texte: 'Autre\ntexte.' })).toBe(page.replace('Texte.', 'Autre\r\ntexte.'));
});
