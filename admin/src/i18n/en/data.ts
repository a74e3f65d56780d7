export const data = {
  title: 'Data in and out',
  text: 'Everything here is yours, and leaves whole.',
  whole: 'The whole shop in one file',
  wholeText:
    'Members with every lot and receipt, orders, codes, reviews with their photos, the programme with its versions. Brought in elsewhere and taken out again, it is the same to the byte. Keys are not in it.',
  take: 'Take it out',
  restore: 'Whoever runs a server brings it in with: okaeri import shop FILE',
  parts: 'Parts of it',
  reviews: 'Reviews as CSV',
  bringReviews: 'Bring reviews from another tool',
  bringMembers: 'Bring members from another tool',
  person: 'What is kept of one person',
  program: 'The programme as text',
} as const;

export const languages = {
  title: 'Languages',
  text: 'In these you are asked for names and texts. What shoppers write in other letters is looked at first.',
  which: 'Languages of the shop',
  hint: 'None: English and Japanese are asked for, and any letters are taken.',
  where: 'Where your words stand',
  names: 'Names of points, rewards and tiers',
  texts: 'Texts of the widget',
} as const;

export const privacy = {
  title: 'Privacy',
  text: 'Who asks for their data, who wants to be forgotten, and how long anybody is kept.',
  requests: 'Somebody asks',
  requestsText:
    'Find them, and take their data out or erase them on their page. Members can do both themselves in the widget.',
  who: 'Name, e-mail or id',
  look: 'Find',
  nobody: 'Nobody was found',
  nobodyText: 'Nothing is kept under this name or address.',
  retention: 'How long people are kept',
  retentionText:
    'Whoever has not been heard of for so long is erased, as if they had asked for it. Empty: never by itself.',
  guests: 'Guests, after days',
  least: (days: number) => `${days} days at least.`,
  members: 'Members, after days',
  membersText: 'Those who have points are kept.',
  kept: 'What ends by itself',
  keptList: [
    'Reviews that were removed: after a year.',
    'Photos no review came for: after a day.',
    'E-mails that have left: after thirty days.',
    'What was looked at, for suggestions: as tags only, and only with consent.',
  ],
} as const;

declare module '../shape.ts' {
  interface EnglishMessages {
    data: typeof data;
    languages: typeof languages;
    privacy: typeof privacy;
  }
}
