import { plural } from '../plural.ts';

export const reviewFigures = {
  title: 'Stars by kind of review',
  text: 'The same figures everyone can see on your pages: counted, never chosen.',
  none: 'Nothing to count yet',
  noneText: 'As soon as there are reviews, it is shown here what they come to.',
  published: 'Published',
  offered: 'Points offered',
  notOffered: 'Nothing offered',
  withheld: 'Withheld',
  verified: 'Verified buyers',
  imported: 'Imported',
  stars: 'Stars',
  star: (count: number) => plural(count, 'star', 'stars'),
  count: 'Reviews',
  average: 'Average',
} as const;

export const reviewImports = {
  title: 'Import reviews from another tool',
  text: 'Files of Judge.me, Loox, Okendo, Yotpo and Shopify are known; for any other CSV you say what its columns mean. Nothing is saved before you have seen a preview.',
  ready: (ready: number, rows: number) =>
    `${ready.toLocaleString('en')} of ${plural(rows, 'review', 'reviews')} can come.`,
  read: (of: { format: string; encoding: string; photos: number }) =>
    `Read as ${of.format}, ${of.encoding}, with ${plural(of.photos, 'photo', 'photos')}.`,
  formats: {
    judgeMe: 'Judge.me',
    loox: 'Loox',
    okendo: 'Okendo',
    yotpo: 'Yotpo',
    shopify: 'Shopify',
    csv: 'CSV',
  },
  source: 'Source name shown to readers',
  sourceText: 'Each of these reviews says where it was imported from.',
  fields: {
    reviewId: 'Review ID',
    productId: 'Product ID',
    handle: 'Handle of the product',
    sku: 'SKU',
    productUrl: 'Address of the product',
    rating: 'Stars',
    title: 'Title',
    body: 'Text',
    name: 'Name',
    fallbackName: 'Name, where there is no other',
    email: 'Email',
    date: 'Date',
    status: 'Status',
    hidden: 'Hidden',
    reply: 'Answer',
    replyDate: 'Date of the answer',
    photos: 'Photos',
  },
  faultCodes: {
    wrongColumnCount: 'has another number of columns',
    productMissing: 'names no product',
    productUnknown: 'names a product that is not known',
    ratingInvalid: 'has no stars from 1 to 5',
    dateInvalid: 'has no date',
    dateAmbiguous: 'has a date that can be read in two ways',
    dateInFuture: 'has a date in the future',
    textTooLong: 'is too long',
    textCut: 'comes with a title, a name or a reply that was too long, cut to its beginning',
    replyDateInvalid: 'comes; the reply has no date, and stands on the day of the review',
    duplicate: 'is already imported',
    photoAddressInvalid: 'has a photo without an address',
    tooManyPhotos: 'has too many photos',
  },
  bring: (count: string) => `Import ${count} reviews`,
  done: (imported: number, waiting: number) =>
    `${plural(imported, 'review', 'reviews')} imported. ${plural(waiting, 'waits', 'wait')} for a decision. Photos will follow shortly.`,
  none: 'Nothing has been imported yet',
  noneText: 'Reviews you have elsewhere can be shown here too, marked with where they are from.',
  undoTitle: 'Take these reviews back?',
  undoAsk: (count: number) =>
    `${plural(count, 'review goes', 'reviews go')}, with photos and votes.`,
} as const;

export const reviewSettings = {
  asking: 'When shoppers are asked',
  from: 'Who can write',
  froms: { buyers: 'Everyone who bought the product', members: 'Every member (not verified)' },
  askAfterDays: 'Days after delivery',
  transitDays: 'Assumed delivery time (days)',
  transitDaysAbroad: 'Assumed delivery time for other markets (days)',
  homeMarkets: 'Home markets',
  homeMarketsText: 'Countries where deliveries are fast, as orders name them.',
  askedShare: 'Share of orders asked about (%)',
  askedShareText: 'Chosen at random, never by likely rating.',
  byEmail: 'By email',
  byEmailText: 'Ask by email too',
  consent:
    'In some countries this is advertising and needs consent. Who unsubscribes is not asked again.',
  reminders: 'Reminders',
  remindAfterDays: 'Days before each',
  requestText: (language: string) => `Your own words (${language})`,
  taking: 'What is accepted',
  productUrl: 'Product page address',
  productUrlText: 'Put {productId} where the product ID goes. Feeds for Google and Meta need it.',
  languages: 'Shop languages',
  languagesText: 'Reviews in other scripts wait for a decision.',
  insiderTags: 'Staff tags',
  insiderTagsText: 'One per line. Their reviews are marked and earn nothing.',
} as const;

declare module '../shape.ts' {
  interface EnglishMessages {
    reviewFigures: typeof reviewFigures;
    reviewImports: typeof reviewImports;
    reviewSettings: typeof reviewSettings;
  }
}
