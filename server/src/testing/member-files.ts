import { expect } from 'vitest';
import type { BalanceImport, BalancePreview } from '@okaeri/shared/balance-imports';
import type { World } from './world.ts';

/** Files of members, sent as a merchant sends them. */
export interface MemberFiles {
  readonly send: (path: string, text: string | Uint8Array, options?: object) => Promise<Response>;
  readonly preview: (text: string, options?: object) => Promise<BalancePreview>;
  /** An import that must work. */
  readonly bring: (text: string, options?: object) => Promise<BalanceImport>;
  readonly undo: (importId: string) => Promise<BalanceImport>;
}

export const memberFilesOf = (world: World): MemberFiles => {
  const send: MemberFiles['send'] = async (path, text, options = {}) => {
    const form = new FormData();
    const bytes = typeof text === 'string' ? text : Buffer.from(text);
    form.append('file', new File([bytes], 'members.csv'));
    form.append('options', JSON.stringify(options));
    return world.request(`/v1/balances/imports${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${world.keys.secretKey}` },
      body: form,
    });
  };
  return {
    send,
    preview: async (text, options) =>
      (await send('/preview', text, options)).json() as Promise<BalancePreview>,
    bring: async (text, options) => {
      const answer = await send('', text, options);
      expect(answer.status).toBe(201);
      return (await answer.json()) as BalanceImport;
    },
    undo: async (importId) => {
      const answer = await world.merchant('DELETE', `/v1/balances/imports/${importId}`);
      expect(answer.status).toBe(200);
      return (await answer.json()) as BalanceImport;
    },
  };
};

/** What is told of the lines of a file. */
export const faultsOf = ({ faults }: { readonly faults: BalanceImport['faults'] }): string[] =>
  faults.map(({ line, code }) => `${line} ${code}`);
