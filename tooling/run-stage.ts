import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

/** What one stage came to. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
  /** What failed, by name, where the stage knows: said again at the end, where a long log is read first. */
  readonly names?: readonly string[];
}

/** Does a stage; what it says goes to `hear`, where others are done beside it. */
export type Work = (hear?: (text: string) => void) => Count | Promise<Count>;

/** How a program is run. */
interface Run {
  readonly env?: Record<string, string>;
  /** Takes what it says, where others run beside it; else that goes where this program's goes. */
  readonly hear?: (text: string) => void;
}

/** Runs a program, and tells whether it ended well. */
export const run = async (
  command: string,
  parameters: readonly string[],
  { env = {}, hear }: Run = {},
): Promise<boolean> => {
  const said = hear === undefined ? 'inherit' : 'pipe';
  const child = spawn(command, parameters, {
    stdio: ['inherit', said, said],
    env: { ...process.env, ...env },
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => hear?.(text));
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    return code === 0;
  } catch (error) {
    hear?.(String(error));
    return false;
  }
};

/** A stage that holds or does not. */
export const check =
  (command: string, ...parameters: string[]): Work =>
  async (hear) =>
    (await run(command, parameters, hear && { hear }))
      ? { passed: 1, failed: 0 }
      : { passed: 0, failed: 1 };

/** A runner that writes a report; one that dies without writing it has failed. */
export const suite = async (
  command: string,
  parameters: string[],
  report: { path: string; env?: Record<string, string>; count: (json: unknown) => Count },
): Promise<Count> => {
  const ok = await run(command, parameters, report.env && { env: report.env });
  try {
    const count = report.count(JSON.parse(readFileSync(report.path, 'utf8')));
    return ok || count.failed > 0 ? count : { ...count, failed: 1 };
  } catch {
    return { passed: 0, failed: 1 };
  }
};
