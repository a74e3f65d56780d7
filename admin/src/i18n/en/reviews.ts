import { plural } from '../plural.ts';

export const reviews = {
  title: 'Reviews',
  tabs: {
    waiting: 'Waiting',
    all: 'All reviews',
    figures: 'Figures',
    imports: 'Import',
    settings: 'Settings',
  },
  noPhoto: 'While the review is withheld, nobody can see its photos.',
  emptyWaiting: 'Nothing waits for you',
  emptyWaitingText: 'New reviews are shown at once. Only those with a signal come here first.',
  publish: 'Publish',
  withhold: 'Withhold',
  reply: 'Reply',
  replyLabel: 'Your answer, for everybody to read',
  editReply: 'Edit the answer',
  removeReply: 'Remove the answer',
  sendReply: 'Publish the answer',
  replied: 'Your answer is published.',
  replyChanged: (name: string | null) =>
    `${name ?? 'Someone else'} answered in the meantime. Your text is still here; sending it replaces theirs.`,
  replyRemoved: 'The answer is removed.',
  shopAnswer: 'Answer of the shop',
  starsHidden: 'The stars of a review are shown once it is decided, so that they cannot decide it.',
  stars: (count: number) => plural(count, 'star', 'stars'),
  verified: 'Bought here',
  insider: 'Staff',
  imported: (from: string) => `Imported from ${from}`,
  offered: (points: number) => `${plural(points, 'point', 'points')} offered`,
  product: 'Product',
  waiting: 'Why it waits',
  appeal: 'The author objects',
  reports: 'Reported by readers',
  photo: (n: number) => `Photo ${n}`,
  published: 'The review is published.',
  withheld: 'The review is withheld.',
  decidedMany: (count: number) => `${plural(count, 'review', 'reviews')} decided.`,
  failedMany: (count: number) => `${plural(count, 'review', 'reviews')} could not be decided.`,
  selected: (count: number) => `${plural(count, 'review', 'reviews')} selected`,
  select: (title: string) => `Select “${title}”`,
  selectAll: 'Select all',
  clear: 'Clear',
  keys: 'Keys',
  keysText: {
    next: 'Next',
    previous: 'Previous',
    publish: 'Publish',
    withhold: 'Withhold',
    reply: 'Reply',
    select: 'Select',
  },
  whyTitle: 'Why is it withheld?',
  whyText: 'The author sees this reason and can object. A low rating is never a reason.',
  whyNone: 'Choose a reason first.',
  note: 'Note for the author (optional)',
  confirmWithhold: 'Withhold',
  decidedFor: (reason: string) => `Withheld: ${reason}`,
  figures: 'Figures for everybody',
  figuresText:
    'Every product page says how reviews work here. These are the numbers it shows, out of your own rows.',
  figureRows: {
    published: 'Published',
    offered: 'of these, points were offered for',
    verified: 'of these, bought here',
    imported: 'of these, imported from another tool',
    withheld: 'Withheld',
  },
  average: 'Average',
} as const;

export const signals = {
  link: 'Contains a link',
  contactData: 'Contains contact data',
  repeatedText: 'The same text before',
  repeatedPhoto: 'The same photo before',
  shouting: 'Mostly capitals',
  gibberish: 'Not words',
  manyAtOnce: 'Many in a short time',
  hiddenElsewhere: 'Hidden in the tool it came from',
  otherLanguage: 'Another language than it says',
  trapped: 'Filled in a hidden field',
  noProof: 'Sent without the form',
  reported: 'Reported',
} as const;

export const reasons = {
  spam: 'Spam or advertising',
  fake: 'Not from a real experience',
  unrelated: 'Not about the product',
  profanity: 'Obscene',
  harassment: 'Harassment',
  discrimination: 'Discrimination',
  privateInformation: 'Private information',
  illegal: 'Against the law',
  infringement: 'Someone else’s work',
  conflictOfInterest: 'Conflict of interest',
  other: 'Something else',
} as const;

export const questions = {
  title: 'Questions',
  tabs: { waiting: 'Waiting', unanswered: 'Unanswered', all: 'All questions' },
  emptyWaiting: 'Nothing waits for you',
  unansweredText: (count: string, isOne: boolean) =>
    isOne ? 'One question has no answer yet.' : `${count} questions have no answer yet.`,
  toUnanswered: 'View unanswered questions',
  emptyUnanswered: 'Every question has an answer',
  emptyAll: 'No questions yet',
  emptyText: 'Questions of shoppers on product pages come here.',
  question: 'Question',
  answer: 'Answer',
  answerLabel: 'Your answer, for everybody to read',
  sendAnswer: 'Publish the answer',
  answered: 'Your answer is published, and the person who asked is notified.',
  mended: 'Your answer is changed.',
  answerChanged: (name: string | null) =>
    `${name ?? 'Someone else'} answered in the meantime. Your text is still here; sending it replaces theirs.`,
  published: 'It is published.',
  withheld: 'It is withheld.',
  answers: (count: number) => plural(count, 'answer', 'answers'),
  from: { shopper: 'Shopper', buyer: 'Buyer', shop: 'Shop', insider: 'Staff' },
} as const;

declare module '../shape.ts' {
  interface EnglishMessages {
    reviews: typeof reviews;
    signals: typeof signals;
    reasons: typeof reasons;
    questions: typeof questions;
  }
}
