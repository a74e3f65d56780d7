/** Lets the page answer and paint before the work goes on: no task of ours keeps it waiting for long. */
export const yieldToMain = (): Promise<void> => new Promise((done) => setTimeout(done));
