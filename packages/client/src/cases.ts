import type { HelpInput, OwnCase } from '@okaeri/shared/cases';
import type { Transport } from './transport.ts';

/** What a shopper told the shop, and what it answered. Every call may throw `OkaeriError`. */
export interface CasesClient {
  /** One's own, the newest first. */
  list(): Promise<readonly OwnCase[]>;
  /** Asks for help: the same key again counts once. */
  ask(help: HelpInput, key: string): Promise<OwnCase>;
  /** Writes in one of them; one that is over goes on in another. */
  write(caseId: string, text: string, key: string): Promise<OwnCase>;
  /** Says whether it was put right. */
  answer(caseId: string, solved: boolean): Promise<OwnCase>;
}

/** Makes the part of a client that is about cases. */
export const createCasesClient = (request: Transport): CasesClient => {
  const post = (path: string, body: unknown, key: string): Promise<OwnCase> =>
    request(path, {
      method: 'POST',
      body,
      personal: true,
      headers: { 'Idempotency-Key': key },
    });
  return {
    list: async () =>
      (await request<{ items: readonly OwnCase[] }>('/me/cases', { personal: true })).items,
    ask: (help, key) => post('/me/cases', help, key),
    write: (caseId, text, key) => post(`/me/cases/${caseId}/messages`, { text }, key),
    answer: (caseId, solved) =>
      request(`/me/cases/${caseId}/outcome`, { method: 'PUT', body: { solved }, personal: true }),
  };
};
