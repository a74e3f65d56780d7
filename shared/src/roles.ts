/**
 * What somebody may do in a shop. `read`: see everything that is not secret. `moderate`: decide
 * about reviews and questions. `serve`: help shoppers. `sell`: what the shop's own backend does.
 * `run`: change the programme, the widget and how the shop asks. `own`: keys, people, the shop itself.
 */
export const ABILITIES = ['read', 'moderate', 'serve', 'sell', 'run', 'own'] as const;
export type Ability = (typeof ABILITIES)[number];

/** What each role may do. */
export const ROLES = {
  owner: ['read', 'moderate', 'serve', 'sell', 'run', 'own'],
  manager: ['read', 'moderate', 'serve', 'sell', 'run'],
  moderator: ['read', 'moderate'],
  readOnly: ['read'],
} as const satisfies Record<string, readonly Ability[]>;
export type Role = keyof typeof ROLES;

/** What an API key can be good for: everything but what is a person's to decide. */
export const KEY_ABILITIES = ['read', 'moderate', 'serve', 'sell', 'run'] as const;
