import { keepCompiled } from './keep-compiled.ts';

// Before anything else is loaded, so that all of it is kept.
keepCompiled();
await import('./main/serve.ts');
