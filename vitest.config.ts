import { defineConfig } from 'vitest/config';

const long = process.env['OKAERI_TEST_LONG'] !== undefined;
const limits = {
  testTimeout: long ? 14_400_000 : 120_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    // Two cores: more workers only wait for each other.
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...limits,
          name: 'server',
          root: 'server',
          include: ['src/**/*.test.ts'],
          globalSetup: ['src/testing/prepare-engines.ts'],
        },
      },
      { test: { ...limits, name: 'shared', root: 'shared', include: ['src/**/*.test.ts'] } },
      {
        test: { ...limits, name: 'client', root: 'packages/client', include: ['src/**/*.test.ts'] },
      },
      { test: { ...limits, name: 'admin', root: 'admin', include: ['src/**/*.test.ts'] } },
      { test: { ...limits, name: 'node', root: 'packages/node', include: ['src/**/*.test.ts'] } },
      { test: { ...limits, name: 'integrations', root: 'integrations', include: ['*/*.test.ts'] } },
      {
        test: {
          ...limits,
          name: 'tooling',
          root: 'tooling',
          include: ['*.test.ts', 'docs/*.test.ts'],
        },
      },
      { test: { ...limits, name: 'widget', root: 'widget', include: ['src/**/*.test.ts'] } },
    ],
  },
});
