import type { Command } from 'commander';
import { lazily } from './lazily.ts';

/** `okaeri doctor` */
export const addDoctor = (program: Command): void => {
  program
    .command('doctor')
    .description('check that this server can run, and say what is wrong')
    .action(lazily(async () => (await import('./actions/doctor.ts')).doctor));
};
