import { expect, test } from 'vitest';
import { headersFile, htaccessHeaders, SECURITY_POLICY } from './security.ts';

const FORM = { folder: '/redaction/', policy: "default-src 'self'" };

test('rien ne s’exécute qui ne vienne d’un fichier du site', () => {
  expect(SECURITY_POLICY).toMatch(/script-src 'self'(;|$)/);
  expect(SECURITY_POLICY).not.toMatch(/unsafe|\*|https?:|data:/);
});

test('sans formulaire, une règle vaut pour tout le site', () => {
  expect(headersFile(['index.html', 'histoires/'])).toMatchInlineSnapshot(`
    "/*
      Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'
      X-Content-Type-Options: nosniff
      X-Frame-Options: DENY
      Referrer-Policy: strict-origin-when-cross-origin
      Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=()
      Cross-Origin-Opener-Policy: same-origin
    /ressources/*
      Cache-Control: public, max-age=31536000, immutable
    "
  `);
});

test('avec le formulaire, aucune adresse n’a deux règles : elles s’ajouteraient', () => {
  const paths = headersFile(['404.html', 'histoires/', 'icone.svg', 'index.html', 'redaction/'], FORM)
    .split('\n')
    .filter((line) => line.startsWith('/'));
  expect(paths).toEqual(['/', '/404.html', '/index.html', '/histoires/*', '/redaction/*', '/ressources/*']);
  expect(headersFile(['redaction/'], FORM)).toContain(
    "/redaction/*\n  Content-Security-Policy: default-src 'self'; frame-ancestors 'none'\n",
  );
});

test('chez Apache, la règle du formulaire remplace celle du site', () => {
  expect(htaccessHeaders(FORM)).toContain(
    `  <If "%{REQUEST_URI} =~ m#^/redaction/#">\n  Header always set Content-Security-Policy "default-src 'self'; frame-ancestors 'none'"\n  </If>`,
  );
});

test('une ressource se garde un an sans redemander, un texte voyage en gzip', () => {
  expect(headersFile(['ressources/'], FORM)).toMatch(
    /\n\/ressources\/\*\n {2}Cache-Control: public, max-age=31536000, immutable\n$/,
  );
  const apache = htaccessHeaders();
  expect(apache).toContain(
    `  <If "%{REQUEST_URI} =~ m#^/ressources/#">\n    Header set Cache-Control "public, max-age=31536000, immutable"\n  </If>`,
  );
  expect(apache).toMatch(/AddOutputFilterByType DEFLATE text\/html .*image\/svg\+xml\n/);
});
