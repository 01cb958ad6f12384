import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { importWord, type WordImport } from '#src/import/word/index.ts';
import { docxBytes, p, picture, r, table } from '#src/import/word/testing.ts';
import { bytesOf, content, folder } from './importation.ts';
import { type Overlay, write } from './publication.ts';

const TEAM = p('Équipe : Pôle du Port');
const BODY = TEAM + p('Un paragraphe.');

/** Gives a file that must be refused: one sentence, and not a byte of the publication changes. */
async function refused(bytes: Uint8Array | string, { overlay = {}, ...options }: Partial<WordImport> & { overlay?: Overlay } = {}): Promise<string> {
  await write(content, overlay);
  await writeFile(join(folder, 'r.docx'), bytes);
  const before = await bytesOf(content);
  const { ok, text } = await importWord(content, join(folder, 'r.docx'), 'histoires', { essai: false, ...options });
  expect(ok).toBe(false);
  expect(await bytesOf(content)).toEqual(before);
  return text;
}

/** An archive whose directory lies about the size of one of its files. */
function lying(bytes: Buffer, name: string, size: number): Buffer {
  bytes.writeUInt32LE(size, bytes.lastIndexOf(name) - 46 + 24);
  return bytes;
}

const OLD = Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(600)}`, 'hex');
const XML = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>';
const main = (xml: string | Uint8Array) => docxBytes('', { parts: { 'word/document.xml': xml } });

test.each<[string, () => Uint8Array | string]>([
  ['vide', () => ''],
  ['du texte', () => 'Bonjour'],
  ['un PDF', () => '%PDF-1.7 …'],
  ['du RTF', () => '{\\rtf1 Bonjour}'],
  ['une page web', () => '\uFEFF <html><p>Bonjour</p></html>'],
  ['une image', () => Buffer.from('89504e470d0a1a0a', 'hex')],
  ['un ancien .doc', () => OLD],
  ['sous mot de passe', () => Buffer.concat([OLD, Buffer.from('EncryptedPackage', 'utf16le')])],
  ['un .odt', () => zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': strToU8('<x/>') })],
  ['un classeur', () => zipSync({ 'xl/workbook.xml': strToU8('<x/>') })],
  ['des diapositives', () => zipSync({ 'ppt/presentation.xml': strToU8('<x/>') })],
  ['une archive quelconque', () => zipSync({ 'a.txt': strToU8('x') })],
  ['une archive coupée', () => docxBytes(BODY).subarray(0, -40)],
  ['un texte coupé', () => main(`${XML}<w:p><w:r><w:t>Bonj`)],
  ['un texte mal fermé', () => main(`${XML}<w:p></w:r></w:body></w:document>`)],
  ['un texte vide', () => main('')],
  ['des entités qui enflent', () => main(`<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${XML}<w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`)],
  ['un million de signes de trop', () => docxBytes(TEAM + p('mot '.repeat(300_000)))],
  ['sept cent mille marques', () => docxBytes(TEAM + p('<w:r/>'.repeat(700_000)))],
  ['un texte qui enfle', () => main(new Uint8Array(21_000_000).fill(32))],
  ['une archive qui ment sur sa taille', () => lying(main(new Uint8Array(30_000_000).fill(32)), 'word/document.xml', 1000)],
  ['cent mille paragraphes', () => docxBytes(TEAM + p('x').repeat(100_000))],
  ['des blocs trop profonds', () => docxBytes('<w:tbl><w:tr><w:tc>'.repeat(3000) + p('x') + '</w:tc></w:tr></w:tbl>'.repeat(3000))],
  ['un nom qui sort de l’archive', () => docxBytes(BODY, { parts: { '../../piege.txt': 'x' } })],
  ['un nom de Windows', () => docxBytes(BODY, { parts: { 'C:\\piege.txt': 'x' } })],
  ['sans équipe', () => docxBytes(p('Bonjour.'))],
  ['une équipe mal écrite', () => docxBytes(p('Équipe : Pôle du Prot') + p('Bonjour.'))],
  ['une fiche sans texte', () => docxBytes(TEAM)],
  ['un document vide', () => docxBytes('')],
])('refusé, et rien n’est écrit : %s', async (_, bytes) => {
  expect(await refused(bytes())).toMatchSnapshot();
});

test('ni fichier absent, ni dossier', async () => {
  await mkdir(join(folder, 'dossier.docx'));
  const of = async (name: string) => (await importWord(content, join(folder, name), 'histoires', { essai: false })).text;
  expect([await of('absent.docx'), await of('dossier.docx')]).toMatchInlineSnapshot(`
    [
      "absent.docx : ce fichier n’existe pas. Vérifier son nom et le dossier où il est. Rien n’a été écrit.",
      "dossier.docx : c’est un dossier, pas un fichier. Attendu : un document Word (.docx). Rien n’a été écrit.",
    ]
  `);
});

test('rien n’est écrit par-dessus un récit, sous quelque forme qu’il soit rangé', async () => {
  const overlay = { 'histoires/essai/index.md': (valid: string) => valid, 'histoires/essai/note.txt': 'x' };
  expect(await refused(docxBytes(BODY), { fichier: 'port' })).toMatchInlineSnapshot(`"r.docx : histoires/port.md existe déjà, et rien n’est écrit par-dessus. Donner un autre nom au nouveau : « --fichier port-2 », par exemple ; ou déplacer l’ancien, s’il ne sert plus. Rien n’a été écrit."`);
  expect(await refused(docxBytes(BODY), { fichier: 'essai', overlay })).toMatchInlineSnapshot(`"r.docx : histoires/essai/index.md existe déjà, et rien n’est écrit par-dessus. Donner un autre nom au nouveau : « --fichier essai-2 », par exemple ; ou déplacer l’ancien, s’il ne sert plus. Rien n’a été écrit."`);
});

test('une équipe sans Scan’équipe : la commande dit comment en commencer un', async () => {
  const overlay = { 'scans/2021/pole-du-port.yaml': null, 'histoires/port.md': null, 'histoires/port.svg': null };
  expect(await refused(docxBytes(BODY), { overlay, fichier: 'essai' })).toMatchInlineSnapshot(`"r.docx : l’équipe « pole-du-port » n’a pas encore de Scan’équipe, et la fiche d’identité du récit en a besoin. En commencer un : « npm run nouveau -- scan --equipe pole-du-port », puis relancer. Rien n’a été écrit."`);
});

test('une option qui n’est d’aucune liste est refusée', async () => {
  expect(await refused(docxBytes(BODY), { fichier: 'essai', leviers: ['meme-leu'] })).toMatchInlineSnapshot(`"r.docx : option « --leviers » : « meme-leu » n’est pas un levier de vocabulaire/leviers.yaml. Vouliez-vous dire « Un même lieu » ? Rien n’a été écrit."`);
  expect(await refused(docxBytes(BODY), { fichier: '../..' })).toMatchInlineSnapshot(`"r.docx : option « --fichier » : « ../.. » n’a ni lettre ni chiffre. Attendu : un nom court, en minuscules, comme maison-du-port. Rien n’a été écrit."`);
  expect(await refused(docxBytes(BODY), { fichier: 'essai', equipe: 'pole-du-prot' })).toMatchInlineSnapshot(`"r.docx : option « --equipe » : aucune équipe ne s’appelle « pole-du-prot ». Vouliez-vous dire « Pôle du Port » ? Si c’est une équipe nouvelle, créer d’abord equipes/pole-du-prot.yaml. Rien n’a été écrit."`);
});

test('ce qui ne peut pas être repris est dit, et le reste est écrit', async () => {
  await write(content, {});
  const remote = '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="ext"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
  // Two and a half thousand million points, says its head.
  const head = Buffer.from('494844520000c3500000c3500802000000', 'hex');
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(head));
  const huge = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d', 'hex'), head, sum, Buffer.from('0000000049444154', 'hex'), Buffer.from('35af061e', 'hex')]);
  const body = [
    TEAM,
    `<w:p><w:ins w:id="1" w:author="X">${r('Ajouté. ')}</w:ins><w:del w:id="2" w:author="X"><w:r><w:delText>Ôté.</w:delText></w:r></w:del></w:p>`,
    `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Masqué.</w:t></w:r></w:p>`,
    `<w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>`,
    `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent>${p('Zone.')}</w:txbxContent></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${p('Zone.')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    p(remote),
    p(picture('nulle-part')),
    p(picture('grande')),
    p(picture('fausse')),
    table([['a', table([['b', 'c'], ['d', 'e']])], ['f', 'g']]),
    p('Table', 'TOC1'),
    p(`${r('Note')}<w:r><w:footnoteReference w:id="9"/></w:r>`),
  ].join('');
  const parts = {
    'word/header1.xml': `<w:hdr xmlns:w="x" xmlns:a="y">${p('Confidentiel')}<a:blip /></w:hdr>`,
    'word/vbaProject.bin': 'x',
    'docProps/core.xml': '<creator>Personne Inventée</creator>',
  };
  const media = { grande: { name: 'g.png', content: huge }, fausse: { name: 'f.png', content: strToU8('pas une image') } };
  await writeFile(join(folder, 'r.docx'), docxBytes(body, { parts, media, links: { ext: 'http://127.0.0.1:9/x.png', 'nulle-part': '../../../etc/passwd' } }));
  const { text } = await importWord(content, join(folder, 'r.docx'), 'histoires', { essai: true, fichier: 'essai', today: '2026-03-10', width: 300 });
  expect(text).toMatchInlineSnapshot(`
    "Lu
      r.docx : 5 paragraphes, 1 tableau, 4 images.

    Gardé, autrement que dans Word
      - Les lignes d’une même case de tableau, mises bout à bout (1 case).
      - 1 insertion suivie : le texte ajouté est gardé, comme si la modification était acceptée.
      - 1 zone de texte : le texte est placé après le paragraphe qui la porte ; vérifier sa place.
      - 1 passage masqué dans Word : ce texte est maintenant visible ; l’ôter s’il ne doit pas paraître.

    Deviné (à vérifier)
      - Scan’équipe de la fiche d’identité : 2021, le plus proche de la rencontre.
      - Date de publication : « 2026-03 », le mois de cette importation.
      - Titre : « le Pôle du Port », le nom de l’équipe.

    Perdu
      - Un appel de note dont le texte manque dans le document.
      - Un tableau dans une case d’un autre : son texte est dans la case, ligne à ligne.
      - La table des matières : le site fait la sienne.
      - Image 1 : elle n’est pas dans le document (une image liée, peut-être). L’insérer à nouveau.
      - Image 2 : elle n’est pas dans le document (une image liée, peut-être). L’insérer à nouveau.
      - Image 3 : elle a 50 000 × 50 000 points : 120 millions au plus. La réduire, puis relancer.
      - Image 4 : elle ne se lit pas : format inconnu, ou fichier abîmé. L’enregistrer en JPG ou en PNG et l’insérer à nouveau.
      - 1 suppression suivie : le texte barré par le suivi des modifications n’est pas repris.
      - En-tête : « Confidentiel ».
      - En-tête : une image. L’insérer dans le texte, si elle en est.
      - 1 équation : l’écrire en toutes lettres, ou en image.
      - 1 image liée à un autre site ou à un autre fichier : elle n’est pas dans le document, et le site ne va pas la chercher. L’insérer dans le document.
      - Les macros de ce document : elles ne sont ni lues ni exécutées.

    À écrire
      - Le résumé (champ « resume »).
      - Dans la fiche, posé faute d’avoir trouvé mieux : « rencontre » (2026-03-10), « themes » (prevention) et « leviers » (meme-lieu). Une ligne du texte le rappelle.
      - 1 passage à placer, à la fin du texte : levier « meme-lieu ».

    Serait écrit (c’est un essai)
      histoires/essai.md

    Aucune erreur. Rien n’a été écrit ; relancer sans « --essai » pour écrire."
  `);
});
