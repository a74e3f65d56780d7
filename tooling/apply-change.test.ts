import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyChange, touchedOutside, type Change } from './apply-change.ts';

describe('a change made from a template', () => {
  let tree: string;
  let template: string;
  const change: Change = {
    own: ['area/'],
    edits: [{ files: 'list.ts', before: 'b', insert: 'a' }],
    words: [{ files: 'words/*/x.ts', after: '{', insert: 'word' }],
    outside: ['list.ts'],
    projects: [],
    tests: [],
  };
  beforeEach(() => {
    tree = mkdtempSync(join(tmpdir(), 'okaeri-tree-'));
    template = mkdtempSync(join(tmpdir(), 'okaeri-template-'));
    mkdirSync(join(template, 'area'));
    writeFileSync(join(template, 'area/own.ts.txt'), 'own');
    writeFileSync(join(tree, 'list.ts'), 'bc');
    mkdirSync(join(tree, 'words/en'), { recursive: true });
    writeFileSync(join(tree, 'words/en/x.ts'), '{}');
  });
  afterEach(() => {
    for (const folder of [tree, template]) rmSync(folder, { recursive: true });
  });

  it('has its own files, and text put in where it belongs', () => {
    applyChange(tree, template, change);
    const read = (file: string): string => readFileSync(join(tree, file), 'utf8');
    expect([read('area/own.ts'), read('list.ts'), read('words/en/x.ts')]).toEqual([
      'own',
      'abc',
      '{word}',
    ]);
  });

  it('counts files outside its own, and words apart from them', () => {
    const touched = applyChange(tree, template, change);
    expect(touchedOutside(touched, change)).toEqual({
      outside: ['list.ts'],
      words: ['words/en/x.ts'],
    });
  });

  it.each([
    ['a file that is not there', { files: 'none.ts', before: 'b', insert: '' }],
    ['a place that is not there', { files: 'list.ts', before: 'x', insert: '' }],
    ['no place at all', { files: 'list.ts', insert: '' }],
  ])('fails where it names %s', (_what, edit) => {
    expect(() => applyChange(tree, template, { ...change, edits: [edit] })).toThrow(
      /There is no|has no/,
    );
  });
});
