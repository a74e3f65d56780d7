import { keepCompiled } from './keep-compiled.ts';

// Before anything else is loaded, so that all of it is kept.
keepCompiled();
const { createProgram } = await import('./cli/program.ts');

try {
  await createProgram().parseAsync();
} catch (error) {
  // What went wrong in words; a stack helps nobody at a prompt.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
