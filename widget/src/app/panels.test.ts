import { describe, expect, it } from 'vitest';
import { isPage, PANEL_NAMES, SUB_PAGES, TABS } from './panels.ts';

const FILES = import.meta.glob<string>('../*/*Panel.tsx', { query: '?raw', import: 'default' });
const nameOf = (path: string): string => (/(\w+)Panel\.tsx$/.exec(path)?.[1] ?? '').toLowerCase();

describe('the list of panels', () => {
  it('names every panel that has a file, once, and beside them only the home', () => {
    const names = ['home', ...Object.keys(FILES).map(nameOf)];
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(PANEL_NAMES)).toEqual(new Set(names));
  });

  it('says which of them are tabs or pages behind the home, and nothing else can be opened', () => {
    expect(PANEL_NAMES.filter(isPage)).toEqual([...TABS, ...SUB_PAGES]);
    for (const name of ['', 'guest', 'reviews', 'toString', '__proto__'])
      expect(isPage(name), name).toBe(false);
  });
});

it.each(Object.entries(FILES))('%s exports its component as Panel', async (_path, load) => {
  expect(await load()).toMatch(/^export const Panel\b/m);
});
