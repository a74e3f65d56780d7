import type { ContactAnswer, ContactInput } from '@okaeri/shared/contacts';
import type { Transport } from './transport.ts';

/** Speaking to a shopper who has not come for it. Every call may throw `OkaeriError`. */
export interface ContactsClient {
  /** Whether the page may say this now. Asking takes it from the shopper's contact budget. */
  ask(contact: ContactInput): Promise<ContactAnswer>;
  /** The shopper does not want to see it again. */
  dismiss(contact: ContactInput): Promise<ContactAnswer>;
}

/** Makes the part of a client that is about contacts. */
export const createContactsClient = (request: Transport): ContactsClient => {
  const send = (path: string, body: ContactInput): Promise<ContactAnswer> =>
    request(path, { method: 'POST', body, personal: true });
  return {
    ask: (contact) => send('/me/contacts', contact),
    dismiss: (contact) => send('/me/contacts/dismiss', contact),
  };
};
