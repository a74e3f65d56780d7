import type { ContactSettings } from '@okaeri/shared/contacts';
import { api } from './session.ts';
import { contactWords } from '../document/changes/document-words.ts';
import type { DocumentSource } from '../document/document-editor.ts';
import { requestWithEtag } from '../lib/request.ts';

/** How, and how often, the shop speaks to one shopper. */
export const contactSource = (): DocumentSource<ContactSettings> => ({
  name: 'contactSettings',
  words: contactWords,
  read: () => requestWithEtag(api().contacts.settings.$get()),
  write: (json, etag) =>
    requestWithEtag(api().contacts.settings.$put({ json }, { headers: { 'If-Match': etag } })),
});
