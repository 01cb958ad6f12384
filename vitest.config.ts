import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // One would leave a core idle while a test waits for a build or a browser.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'regles',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/fautes/**/*.test.ts'],
          // Rules are quick; the machine beside them may not be.
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/*.test.ts'],
          globalSetup: 'tests/global-setup.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Pages seen at once, by the tests that allow it: a browser has processes of its own.
          maxConcurrency: 3,
        },
      },
    ],
  },
});
