import type { OrderRequest } from '@okaeri/shared/orders';
import type { OkaeriApi } from '../../packages/client/src/widget-api.ts';
import '../../packages/client/src/window.ts';

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
}
