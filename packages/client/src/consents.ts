import type { OwnConsent, OwnConsentInput } from '@okaeri/shared/consents';
import type { Transport } from './transport.ts';

/** What a shopper wants to hear about. Every call may throw `OkaeriError`. */
export interface ConsentsClient {
  /** How they stand to everything they can choose about. */
  /** In a language, where the page speaks another than the shopper's. */
  list(locale: string): Promise<readonly OwnConsent[]>;
  /** Agrees, or does not any more; it counts at once. */
  choose(chosen: OwnConsentInput): Promise<OwnConsent>;
}

/** Makes the part of a client that is about consents. */
export const createConsentsClient = (request: Transport): ConsentsClient => ({
  async list(locale) {
    const path = `/me/consents?locale=${locale}`;
    return (await request<{ items: readonly OwnConsent[] }>(path, { personal: true })).items;
  },
  choose: (chosen) => request('/me/consents', { method: 'PUT', body: chosen, personal: true }),
});
