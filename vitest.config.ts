import { keepTemporaryFilesInMemory } from './tooling/memory-folder.ts';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

keepTemporaryFilesInMemory();

const long = process.env['OKAERI_TEST_LONG'] !== undefined;
const limits = {
  // What happens is asserted, not how fast: on a machine that others use too, starting a server took half a minute.
  testTimeout: long ? 14_400_000 : 300_000,
  // A hook starts two processes, which took more than three minutes beside a dozen others.
  hookTimeout: 300_000,
};

/** Node reads TypeScript itself, as where the product runs: nothing is transformed. */
const asNode = { experimental: { viteModuleRunner: false, nodeLoader: false } };

/** Rules are pure: values in, values out. Their tests share one process and need no store. */
const RULES = 'src/**/*-rules.test.ts';

/** The tests of a folder that are not of its rules. */
const project = (root: string, test: TestProjectInlineConfiguration['test'] = {}) => ({
  test: {
    ...limits,
    name: root.split('/').at(-1),
    root,
    include: ['src/**/*.test.ts'],
    exclude: [RULES],
    ...test,
  },
});

export default defineConfig({
  test: {
    // One more than the two cores of a small machine: a third of the time a worker waits for a database or a program.
    maxWorkers: 3,
    projects: [
      {
        test: {
          ...limits,
          name: 'rules',
          include: [
            ...['server', 'shared', 'widget', 'admin', 'packages/*'].map((at) => `${at}/${RULES}`),
            'bench/*-rules.test.ts',
          ],
          isolate: false,
          ...asNode,
        },
      },
      project('server', {
        globalSetup: ['src/testing/prepare-engines.ts'],
        setupFiles: ['src/testing/end-servers.ts'],
        isolate: false,
        ...asNode,
      }),
      project('shared', { isolate: false, ...asNode }),
      project('packages/client', asNode),
      project('admin'),
      project('packages/node', asNode),
      project('integrations', { include: ['*/*.test.ts'], ...asNode }),
      project('tooling', { include: ['*.test.ts', 'docs/*.test.ts'], ...asNode }),
      project('widget'),
    ],
  },
});
