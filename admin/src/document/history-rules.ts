/** States of a document in the order in which they came, and which of them is shown. */
export interface History<Document> {
  readonly past: readonly Document[];
  readonly now: Document;
  readonly future: readonly Document[];
  /** Which thing was changed last: typing on in one field is one step. */
  readonly last: string | null;
}

/** How many steps can be taken back. */
const STEPS_MAX = 200;

export const startHistory = <Document>(now: Document): History<Document> => ({
  past: [],
  now,
  future: [],
  last: null,
});

/** Another state; `thing` names what was changed. */
export const step = <Document>(
  history: History<Document>,
  next: Document,
  thing: string | null,
): History<Document> => {
  const goesOn = thing !== null && thing === history.last && history.past.length > 0;
  const past = goesOn ? history.past : [...history.past, history.now].slice(-STEPS_MAX);
  return { past, now: next, future: [], last: thing };
};

/** One step back; the same where there is none. */
export const stepBack = <Document>(history: History<Document>): History<Document> => {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  const { past, now, future } = history;
  return { past: past.slice(0, -1), now: before, future: [now, ...future], last: null };
};

/** One step forward again. */
export const stepForward = <Document>(history: History<Document>): History<Document> => {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.now], now: next, future, last: null };
};
