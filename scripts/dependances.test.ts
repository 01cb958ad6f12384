import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Package {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly optionalDependencies: Record<string, string>;
}

test('chaque dépendance est à une version exacte : ce qui a été essayé est ce qui s’installe', () => {
  const all = JSON.parse(readFileSync('package.json', 'utf8')) as Package;
  const loose = Object.entries({
    ...all.dependencies,
    ...all.devDependencies,
    ...all.optionalDependencies,
  }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
  expect(loose).toEqual([]);
});
