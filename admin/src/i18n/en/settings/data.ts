export const data = {
  title: 'Export',
  text: 'All this data is yours, and you can take all of it with you.',
  whole: 'The whole shop in one file',
  wholeText:
    'Members with every lot and receipt, orders, codes, reviews with their photos, the program with its versions. Exports round-trip byte for byte. Keys are not included.',
  take: 'Export',
  restore: 'To import it, the person who runs the server uses: okaeri import shop FILE',
  parts: 'Parts of it',
  reviews: 'Reviews as CSV',
  bringReviews: 'Import reviews from another tool',
  bringMembers: 'Import members from another tool',
  person: 'The data of one person',
  program: 'The program as JSON',
} as const;

export const privacy = {
  title: 'Privacy',
  text: 'Requests for data, requests to be erased, and how long shoppers are kept.',
  requests: 'Requests',
  requestsText:
    'Find them, and take their data out or erase them on their page. Members can do both themselves in the widget.',
  who: 'Name, email or ID',
  look: 'Find',
  nobodyText: 'No data is stored under this name or address.',
  retention: 'How long people are kept',
  retentionText:
    'Shoppers who have been inactive for so long are erased, as if they had asked for it. Empty: never automatically.',
  guests: 'Guests, after days',
  least: (days: number) => `At least ${days} days.`,
  members: 'Members, after days',
  membersText: 'Those who have points are kept.',
  kept: 'What is deleted automatically',
  keptList: [
    'Reviews that were removed: after a year.',
    'Photos no review came for: after a day.',
    'Sent emails: after 30 days.',
    'What was looked at, for suggestions: as tags only, and only with consent.',
  ],
} as const;

declare module '../../shape.ts' {
  interface EnglishMessages {
    data: typeof data;
    privacy: typeof privacy;
  }
}
