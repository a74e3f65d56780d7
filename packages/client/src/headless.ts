/*
 * What a page without a bundler imports from the server: `/widget/v1/okaeri-client.js`.
 * With a bundler, import the modules beside this one.
 */
export { createClient } from './client.ts';
export { formatDay, formatEnd } from '@okaeri/shared/days';
export { OkaeriError } from './problem.ts';
export { createSession } from './session.ts';
