import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Me } from '@okaeri/shared/storefront';
import { Button } from '../ui/Button.tsx';
import { CloseIcon } from '../ui/icons.tsx';
import type { AppModel } from './model.ts';

const Facts = ({ model, balance }: { model: AppModel; balance: Me['balance'] }): JSX.Element => {
  const { messages, words } = model;
  const { nextExpiry } = balance;
  return (
    <ul class="facts">
      {balance.pending > 0 && <li>{messages.pending(words.points(balance.pending))}</li>}
      {balance.held > 0 && <li>{messages.held(words.points(balance.held))}</li>}
      {balance.debt > 0 && <li>{messages.debt(words.points(balance.debt))}</li>}
      {nextExpiry && (
        <li>{messages.nextExpiry(words.points(nextExpiry.points), words.day(nextExpiry.at))}</li>
      )}
    </ul>
  );
};

const Balance = ({ model, me }: { model: AppModel; me: Me }): JSX.Element => {
  const { messages, words } = model;
  const { balance } = me;
  const whole = words.points(balance.available);
  const number = words.count(balance.available);
  return (
    <>
      <p class="balance" part="balance">
        <strong>{number}</strong> <span>{whole.slice(number.length).trim()}</span>
        {balance.worthMinor > 0 && (
          <em>{messages.worth(words.money(balance.worthMinor, balance.currency))}</em>
        )}
      </p>
      <Facts model={model} balance={balance} />
    </>
  );
};

const Join = ({ model }: { model: AppModel }): JSX.Element => {
  const { messages, session, state, words } = model;
  const busy = useSignal(false);
  const failed = useSignal(false);
  const bonus = state.value.program?.earning.find((rule) => rule.on === 'signup');
  const join = async (): Promise<void> => {
    busy.value = true;
    failed.value = false;
    try {
      session.setMe(await session.client.enroll());
    } catch {
      failed.value = true;
    }
    busy.value = false;
  };
  return (
    <div class="join">
      <p>
        <strong>{messages.joinTitle}</strong>{' '}
        {bonus?.on === 'signup' && messages.joinText(words.points(bonus.points.fixed))}
      </p>
      {failed.value && <p class="alert">{messages.failed}</p>}
      <Button onClick={() => void join()} busy={busy.value}>
        {messages.join}
      </Button>
    </div>
  );
};

/** Something could not be had: what is shown may be old, or the balance is not there at all. */
const Trouble = ({ model }: { model: AppModel }): JSX.Element => {
  const { messages, session, state } = model;
  const missing = state.value.signedIn && state.value.me === null;
  return (
    <div class="trouble" role="alert">
      <p class="alert">{missing ? messages.noBalance : messages.stale}</p>
      {missing && (
        <Button quiet onClick={() => void session.refresh()}>
          {messages.retry}
        </Button>
      )}
    </div>
  );
};

/** The top of the panel: whose it is, and what they have. */
export const Header = ({ model }: { model: AppModel }): JSX.Element => {
  const { messages, state, words } = model;
  const { program, me, signedIn, failed } = state.value;
  const name = program ? words.localize(program.name) : '';
  const guest = !signedIn;
  return (
    <header>
      <div class="bar">
        <h2 id="title">{guest ? messages.guestTitle(name) : name}</h2>
        <form method="dialog">
          <button class="close" aria-label={messages.close}>
            <CloseIcon />
          </button>
        </form>
      </div>
      {me?.shopper.name && <p class="greeting">{messages.greeting(me.shopper.name)}</p>}
      {me && <Balance model={model} me={me} />}
      {me?.shopper.status === 'guest' && <Join model={model} />}
      {guest && program && <p class="greeting">{messages.guestText}</p>}
      {failed && program && <Trouble model={model} />}
    </header>
  );
};
