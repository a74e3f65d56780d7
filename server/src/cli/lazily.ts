/**
 * An action whose module is loaded when its command is run: `--help`, and a command with a word wrong, load
 * nothing of the server.
 *
 * @example program.command('verify').action(lazily(async () => (await import('./actions/verify.ts')).verify));
 */
export const lazily =
  <Args extends unknown[]>(load: () => Promise<(...args: Args) => Promise<void>>) =>
  async (...args: Args): Promise<void> =>
    (await load())(...args);
