import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { isArchive, isOldWorkbook, partsOfArchive, WorkbookError } from './zip-rules.ts';

const NAMES = new Set(['a.xml', 'b.xml']);
const archive = zipSync({ 'a.xml': strToU8('<a/>'), 'c.xml': strToU8('<c/>') });

describe('an archive', () => {
  it('is known by its first bytes', () => {
    expect(isArchive(archive)).toBe(true);
    expect(isArchive(strToU8('a,b\n1,2\n'))).toBe(false);
    expect(isArchive(new Uint8Array())).toBe(false);
    expect(isOldWorkbook(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toBe(true);
    expect(isOldWorkbook(archive)).toBe(false);
  });

  it('gives the parts that are asked for, as far as it has them, and no other', () => {
    expect([...partsOfArchive(archive, NAMES)]).toEqual([['a.xml', strToU8('<a/>')]]);
  });

  it('is refused when its parts are larger together than they may be, and taken at the limit', () => {
    const half = new Uint8Array(LIMITS.importUnpackedBytesMax / 2);
    const full = zipSync({ 'a.xml': half, 'b.xml': half });
    expect(partsOfArchive(full, NAMES).size).toBe(2);
    const more = zipSync({ 'a.xml': half, 'b.xml': new Uint8Array(half.length + 1) });
    expect(() => partsOfArchive(more, NAMES)).toThrow(/too large/);
  });

  it('is refused when it is broken, with words for the person who sent it', () => {
    for (const broken of [archive.slice(0, 20), archive.slice(0, -30)])
      expect(() => partsOfArchive(broken, NAMES)).toThrow(WorkbookError);
  });
});
