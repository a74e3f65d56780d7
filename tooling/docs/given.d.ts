import type { OrderRequest } from '@okaeri/shared/orders';
import type { OkaeriApi, QueuedCall } from '../../widget/src/loader/types.ts';

/** What snippets of the docs take as given: names their readers have in their own code. */
declare global {
  const secretKey: string;
  const identitySecret: string;
  const publicKey: string;
  const secret: string;
  const token: string;
  const rawBody: string;
  const order: OrderRequest;
  const user: { readonly id: string };
  const request: { readonly headers: Readonly<Record<string, string>> };
  const okaeri: OkaeriApi;
  interface Window {
    /** An array to push calls into until the script is there, which takes them by the same name. */
    okaeri: { push(call: QueuedCall): void };
  }
}
