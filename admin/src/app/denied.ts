import type { Ability } from '@okaeri/shared/roles';
import { messages } from '../i18n/messages.ts';
import { may, shop } from './session.ts';

/** Why the person who is signed in may not do something here, for its button; false where they may. */
export const denied = (ability: Ability): string | false => {
  if (may(ability)) return false;
  const w = messages();
  return w.app.notAllowed(shop.value === null ? '' : w.roles[shop.value.role]);
};
