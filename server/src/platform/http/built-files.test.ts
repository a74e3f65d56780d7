import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleRoutes } from '../../web/console-files.ts';
import { widgetRoutes } from '../../web/widget-files.ts';

const MANIFEST = {
  'src/main.tsx': { file: 'console-a.js', name: 'console', isEntry: true, css: ['console-a.css'] },
  'src/frame.ts': { file: 'frame-a.js', name: 'frame', isEntry: true, assets: ['icon-a.svg'] },
};

describe('files of a build', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'okaeri-files-'));
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(MANIFEST));
    for (const file of ['manifest.json.br', 'notes.txt', 'texts-en.json', 'okaeri.js'])
      writeFileSync(join(folder, file), '1');
    for (const file of ['console-a.js', 'console-a.css', 'frame-a.js', 'icon-a.svg'])
      writeFileSync(join(folder, file), '1');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are served by the console when its pages are made of them, and not otherwise', async () => {
    const app = consoleRoutes(folder);
    const status = async (path: string): Promise<number> =>
      // As it is mounted: the routes look at the whole path.
      (await new Hono().route('/console', app).request(path)).status;
    for (const file of ['console-a.js', 'console-a.css', 'frame-a.js', 'icon-a.svg'])
      expect(await status(`/console/files/${file}`)).toBe(200);
    for (const file of ['manifest.json', 'manifest.json.br', 'notes.txt', 'none.js', ''])
      expect(await status(`/console/files/${file}`)).toBe(404);
  });

  it('are served by the widget, but for the list of what was built', async () => {
    const app = new Hono().route('/widget', widgetRoutes(folder));
    for (const file of ['okaeri.js', 'texts-en.json'])
      expect((await app.request(`/widget/v1/${file}`)).status).toBe(200);
    for (const file of ['manifest.json', 'manifest.json.br'])
      expect((await app.request(`/widget/v1/${file}`)).status).toBe(404);
  });
});
