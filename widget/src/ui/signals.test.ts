import { describe, expect, it } from 'vitest';
import { readOnce, signal } from './signals.ts';

describe('a signal', () => {
  it('tells each who has read it once, at its next change', () => {
    const count = signal(1);
    const told: string[] = [];
    const first = readOnce(
      () => count.value + count.value,
      () => told.push('first'),
    );
    readOnce(
      () => count.value,
      () => told.push('second'),
    );
    expect(first.value).toBe(2);
    count.value = 1;
    expect(told).toEqual([]);
    count.value = 2;
    expect(told).toEqual(['first', 'second']);
    count.value = 3;
    expect(told).toEqual(['first', 'second']);
  });

  it('tells nobody who has stopped, nor of what was not read', () => {
    const [shown, other] = [signal('a'), signal('b')];
    let told = 0;
    const { stop } = readOnce(
      () => shown.value,
      () => (told += 1),
    );
    other.value = 'c';
    stop();
    shown.value = 'd';
    expect(told).toBe(0);
  });

  it('read within another reading is the inner one’s alone', () => {
    const [outer, inner] = [signal(0), signal(0)];
    const told: string[] = [];
    readOnce(
      () => {
        readOnce(
          () => inner.value,
          () => told.push('inner'),
        );
        return outer.value;
      },
      () => told.push('outer'),
    );
    inner.value = 1;
    outer.value = 1;
    expect(told).toEqual(['inner', 'outer']);
  });

  it('that is read anew as it changes is told of the next change, and no sooner', () => {
    const count = signal(0);
    const seen: number[] = [];
    const read = (): void => {
      seen.push(readOnce(() => count.value, read).value);
    };
    read();
    for (const next of [1, 2, 3]) count.value = next;
    expect(seen).toEqual([0, 1, 2, 3]);
  });

  it('forgets a reading that failed once it has told of it', () => {
    const count = signal(0);
    let told = 0;
    const read = (): unknown =>
      readOnce(
        () => {
          throw new Error(String(count.value));
        },
        () => (told += 1),
      );
    expect(read).toThrow('0');
    count.value = 1;
    count.value = 2;
    expect(told).toBe(1);
  });
});
