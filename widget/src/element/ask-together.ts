import type { Reader } from '@okaeri/client/reader';

/** More than a frame: a browser tells of what comes into view frame by frame, and of one list in two of them. */
const TURN_MS = 20;

/** How things are asked for that a page wants many of. */
interface Way<Asked, Answer> {
  /** How many one request asks for, as the server takes them. */
  readonly most: number;
  /** How long an answer stays; for good where this is left out. */
  readonly keptMs?: number;
  /** Asks for all of them; answers come in the same order. */
  readonly ask: (
    reader: Reader,
    asked: readonly Asked[],
  ) => Promise<readonly (Answer | undefined)[]>;
}

interface Batch<Asked, Answer> {
  readonly asked: Asked[];
  readonly answers: Promise<readonly (Answer | undefined)[]>;
}

interface Kept<Answer> {
  readonly askedMs: number;
  readonly answer: Promise<Answer | undefined>;
}

/**
 * Asks for everything at once that a page wants to know within two frames, and for nothing twice. The answer asks for one
 * thing, known by its key; what did not come is asked for again the next time.
 */
export const createAsker = <Asked, Answer>({
  most,
  keptMs = Infinity,
  ask,
}: Way<Asked, Answer>) => {
  const batches = new WeakMap<Reader, Batch<Asked, Answer>>();
  const known = new WeakMap<Reader, Map<string, Kept<Answer>>>();

  const join = async (reader: Reader, one: Asked): Promise<Answer | undefined> => {
    let batch = batches.get(reader);
    if (batch === undefined || batch.asked.length >= most) {
      const asked: Asked[] = [];
      const later = async (): Promise<readonly (Answer | undefined)[]> => {
        await new Promise((done) => setTimeout(done, TURN_MS));
        batches.delete(reader);
        return ask(reader, asked);
      };
      batch = { asked, answers: later() };
      batches.set(reader, batch);
    }
    const at = batch.asked.push(one) - 1;
    return (await batch.answers)[at];
  };

  return (reader: Reader, key: string, one: Asked): Promise<Answer | undefined> => {
    const kept = known.get(reader) ?? new Map<string, Kept<Answer>>();
    known.set(reader, kept);
    const before = kept.get(key);
    const askedMs = performance.now();
    if (before && askedMs - before.askedMs < keptMs) return before.answer;
    const answer = join(reader, one);
    kept.set(key, { askedMs, answer });
    answer.catch(() => kept.delete(key));
    return answer;
  };
};
