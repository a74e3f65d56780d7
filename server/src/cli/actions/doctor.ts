import { existsSync } from 'node:fs';
import { listShops } from '../../access/find-shop.ts';
import { readConfig } from '../../config.ts';
import { LOADER_FILE } from '../../main/widget-folder.ts';
import { withDeps } from './with-deps.ts';
import type { ShopRow } from '../../access/tables.ts';

interface Finding {
  readonly ok: boolean;
  readonly text: string;
}

const NODE_MAJOR = 24;

/**
 * Currencies that a release before decision 041 counted in whole units (dinars of Iraq in whole ones too), as the
 * tables of Node had them then. What such a shop has stored is in other units than what comes now.
 */
const OTHER_DIGITS_BEFORE = 'HUF IDR IQD COP PKR ALL AFN LBP MMK LAK MGA YER SOS SYP IRR KPW'.split(
  ' ',
);

/** Prints what was examined; fails where something is wrong. */
export const doctor = async (): Promise<void> => {
  const findings = await examine();
  for (const { ok, text } of findings) console.log(`${ok ? '✓' : '✗'} ${text}`);
  if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
};

const examine = async (): Promise<Finding[]> => {
  const config = readConfig(process.env);
  const major = Number(process.versions.node.split('.')[0]);
  const findings: Finding[] = [
    { ok: major >= NODE_MAJOR, text: `Node ${process.versions.node} (needs ${NODE_MAJOR})` },
    { ok: existsSync(LOADER_FILE), text: 'the widget is built (else: pnpm build)' },
    {
      ok: process.env['SECRET_KEY'] !== undefined || !('production' === process.env['NODE_ENV']),
      text: 'SECRET_KEY is set, or this is not production',
    },
  ];
  await withDeps(async (deps) => {
    findings.push({ ok: true, text: `the ${deps.store.engine} store opens and is up to date` });
    await deps.store.write(async () => undefined);
    findings.push({ ok: true, text: 'the store takes writes' });
    const shops = await listShops(deps);
    findings.push({ ok: true, text: `${shops.length} shops` });
    for (const shop of shops) findings.push(...ofShop(shop));
  });
  findings.push({
    ok: true,
    text: `the widget would be at ${config.publicUrl}/widget/v1/okaeri.js`,
  });
  return findings;
};

function ofShop({ name, origins, currency }: ShopRow): Finding[] {
  return [
    { ok: origins.length > 0, text: `"${name}" has an origin on which the widget may run` },
    ...(OTHER_DIGITS_BEFORE.includes(currency)
      ? [
          {
            ok: true,
            text: `"${name}" counts in ${currency}: if it was made before decision 041, read docs/operating/upgrading.md about currencies`,
          },
        ]
      : []),
  ];
}
