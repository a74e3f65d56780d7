export const settings = {
  groups: {
    shop: 'Shop',
    connections: 'Connections',
    messages: 'Messages',
    data: 'Data and privacy',
    log: 'Activity log',
    you: 'You',
  },
} as const;

declare module '../shape.ts' {
  interface EnglishMessages {
    settings: typeof settings;
  }
}
