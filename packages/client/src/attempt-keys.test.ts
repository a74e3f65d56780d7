import { describe, expect, it } from 'vitest';
import { createAttemptKeys, type KeyStorage } from './attempt-keys.ts';

const memory = (): KeyStorage => {
  const kept = new Map<string, string>();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
};

const blocked: KeyStorage = {
  getItem: () => {
    throw new Error('blocked');
  },
  setItem: () => {
    throw new Error('blocked');
  },
  removeItem: () => {
    throw new Error('blocked');
  },
};

describe('keys of unfinished attempts', () => {
  it('stay the same until the attempt is answered, also after a reload', () => {
    const storage = memory();
    const key = createAttemptKeys('shop', storage).begin('off5');
    expect(createAttemptKeys('shop', storage).begin('off5')).toBe(key);
    createAttemptKeys('shop', storage).end('off5');
    expect(createAttemptKeys('shop', storage).begin('off5')).not.toBe(key);
  });

  it('are kept apart by act and by shop', () => {
    const storage = memory();
    const keys = createAttemptKeys('shop', storage);
    expect(keys.begin('a')).not.toBe(keys.begin('b'));
    expect(createAttemptKeys('other', storage).begin('a')).not.toBe(keys.begin('a'));
  });

  it('live as long as the page where storage is blocked', () => {
    const keys = createAttemptKeys('shop', blocked);
    expect(keys.begin('a')).toBe(keys.begin('a'));
    const before = keys.begin('a');
    keys.end('a');
    expect(keys.begin('a')).not.toBe(before);
  });
});
