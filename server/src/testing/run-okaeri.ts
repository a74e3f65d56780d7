import type { Command } from 'commander';
import { createProgram } from '../cli/program.ts';

/** What a command came to, as a process would. */
export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/**
 * Runs a command of `okaeri` in this process, against a database: a process for each takes a second of the processor.
 * That a process does the same is shown in `cli.test.ts`.
 */
export const runOkaeri = async (
  databaseUrl: string,
  ...parameters: readonly string[]
): Promise<Ran> => {
  let [out, err] = ['', ''];
  const hear = {
    writeOut: (text: string) => void (out += text),
    writeErr: (text: string) => void (err += text),
  };
  const { log, error } = console;
  const { DATABASE_URL } = process.env;
  Object.assign(console, {
    log: (text: unknown) => hear.writeOut(`${String(text)}\n`),
    error: (text: unknown) => hear.writeErr(`${String(text)}\n`),
  });
  process.env['DATABASE_URL'] = databaseUrl;
  try {
    const program = createProgram();
    for (const command of allOf(program)) command.exitOverride().configureOutput(hear);
    await program.parseAsync(parameters, { from: 'user' });
    return { status: Number(process.exitCode ?? 0), out, err };
  } catch (thrown) {
    const text = thrown instanceof Error ? thrown.message : String(thrown);
    // What is wrong with its words, a command has said itself.
    return { status: 1, out, err: err.includes(text) ? err : `${err}${text}\n` };
  } finally {
    Object.assign(console, { log, error });
    process.exitCode = undefined;
    if (DATABASE_URL === undefined) delete process.env['DATABASE_URL'];
    else process.env['DATABASE_URL'] = DATABASE_URL;
  }
};

function allOf(command: Command): Command[] {
  return [command, ...command.commands.flatMap(allOf)];
}
