import { plural } from '../../plural.ts';

/** Words of the lists of reviews, questions, imports and acts. */
export const lists = {
  all: 'All',
  from: 'From',
  until: 'Before',
  product: 'Product',
  written: 'Date',
  yes: 'Yes',
  no: 'No',
  state: 'State',
  states: {
    queued: 'Waiting',
    published: 'Published',
    withheld: 'Withheld',
    removed: 'Removed',
  },
  decidedMany: (published: boolean, count: number) =>
    `${plural(count, 'post is', 'posts are')} ${published ? 'published' : 'withheld'}.`,
  leftOut: (count: number) =>
    `${plural(count, 'post was', 'posts were')} left out: it waits for a decision, was removed, or changed in the meantime.`,
  undo: 'Undo',
  undone: 'The decision is undone.',
  publishMany: 'Publish',
  withholdMany: 'Withhold…',
} as const;

export const reviewList = {
  title: 'Review',
  search: 'Search reviews',
  stars: 'Stars',
  hiddenStars: 'After the decision',
  by: 'By',
  verified: 'Bought here',
  replied: 'Answered',
  helpful: 'Found helpful',
  empty: 'No reviews yet',
  emptyText: 'What shoppers write about products appears here.',
  unknown: 'There is no such review',
  unknownText: 'Its author may have deleted it.',
} as const;

export const questionList = {
  title: 'Question or answer',
  search: 'Search questions',
  kind: 'Kind',
  kinds: { question: 'Question', answer: 'Answer' },
  by: 'By',
  answers: 'Answers',
  views: { all: 'All', answered: 'Answered', unanswered: 'Unanswered', withheld: 'Withheld' },
  unknown: 'There is no such question',
  unknownText: 'Its author may have deleted it.',
} as const;

export const importList = {
  file: 'File',
  at: 'Date',
  rows: 'Lines',
  imported: 'Came',
  refused: 'Did not come',
  points: 'Points',
  state: 'State',
  states: { kept: 'Kept', undone: 'Undone', underWay: 'Under way' },
  views: { all: 'All', kept: 'Kept', undone: 'Undone' },
  act: 'Undo',
} as const;

export const actList = {
  what: 'What was done',
  who: 'Who',
  about: 'About',
  outcome: 'Result',
  reason: 'Reason',
  points: 'Points',
  when: 'Time',
  operation: 'What was done',
  views: { all: 'All', refused: 'Refused', cut: 'Cut off' },
} as const;

declare module '../../shape.ts' {
  interface EnglishMessages {
    lists: typeof lists;
    reviewList: typeof reviewList;
    questionList: typeof questionList;
    importList: typeof importList;
    actList: typeof actList;
  }
}
