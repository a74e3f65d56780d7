import { computed, signal } from '@preact/signals';
import type { Appearance } from '@okaeri/shared/appearance';
import { api } from '../app/session.ts';
import { appearanceWords } from '../document/changes/document-words.ts';
import { createDocumentEditor } from '../document/document-editor.ts';
import { ApiError, request, requestWithEtag } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';
import type { SaidTexts } from './text-rules.ts';

/** The appearance as it is edited, and how it is looked at meanwhile. */
export const createAppearanceModel = (language: string) => {
  const editor = createDocumentEditor<Appearance>({
    name: 'appearance',
    words: appearanceWords,
    read: () => requestWithEtag(api().appearance.$get()),
    write: (json, etag) =>
      requestWithEtag(api().appearance.$put({ json }, { headers: { 'If-Match': etag } })),
  });
  const view = {
    language: signal(language),
    device: signal<'phone' | 'desktop'>('phone'),
    scheme: signal<'light' | 'dark'>('light'),
    /** Whose widget is shown; empty for a guest's. */
    shopperId: signal(''),
  };
  const texts = createResource(() => readTexts(view.language.peek()));
  const token = createResource(async () => {
    const shopperId = view.shopperId.peek();
    if (shopperId === '') return null;
    return (await request(api().shoppers[':shopperId'].view.$get({ param: { shopperId } }))).token;
  });
  const shop = createResource(() => request(api().shop.$get()));
  const members = createResource(async () => {
    const { items } = await request(api().shoppers.$get({ query: { limit: '20' } }));
    return items.filter(({ id }) => id !== null);
  });
  return {
    editor,
    view,
    texts,
    token,
    shop,
    members,
    own: computed(() => editor.document.value?.texts[view.language.value] ?? {}),
    speak: (next: string): void => {
      view.language.value = next;
      void texts.load();
    },
    lookAs: (shopperId: string): void => {
      view.shopperId.value = shopperId;
      void token.load();
    },
    load: async (): Promise<void> => {
      await Promise.all([editor.load(), texts.load(), shop.load(), members.load()]);
      // Somebody who has something shows more of the widget than a guest.
      view.shopperId.value = members.value.peek()?.[0]?.id ?? '';
      await token.load();
    },
  };
};

export type AppearanceModel = ReturnType<typeof createAppearanceModel>;

/** What the widget says by itself in a language. */
async function readTexts(language: string): Promise<SaidTexts> {
  const address = `/widget/v1/texts-${language.toLowerCase()}.json`;
  const answer = await fetch(address).catch((error: unknown) => {
    throw new ApiError('offline', String(error));
  });
  if (!answer.ok) throw new ApiError('internal', `${address}: ${answer.status}`);
  // Written by the build from the widget's own words.
  return (await answer.json()) as SaidTexts;
}
