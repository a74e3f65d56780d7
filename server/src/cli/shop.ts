import type { Command } from 'commander';
import { shopInput } from '@okaeri/shared/access';
import { createShop } from '../backoffice/setup/create-shop.ts';
import { listShops } from '../access/find-shop.ts';
import { advanceClock } from '../access/shop-clock.ts';
import { DAY_MS } from '../platform/lib/clock.ts';
import { requireShop, withDeps } from './with-deps.ts';

interface CreateOptions {
  readonly name: string;
  readonly currency?: string;
  readonly origin: string[];
  readonly sandbox?: boolean;
  readonly json?: boolean;
}

/** `okaeri shop …` */
export const addShop = (program: Command): void => {
  const shop = program.command('shop').description('shops of this server');
  shop
    .command('create')
    .description('create a shop and print its keys')
    .requiredOption('--name <name>', 'what the shop is called')
    .option('--currency <code>', 'ISO 4217', 'USD')
    .option('--origin <origin>', 'a page the widget may run on; may be repeated', collect, [])
    .option('--sandbox', 'a shop to try things in, with a clock of its own')
    .option('--json', 'one line of JSON')
    .action(create);
  shop
    .command('list')
    .description('list the shops')
    .action(() =>
      withDeps(async (deps) => {
        for (const row of await listShops(deps))
          console.log(`${row.id}  ${row.publicKey}  ${row.currency}  ${row.name}`);
      }),
    );
  shop
    .command('advance')
    .description("move a sandbox shop's clock forward")
    .requiredOption('--shop <shop>', 'id or public key')
    .requiredOption('--days <days>', 'how far', Number)
    .action(({ shop: name, days }: { shop: string; days: number }) =>
      withDeps(async (deps) => {
        if (!(days > 0)) throw new Error('A clock moves forward only: --days must be above 0.');
        const { id } = await requireShop(deps, name);
        const moved = await advanceClock(deps, { shopId: id, byMs: Math.round(days * DAY_MS) });
        if ('refused' in moved) throw new Error(moved.refused.detail);
        console.log(`It is now ${moved.ok.now} in this shop.`);
      }),
    );
};

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

function create(options: CreateOptions): Promise<void> {
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
  return withDeps(async (deps) => {
    const keys = await createShop(deps, parsed.data);
    if (options.json) return console.log(JSON.stringify(keys));
    console.log(`Shop            ${keys.shopId}\nPublic key      ${keys.publicKey}`);
    console.log(`Secret key      ${keys.secretKey}\nIdentity secret ${keys.identitySecret}`);
    console.log('\nKeep the two secrets: they are not shown again.');
  });
}
