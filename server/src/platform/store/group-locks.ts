import type { Hold } from './footprint-rules.ts';

/** Two writes of a group wait for each other: none of them goes on, and the group runs apart. */
export class GroupDeadlockError extends Error {
  override readonly name = 'GroupDeadlockError';
  constructor() {
    super('Two writes of a group wait for each other.');
  }
}

/** A write of a group, as long as it runs. */
export interface Member {
  /** Resolves when the write has run to its end. */
  readonly ended: Promise<unknown>;
}

/** Rows of one table that are held, each by one write. */
interface HeldRows {
  readonly byKey: Map<string, Member>;
  /** Who holds rows that are not known by their key. */
  readonly whole: Set<Member>;
}

/** Which write of a group holds which rows: within one transaction the database lets all of them through. */
export class GroupLocks {
  readonly #tables = new Map<string, HeldRows>();
  readonly #waitsFor = new Map<Member, Member>();

  /** Whether it holds these rows now; false where another does, and then it has taken none of them. */
  tryHold(member: Member, rows: readonly Hold[]): boolean {
    if (rows.some((row) => this.#holderOf(member, row) !== undefined)) return false;
    for (const { table, key } of rows) {
      const held = this.#tables.get(table) ?? { byKey: new Map(), whole: new Set() };
      this.#tables.set(table, held);
      if (key === undefined) held.whole.add(member);
      else held.byKey.set(key, member);
    }
    return true;
  }

  /**
   * Resolves when one who holds any of these rows has ended; another may be quicker then.
   *
   * @throws GroupDeadlockError where that would never be
   */
  async waitFor(member: Member, rows: readonly Hold[]): Promise<void> {
    const [holder] = rows.flatMap((row) => this.#holderOf(member, row) ?? []);
    if (holder === undefined) return;
    if (this.#lastOfLine(holder) === member) throw new GroupDeadlockError();
    this.#waitsFor.set(member, holder);
    await holder.ended;
    this.#waitsFor.delete(member);
  }

  /** Whatever a write holds is free: it has ended. */
  release(member: Member): void {
    for (const { byKey, whole } of this.#tables.values()) {
      whole.delete(member);
      for (const [key, holder] of byKey) if (holder === member) byKey.delete(key);
    }
  }

  /** Another write that holds this row, or may. */
  #holderOf(member: Member, { table, key }: Hold): Member | undefined {
    const held = this.#tables.get(table);
    if (held === undefined) return undefined;
    const whole = otherOf(held.whole, member);
    if (whole !== undefined) return whole;
    if (key === undefined) return otherOf(held.byKey.values(), member);
    const holder = held.byKey.get(key);
    return holder === member ? undefined : holder;
  }

  /** Who the last of those is that wait for each other, one behind the other. */
  #lastOfLine(first: Member): Member {
    let last = first;
    for (let next = this.#waitsFor.get(last); next !== undefined; next = this.#waitsFor.get(last))
      last = next;
    return last;
  }
}

function otherOf(members: Iterable<Member>, member: Member): Member | undefined {
  for (const one of members) if (one !== member) return one;
  return undefined;
}
