import { createOnePerOwner } from '../../platform/lib/one-per-owner.ts';
import { createTurns } from '../../platform/lib/turns.ts';

/** Files one server process works at: each that is read takes a processor, each that is imported a part of one. */
export const FILES = { readAtOnce: 1, broughtAtOnce: 2, waitingMax: 4 } as const;

/** Reading a file and comparing it with what is there: it ends within its time. */
export const readingTurns = createTurns({ atOnce: FILES.readAtOnce, waitingMax: FILES.waitingMax });

/** Writing what a file brings, or taking it back: minutes, where each row waits for the disk. */
export const importTurns = createTurns({
  atOnce: FILES.broughtAtOnce,
  waitingMax: FILES.waitingMax,
});

/** From the first byte of a file to its answer: no shop keeps all others waiting, or memory for many files. */
export const oneFileOfShop = createOnePerOwner(
  'A file of this shop is being read or brought, or waits for it.',
);
