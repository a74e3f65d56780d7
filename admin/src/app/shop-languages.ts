import { effect, signal } from '@preact/signals';
import { LANGUAGES } from '../i18n/messages.ts';
import { request, ApiError } from '../lib/request.ts';
import { languageName } from '../lib/widget-languages.ts';
import { api, shopId } from './session.ts';

const chosen = signal<readonly string[]>([]);

/** Keeps what was just saved. */
export const setShopLanguages = (tags: readonly string[]): void => {
  chosen.value = tags;
};

effect(() => {
  chosen.value = [];
  if (shopId.value !== null) void load();
});

/** The languages in which names and texts are asked for: the shop's, else those of the console. */
export const shopLanguages = (): Readonly<Record<string, string>> =>
  chosen.value.length === 0
    ? LANGUAGES
    : Object.fromEntries(chosen.value.map((tag) => [tag, languageName(tag)]));

async function load(): Promise<void> {
  try {
    chosen.value = (await request(api().reviews.settings.$get())).languages;
  } catch (error) {
    // Without them names are asked for in the languages of the console.
    if (!(error instanceof ApiError)) throw error;
  }
}
