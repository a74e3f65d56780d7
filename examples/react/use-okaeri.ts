import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { createClient, type Client } from '@okaeri/client/client';
import { createSession, type SessionState } from '@okaeri/client/session';

/** The whole adapter: a session is a store, and React has a hook for stores. */
export const useOkaeri = (options: {
  baseUrl: string;
  publicKey: string;
  tokenUrl: string;
}): SessionState & { readonly client: Client; readonly refresh: () => Promise<void> } => {
  const { baseUrl, publicKey, tokenUrl } = options;
  const session = useMemo(
    () => createSession({ baseUrl, publicKey, token: null, tokenUrl }),
    [baseUrl, publicKey, tokenUrl],
  );
  const client = useMemo(
    () => createClient(session.transport, { publicKey }),
    [session, publicKey],
  );
  const state = useSyncExternalStore(
    (changed) => session.subscribe(changed),
    () => session.state,
  );
  useEffect(() => void session.refresh(), [session]);
  return { ...state, client, refresh: () => session.refresh() };
};
