import { afterAll } from 'vitest';
import { endServers } from './server-process.ts';

// In each file of tests: a server that outlives its test keeps the output of the run open, and so the run.
afterAll(endServers);
