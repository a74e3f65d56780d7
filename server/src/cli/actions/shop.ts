import { shopInput } from '@okaeri/shared/access';
import { createShop } from '../../backoffice/setup/create-shop.ts';
import { listShops } from '../../access/find-shop.ts';
import { moveClock } from '../../loyalty/ledger/move-clock.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { requireShop, withDeps } from './with-deps.ts';

interface CreateOptions {
  readonly name: string;
  readonly currency?: string;
  readonly origin: string[];
  readonly sandbox?: boolean;
  readonly json?: boolean;
}

/** Makes a shop and prints its keys. */
export const create = async (options: CreateOptions): Promise<void> => {
  const parsed = shopInput.safeParse({
    name: options.name,
    currency: options.currency,
    origins: options.origin,
    sandbox: options.sandbox,
  });
  if (!parsed.success)
    throw new Error(
      parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n'),
    );
  await withDeps(async (deps) => {
    const keys = await createShop(deps, parsed.data);
    if (options.json) return console.log(JSON.stringify(keys));
    console.log(`Shop            ${keys.shopId}\nPublic key      ${keys.publicKey}`);
    console.log(`Secret key      ${keys.secretKey}\nIdentity secret ${keys.identitySecret}`);
    console.log('\nKeep the two secrets: they are not shown again.');
  });
};

/** Prints every shop in a line. */
export const list = (): Promise<void> =>
  withDeps(async (deps) => {
    for (const row of await listShops(deps))
      console.log(`${row.id}  ${row.publicKey}  ${row.currency}  ${row.name}`);
  });

/** Moves a sandbox shop's clock forward. */
export const advance = ({ shop: name, days }: { shop: string; days: number }): Promise<void> =>
  withDeps(async (deps) => {
    if (!(days > 0)) throw new Error('A clock moves forward only: --days must be above 0.');
    const { id } = await requireShop(deps, name);
    const moved = await moveClock(deps, { shopId: id, byMs: Math.round(days * DAY_MS) });
    if ('refused' in moved) throw new Error(moved.refused.detail);
    console.log(`It is now ${moved.ok.now} in this shop.`);
  });
