import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ownAddresses, ownWords } from './bundle.ts';

const SCRIPT = readFileSync('node_modules/@sveltia/cms/npm/index.js', 'utf8');
const WORDS = readFileSync('node_modules/@sveltia/cms/locales/fr.json', 'utf8');

test('les adresses que le paquet appelle de lui-même deviennent celles du site', () => {
  const own = ownAddresses(SCRIPT);
  for (const host of ['cdn.jsdelivr.net', 'www.githubstatus.com/api', 'status-api.hostedstatus.com'])
    expect(own, host).not.toContain(host);
  expect(own).toContain('/redaction/paquet');
});

test('un paquet qui a changé arrête la construction, et dit où regarder', () => {
  expect(() => ownAddresses(SCRIPT.replaceAll('jsdelivr', 'autre'))).toThrowErrorMatchingInlineSnapshot(
    `[Error: @sveltia/cms no longer holds « cdn.jsdelivr.net »: read what it fetches, then mend src/redaction/bundle.ts]`,
  );
  expect(() => ownAddresses(SCRIPT.replaceAll('githubstatus', 'autre'))).toThrowErrorMatchingInlineSnapshot(
    `[Error: @sveltia/cms no longer holds « https://www.githubstatus.com/api/v2/status.json »: read what it fetches, then mend src/redaction/bundle.ts]`,
  );
  expect(() => ownWords('{}')).toThrowErrorMatchingInlineSnapshot(
    `[Error: @sveltia/cms no longer holds « working_with_test_repo »: read what it fetches, then mend src/redaction/bundle.ts]`,
  );
  expect(JSON.parse(ownWords(WORDS))).toMatchObject({ working_with_test_repo: 'Travail dans votre dossier' });
});

test('le formulaire ne dit rien en anglais, hors des fautes de réglage, qui sont pour les développeurs', () => {
  const read = (language: string) =>
    readFileSync(`node_modules/@sveltia/cms/locales/${language}.json`, 'utf8');
  const paths = (words: object, prefix = ''): string[] =>
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null
        ? paths(value as object, `${prefix}${key}.`)
        : [prefix + key],
    );
  const french = new Set(paths(JSON.parse(ownWords(read('fr'))) as object));
  const missing = paths(JSON.parse(read('en-US')) as object).filter((path) => !french.has(path));
  expect(missing.filter((path) => !path.startsWith('config.'))).toEqual([]);
});
