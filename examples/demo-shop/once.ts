/** Keys that are remembered; the oldest are forgotten. */
const KEYS_MAX = 1000;

/**
 * Does what is asked once for each key: whoever asks again, also while it is being done, gets the same answer.
 * What failed or is not `done` can be tried again.
 */
export const createOnce = <Answer>(
  isDone: (answer: Answer) => boolean,
): ((key: string, work: () => Promise<Answer>) => Promise<Answer>) => {
  const answers = new Map<string, Promise<Answer>>();
  return async (key, work) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = work();
    answers.set(key, answer);
    const [oldest] = answers.keys();
    if (answers.size > KEYS_MAX && oldest !== undefined) answers.delete(oldest);
    let isKept = false;
    try {
      isKept = isDone(await answer);
    } finally {
      if (!isKept) answers.delete(key);
    }
    return answer;
  };
};
