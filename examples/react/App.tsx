/** @jsxImportSource react */
import { useState, type ReactNode } from 'react';
import { OkaeriError } from '@okaeri/client/problem';
import { useOkaeri } from './use-okaeri.ts';

/** A shop's own account page in React, over the client and nothing of the widget. */
export const App = ({ publicKey }: { publicKey: string }): ReactNode => {
  const { program, me, client, refresh } = useOkaeri({
    baseUrl: location.origin,
    publicKey,
    tokenUrl: '/demo/api/token',
  });
  const [message, setMessage] = useState('');
  const [taken, setTaken] = useState<string | null>(null);
  const take = async (rewardId: string): Promise<void> => {
    try {
      const { id, voucher } = await client.redeem(rewardId);
      setTaken(id);
      setMessage(`Your code: ${voucher?.code ?? 'on its way'}`);
    } catch (error) {
      setMessage(error instanceof OkaeriError ? error.message : 'That did not work.');
    }
    await refresh();
  };
  const giveBack = async (id: string): Promise<void> => {
    await client.release(id);
    setTaken(null);
    setMessage('Your points are back.');
    await refresh();
  };
  if (program === null) return <p role="status">…</p>;
  return (
    <main>
      <h1>Your account</h1>
      <p id="balance">{me ? `${me.balance.available} points` : 'Sign in to see your points.'}</p>
      <ul>
        {program.rewards
          .filter(({ cost }) => cost.fixed !== undefined)
          .map(({ id, name, cost }) => (
            <li key={id}>
              <button
                type="button"
                disabled={
                  me?.rewards.find((offer) => offer.id === id)?.eligibility.kind !== 'redeemable'
                }
                onClick={() => void take(id)}
              >
                {name['en']}: {cost.fixed} points
              </button>
            </li>
          ))}
      </ul>
      <p role="status">{message}</p>
      {taken !== null && (
        <button type="button" onClick={() => void giveBack(taken)}>
          Give it back
        </button>
      )}
    </main>
  );
};
