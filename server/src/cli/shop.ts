import type { Command } from 'commander';
import { lazily } from './lazily.ts';

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
    .action(lazily(async () => (await import('./actions/shop.ts')).create));
  shop
    .command('list')
    .description('list the shops')
    .action(lazily(async () => (await import('./actions/shop.ts')).list));
  shop
    .command('advance')
    .description("move a sandbox shop's clock forward")
    .requiredOption('--shop <shop>', 'id or public key')
    .requiredOption('--days <days>', 'how far', Number)
    .action(lazily(async () => (await import('./actions/shop.ts')).advance));
};

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}
