import { QueueFullError } from './turns.ts';

/** Lets each owner have one piece of work at a time, so that none fills a queue that all share. */
export interface OnePerOwner {
  /** @throws QueueFullError while the owner's last piece is not done */
  run<T>(owner: string, work: () => Promise<T>): Promise<T>;
}

/** @param refusal the answer to an owner whose last piece is not done */
export function createOnePerOwner(refusal: string): OnePerOwner {
  const busy = new Set<string>();
  return {
    async run(owner, work) {
      if (busy.has(owner)) throw new QueueFullError(refusal);
      busy.add(owner);
      try {
        return await work();
      } finally {
        busy.delete(owner);
      }
    },
  };
}
