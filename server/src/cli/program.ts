import { Command } from 'commander';
import { addBackup } from './backup.ts';
import { addDoctor } from './doctor.ts';
import { addExport } from './export.ts';
import { addImport } from './import.ts';
import { addInsights } from './insights.ts';
import { addPerson } from './person.ts';
import { addShop } from './shop.ts';
import { addVerify } from './verify.ts';

/** The command line with all its commands; nothing is run yet. */
export const createProgram = (): Command => {
  const program = new Command('okaeri').description('Runs and checks an Okaeri server.');
  for (const add of [
    addShop,
    addImport,
    addExport,
    addVerify,
    addDoctor,
    addPerson,
    addBackup,
    addInsights,
  ])
    add(program);
  return program;
};
