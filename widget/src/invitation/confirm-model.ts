import { signal, type ReadonlySignal } from '../ui/signals.ts';
import { OkaeriError } from '@okaeri/client/problem';
import type { Transport } from '@okaeri/client/transport';
import type { CodeSent, Confirmation } from '@okaeri/shared/reviews';

type ConfirmStatus = 'idle' | 'busy' | 'codeWrong' | 'codeOver' | 'codeTooMany' | 'failed';

/** Showing that one reads the mail of whom the link was sent to. */
export interface ConfirmModel {
  /** Where the code went; null while none is asked for. */
  readonly sentTo: ReadonlySignal<string | null>;
  readonly status: ReadonlySignal<ConfirmStatus>;
  /** Asks for a code; ends when it was typed, and fails when it is given up. */
  confirm(): Promise<void>;
  submit(code: string): Promise<void>;
  again(): Promise<void>;
  giveUp(): void;
}

const STATUS_OF: Readonly<Partial<Record<OkaeriError['code'], ConfirmStatus>>> = {
  wrongCode: 'codeWrong',
  notConfirmable: 'codeOver',
  tooManyRequests: 'codeTooMany',
};

/** Makes the model; `use` is given the token that the code has made good for writing. */
export const createConfirmModel = (
  request: Transport,
  use: (token: string) => void,
  about: 'reviews' | 'surveys' = 'reviews',
): ConfirmModel => {
  const path = `/me/${about}/confirmation`;
  const sentTo = signal<string | null>(null);
  const status = signal<ConfirmStatus>('idle');
  let waiting: { resolve: () => void; reject: (error: unknown) => void } | undefined;

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    if (status.value === 'busy') return;
    status.value = 'busy';
    try {
      await work();
      status.value = 'idle';
    } catch (error) {
      const known = error instanceof OkaeriError ? STATUS_OF[error.code] : undefined;
      status.value = known ?? 'failed';
    }
  };
  const send = (): Promise<void> =>
    attempt(async () => {
      const { to } = await request<CodeSent>(path, { method: 'POST', personal: true });
      sentTo.value = to;
    });
  const end = (): typeof waiting => {
    const ended = waiting;
    waiting = undefined;
    sentTo.value = null;
    status.value = 'idle';
    return ended;
  };

  return {
    sentTo,
    status,
    confirm: () =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        // Shown at once: what went wrong with the sending is said there, with the way to try again.
        sentTo.value = '';
        void send();
      }),
    submit: (code) =>
      attempt(async () => {
        const call = { method: 'PUT', body: { code }, personal: true } as const;
        const { token } = await request<Confirmation>(path, call);
        use(token);
        end()?.resolve();
      }),
    again: send,
    giveUp() {
      end()?.reject(new OkaeriError('confirmationNeeded'));
    },
  };
};

/** A transport that asks for the code where it is needed, and then goes on with what it was asked. */
export const confirming =
  (request: Transport, model: () => ConfirmModel): Transport =>
  async (path, call) => {
    try {
      return await request(path, call);
    } catch (error) {
      if (!(error instanceof OkaeriError) || error.code !== 'confirmationNeeded') throw error;
      await model().confirm();
      return request(path, call);
    }
  };
