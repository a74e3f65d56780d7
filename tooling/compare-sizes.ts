import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { measureSizes } from './sizes.ts';

/*
 * What our widget weighs beside others that shops embed: their files, as their
 * packages ship them, compressed as a server would. Needs the package registry;
 * build the widget first.
 */

const PEERS: readonly { readonly name: string; readonly files: readonly string[] }[] = [
  { name: '@waline/client@3.15.2', files: ['dist/waline.js', 'dist/waline.css'] },
  { name: 'artalk@2.9.1', files: ['dist/Artalk.js', 'dist/Artalk.css'] },
  { name: 'posthog-js@1.449.2', files: ['dist/array.js', 'dist/surveys.js'] },
  { name: 'survey-core@3.1.1', files: ['survey.core.min.js'] },
];

const brotliBytes = (path: string): number => brotliCompressSync(readFileSync(path)).byteLength;

/** Fetches a package and unpacks it into a folder of its own. */
const unpack = (name: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'okaeri-peer-'));
  execFileSync('npm', ['pack', '--silent', name], { cwd: folder });
  const [archive] = readdirSync(folder);
  execFileSync('tar', ['xzf', archive ?? '', '-C', folder], { cwd: folder });
  return folder;
};

const rows = PEERS.map(({ name, files }): [string, string, number] => {
  const folder = unpack(name);
  const bytes = files.reduce((sum, file) => sum + brotliBytes(join(folder, 'package', file)), 0);
  rmSync(folder, { recursive: true });
  return [name, files.join(' + '), bytes];
});
for (const { what, bytes } of measureSizes()) rows.unshift(['Okaeri', what, bytes]);

console.log('| package | what | bytes, brotli |\n| --- | --- | ---: |');
for (const [name, what, bytes] of rows)
  console.log(`| ${name} | ${what} | ${bytes.toLocaleString('en')} |`);
