import { expect, test } from 'vitest';
import { faults } from './publication.ts';

const PATH = 'formulaires/scans.yaml';

test('un fichier du formulaire juste ne dit rien', async () => {
  expect(await faults({ [PATH]: 'colonnes:\n  "Signé ?": aci.signe\nignorer: [Horodateur]\noui: [x]\n' })).toBe('');
});

test('champ qui n’existe pas : le plus proche est proposé', async () => {
  expect(await faults({ [PATH]: 'colonnes:\n  "Signé ?": aci.signee\n  "IDE ?": composition.infirmiere\n  "Bleu": xyzzy\n' })).toMatchInlineSnapshot(`
    "[form-field] formulaires/scans.yaml:2:14 · colonnes, Signé ? : « aci.signee » n’est pas un champ du Scan’équipe. Vouliez-vous dire « aci.signe » ? Les champs sont dans le guide, « Importer les réponses du formulaire ».
      Écrire :   "Signé ?": aci.signe
    [form-field] formulaires/scans.yaml:3:12 · colonnes, IDE ? : « composition.infirmiere » n’est pas un champ du Scan’équipe. Vouliez-vous dire « composition.infirmier » ? Les champs sont dans le guide, « Importer les réponses du formulaire ».
      Écrire :   "IDE ?": composition.infirmier
    [form-field] formulaires/scans.yaml:4:11 · colonnes, Bleu : « xyzzy » n’est pas un champ du Scan’équipe. Les champs sont dans le guide, « Importer les réponses du formulaire »."
  `);
});

test('titre ou mot écrit deux fois, titre vide', async () => {
  expect(
    await faults({ [PATH]: 'colonnes:\n  "Signé ?": aci.signe\n  "": patients\nignorer: [SIGNE]\noui: [x]\nnon: ["X "]\n' }),
  ).toMatchInlineSnapshot(`
    "[form-empty] formulaires/scans.yaml:3:3 · colonnes, (vide) : ce titre est vide : écrire celui de la colonne, tel que dans le tableur.
    [form-repeated] formulaires/scans.yaml:4:11 · ignorer, 1ᵉʳ élément : ce titre de colonne, « SIGNE », est déjà écrit plus haut (majuscules, accents et espaces ne comptent pas). N’en garder qu’un.
    [form-repeated] formulaires/scans.yaml:6:7 · non, 1ᵉʳ élément : ce mot, « X », est déjà écrit plus haut (majuscules, accents et espaces ne comptent pas). N’en garder qu’un."
  `);
});

test('champ inconnu du fichier, et liste qui n’en est pas une', async () => {
  expect(await faults({ [PATH]: 'colonne:\n  a: patients\nignorer: Horodateur\n' })).toMatchInlineSnapshot(`
    "[unknown-field] formulaires/scans.yaml:1:1 · colonne : « colonne » n’est pas un champ connu ici. Vouliez-vous dire « colonnes » ?
      Écrire : colonnes:
    [type] formulaires/scans.yaml:3:10 · ignorer : on lit « Horodateur » ; il faut une liste, un élément par ligne après un tiret. Titres des colonnes à ne pas lire : « Horodateur ».
      Écrire : ignorer: ["Horodateur"]"
  `);
});

test('fichier du formulaire mal nommé', async () => {
  expect(await faults({ 'formulaires/scan.yml': 'colonnes: {}\n' })).toMatchInlineSnapshot(`"[file-place] formulaires/scan.yml:1:1 · ce fichier ne sera pas lu : son nom ou sa place ne convient pas. Le renommer en « formulaires/scans.yaml »."`);
});
