import { Command } from 'commander';
import { addBackup } from './cli/backup.ts';
import { addDoctor } from './cli/doctor.ts';
import { addExport } from './cli/export.ts';
import { addImport } from './cli/import.ts';
import { addPerson } from './cli/person.ts';
import { addShop } from './cli/shop.ts';
import { addVerify } from './cli/verify.ts';

const program = new Command('okaeri').description('Runs and checks an Okaeri server.');
for (const add of [addShop, addImport, addExport, addVerify, addDoctor, addPerson, addBackup])
  add(program);

try {
  await program.parseAsync();
} catch (error) {
  // What went wrong in words; a stack helps nobody at a prompt.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
