import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Contenu, readContenu, withFiles } from './contenu.ts';
import { readFacts, writeFacts } from './kept-facts.ts';
import { inspectBody } from './markdown.ts';

let dir: string;
let contenu: Contenu;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'faits-'));
  contenu = await readContenu('content');
});
afterAll(() => rm(dir, { recursive: true }));

const texts = ({ files }: Contenu) => files.filter(({ format }) => format !== 'yaml');

test('ce qui a été lu des textes se retrouve tel quel', () => {
  const place = join(dir, 'memes', 'controle.jsonl');
  writeFacts(contenu, inspectBody, place);
  const kept = readFacts(contenu, place);
  expect(texts(contenu).length).toBeGreaterThan(10);
  for (const file of texts(contenu)) expect(kept.get(file), file.path).toEqual(inspectBody(file));
});

test('un texte qui a changé d’un mot est relu, et lui seul', () => {
  const place = join(dir, 'change.jsonl');
  writeFacts(contenu, inspectBody, place);
  const [first] = texts(contenu);
  const text = `${first?.text ?? ''}\nUn mot de plus.\n`;
  const other = withFiles(contenu, { texts: new Map([[first?.path ?? '', text]]) });
  const kept = readFacts(other, place);
  expect(texts(other).flatMap((file) => (kept.has(file) ? [] : [file.path]))).toEqual([first?.path]);
});

test('ce qui est gardé mais abîmé ou absent n’empêche rien : ce qui manque est relu', async () => {
  const place = join(dir, 'abime.jsonl');
  writeFacts(contenu, inspectBody, place);
  const whole = await readFile(place, 'utf8');
  await writeFile(place, whole.slice(0, whole.length / 2));
  const half = readFacts(contenu, place);
  expect(half.size).toBeLessThan(texts(contenu).length);
  for (const [file, facts] of half) expect(facts, file.path).toEqual(inspectBody(file));
  expect(readFacts(contenu, join(dir, 'absent.jsonl')).size).toBe(0);
  expect(() => writeFacts(contenu, inspectBody, join(place, 'impossible.jsonl'))).not.toThrow();
});
