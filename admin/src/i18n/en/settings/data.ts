export const data = {
  title: 'Export',
  text: 'All this data is yours, and you can take all of it with you.',
  whole: 'The whole shop in one file',
  wholeText:
    'Members with every lot and receipt, orders, codes, reviews with their photos, the program with its versions. Exports round-trip byte for byte. Keys are not included.',
  take: 'Export',
  restore: 'To import it elsewhere, whoever runs that server uses this command:',
  parts: 'One table, or the data of one person',
  reviews: 'Reviews (CSV)',
  bringReviews: 'Import reviews from another tool',
  bringMembers: 'Import members from another tool',
  person: 'The data of one person',
  program: 'Program (JSON)',
} as const;

export const privacy = {
  title: 'Privacy',
  text: 'Requests for data, requests to be erased, and how long shoppers are kept.',
  requests: 'Requests',
  requestsText:
    'Find the person, then export or erase their data on their page. Members can do both in the widget.',
  who: 'Name, email or ID',
  look: 'Find',
  nobodyText: 'No data is stored under this name or address.',
  retention: 'How long people are kept',
  retentionText:
    'Shoppers who were inactive for this long are erased, as if they had asked for it. Leave empty to keep them.',
  guests: 'Erase guests after (days)',
  least: (days: number) => `At least ${days} days.`,
  members: 'Erase members after (days)',
  membersText: 'Members with points are kept.',
  kept: 'What is deleted automatically',
  keptList: [
    'Removed reviews: after a year.',
    'Photos uploaded without a review: after a day.',
    'Sent emails: after 30 days.',
    'Products viewed: kept as tags for suggestions, only with consent.',
  ],
} as const;

declare module '../../shape.ts' {
  interface EnglishMessages {
    data: typeof data;
    privacy: typeof privacy;
  }
}
