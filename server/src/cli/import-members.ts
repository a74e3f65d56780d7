import type { Command } from 'commander';
import { addFileImport } from './import-file.ts';

const HELP = `
The file is CSV as Smile, LoyaltyLion, Yotpo, Rivo or easyPoints export it, or any other:
say its columns in --options, such as '{"columns":{"points":"Saldo"},"tiers":{"VIP":"gold"}}'.
A history of movements is '{"kind":"history"}', and comes before the balances.`;

/** `okaeri import members` */
export const addImportMembers = (imports: Command): void =>
  addFileImport(imports, {
    name: 'members',
    description: 'import members of another tool, with their points',
    help: HELP,
    load: async () => (await import('./actions/import-members.ts')).importMembers,
  });
