import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { WIDGET_FOLDER, widgetSource } from './build-folders.ts';

/** In the widget JSX is what its own small runtime makes of it. */
export const ownJsx = (): Plugin => ({
  name: 'okaeri-own-jsx',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => ['widget', 'invitation', 'survey'].includes(name),
  resolveId: (id) => (id === 'preact/jsx-runtime' ? widgetSource('ui/jsx-runtime.ts') : null),
});

/** Preact has an element take itself away, by a method that old libraries replace with others; its parent can too. */
export const removeByParent = (): Plugin => ({
  name: 'okaeri-remove-by-parent',
  applyToEnvironment: ({ name }) => name === 'widget',
  transform(code, id) {
    if (!/preact\/dist\/preact\.\w+$/.test(id)) return null;
    const changed = code.replace(
      /(\w+)\.parentNode&&\1\.remove\(\)/,
      '$1.parentNode&&$1.parentNode.removeChild($1)',
    );
    if (changed === code) throw new Error('Preact removes nodes in another way now.');
    return changed;
  },
});

/** Writes the name of the first chunk, which the loader must know, where its place is kept. */
export const nameFirstChunk = (): Plugin => ({
  name: 'okaeri-first-chunk',
  applyToEnvironment: (environment) => environment.name === 'loader',
  transform(code) {
    return code.includes('__FIRST_CHUNK__')
      ? code.replaceAll('__FIRST_CHUNK__', JSON.stringify(firstChunk()))
      : null;
  },
});

/** The name of the first chunk, which the loader must know. */
function firstChunk(): string {
  const manifest = JSON.parse(readFileSync(join(WIDGET_FOLDER, 'manifest.json'), 'utf8')) as Record<
    string,
    { file: string; name?: string }
  >;
  const entry = Object.values(manifest).find((chunk) => chunk.name === 'first');
  if (entry === undefined) throw new Error('The widget was built without its first chunk.');
  return entry.file;
}
