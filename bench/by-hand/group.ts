import { database } from './database.ts';

const GROUP_MAX = 64;

interface Job {
  readonly work: () => unknown;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}

const queue: Job[] = [];
let isScheduled = false;

/**
 * The same bargain as the product's writer: one COMMIT for whatever has arrived. When one fails, each runs again in
 * a savepoint of its own, so that it alone is undone.
 */
export const inGroup = (work: () => unknown): Promise<unknown> =>
  new Promise((resolve, reject) => {
    queue.push({ work, resolve, reject });
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(commitGroup);
  });

function commitGroup(): void {
  const jobs = queue.splice(0, GROUP_MAX);
  let answers: (() => void)[];
  try {
    database.exec('BEGIN IMMEDIATE');
    answers = runPlainly(jobs) ?? runApart(jobs);
    database.exec('COMMIT');
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    answers = jobs.map(
      ({ reject }) =>
        () =>
          reject(error),
    );
  }
  for (const answer of answers) answer();
  isScheduled = queue.length > 0;
  if (isScheduled) setImmediate(commitGroup);
}

function runPlainly(jobs: readonly Job[]): (() => void)[] | undefined {
  try {
    return jobs.map(({ work, resolve }) => {
      const value = work();
      return () => resolve(value);
    });
  } catch {
    database.exec('ROLLBACK');
    database.exec('BEGIN IMMEDIATE');
    return undefined;
  }
}

function runApart(jobs: readonly Job[]): (() => void)[] {
  return jobs.map(({ work, resolve, reject }) => {
    database.exec('SAVEPOINT one');
    try {
      const value = work();
      database.exec('RELEASE one');
      return () => resolve(value);
    } catch (error) {
      database.exec('ROLLBACK TO one; RELEASE one');
      return () => reject(error);
    }
  });
}
