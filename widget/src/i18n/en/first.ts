/** The words of every page view: the launcher and the inline elements. */
export const messages = {
  open: 'Open {name}',
  earn: 'Earn {points}',
  join: 'Rewards',
} as const;
