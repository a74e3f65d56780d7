import { describe, expect, it } from 'vitest';
import { GroupDeadlockError, GroupLocks, type Member } from './group-locks.ts';

const ROW = [{ table: 'shoppers', key: 'ada' }];
const OTHER_ROW = [{ table: 'shoppers', key: 'ben' }];
const ANY_ROW = [{ table: 'shoppers', key: undefined }];

const member = (): Member & { end: () => void } => {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { ended: promise, end: resolve };
};

const held = (locks: GroupLocks, by: Member, rows: typeof ROW | typeof ANY_ROW): boolean =>
  locks.tryHold(by, rows);

describe('the locks of a group of writes', () => {
  it('let one write hold a row, and hold it again', () => {
    const locks = new GroupLocks();
    const [one, other] = [member(), member()];
    expect(held(locks, one, ROW)).toBe(true);
    expect(held(locks, one, ROW)).toBe(true);
    expect(held(locks, other, ROW)).toBe(false);
    expect(held(locks, other, OTHER_ROW)).toBe(true);
  });

  it('give none of several rows where one is held', () => {
    const locks = new GroupLocks();
    const [one, other, third] = [member(), member(), member()];
    held(locks, one, ROW);
    expect(locks.tryHold(other, [...OTHER_ROW, ...ROW])).toBe(false);
    expect(held(locks, third, OTHER_ROW)).toBe(true);
  });

  it('keep any row from one write while another holds one, and the other way round', () => {
    const locks = new GroupLocks();
    const [one, other] = [member(), member()];
    held(locks, one, ROW);
    expect(held(locks, other, ANY_ROW)).toBe(false);
    locks.release(one);
    expect(held(locks, other, ANY_ROW)).toBe(true);
    expect(held(locks, one, ROW)).toBe(false);
    expect(held(locks, other, ROW)).toBe(true);
  });

  it('are free when the write that held them has ended, and whoever waits goes on', async () => {
    const locks = new GroupLocks();
    const [one, other] = [member(), member()];
    held(locks, one, ROW);
    const waiting = locks.waitFor(other, ROW);
    const turn = new Promise((resolve) => setImmediate(resolve, 'not yet'));
    expect(await Promise.race([waiting, turn])).toBe('not yet');
    locks.release(one);
    one.end();
    await waiting;
    expect(held(locks, other, ROW)).toBe(true);
  });

  it('let nobody wait for a row that is free', async () => {
    await new GroupLocks().waitFor(member(), ROW);
  });

  it('refuse to wait in a ring of two', async () => {
    const locks = new GroupLocks();
    const [one, other] = [member(), member()];
    held(locks, one, ROW);
    held(locks, other, OTHER_ROW);
    void locks.waitFor(one, OTHER_ROW);
    await expect(locks.waitFor(other, ROW)).rejects.toBeInstanceOf(GroupDeadlockError);
  });

  it('refuse to wait in a ring of three', async () => {
    const locks = new GroupLocks();
    const all = [member(), member(), member()] as const;
    const rows = ['a', 'b', 'c'].map((key) => [{ table: 't', key }]);
    all.forEach((one, i) => locks.tryHold(one, rows[i] ?? []));
    void locks.waitFor(all[0], rows[1] ?? []);
    void locks.waitFor(all[1], rows[2] ?? []);
    await expect(locks.waitFor(all[2], rows[0] ?? [])).rejects.toBeInstanceOf(GroupDeadlockError);
  });

  it('let many wait in a line for one', async () => {
    const locks = new GroupLocks();
    const [one, two, three] = [member(), member(), member()];
    held(locks, one, ROW);
    held(locks, two, OTHER_ROW);
    void locks.waitFor(two, ROW);
    const waiting = locks.waitFor(three, OTHER_ROW);
    locks.release(two);
    two.end();
    await waiting;
  });
});
