import { earn, readMe } from './acts.ts';
import { comparePairs, comparisonText } from './compare-rules.ts';
import { createFixture } from './fixture.ts';
import { serve } from './processes.ts';
import { takeSlices } from './slices.ts';
const [one = '', two = ''] = process.argv.slice(2);
const open = async (root: string, program: 'plain' | 'rich') => {
  const fixture = await createFixture(program, { root });
  const server = await serve(
    'server/src/main.ts',
    {
      DATABASE_URL: fixture.databaseUrl,
      SECRET_KEY: fixture.secretKey,
      DEMO: 'off',
      LOG_LEVEL: 'warn',
    },
    root,
  );
  return { fixture, server };
};
for (const program of ['plain', 'rich'] as const) {
  const a = await open(two, program),
    b = await open(one, program);
  for (const [act, next] of Object.entries({ earn, 'GET /me': readMe })) {
    const [x, y] = await takeSlices(
      [
        { server: a.server, next: next(a.fixture) },
        { server: b.server, next: next(b.fixture) },
      ],
      Number(process.env['N'] ?? 40),
    );
    console.log(comparisonText(`${program} ${act}, rate`, comparePairs(x.perSecond, y.perSecond)));
    console.log(
      comparisonText(`${program} ${act}, processor`, comparePairs(x.processorNs, y.processorNs)),
    );
  }
  await a.server.stop();
  await b.server.stop();
}
process.exit(0);
