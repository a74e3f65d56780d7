import type { JSX } from 'preact';
import type { Me } from '@okaeri/shared/storefront';
import { Button } from '../ui/Button.tsx';
import { CloseIcon } from '../ui/icons.tsx';
import type { AppModel } from './model.ts';

const Facts = ({ model, balance }: { model: AppModel; balance: Me['balance'] }): JSX.Element => {
  const { say, points, end } = model.words;
  const { pending, held, debt, nextExpiry } = balance;
  return (
    <ul class="facts">
      {pending > 0 && <li>{say('pending', { points: points(pending) })}</li>}
      {held > 0 && <li>{say('held', { points: points(held) })}</li>}
      {debt > 0 && <li>{say('debt', { points: points(debt) })}</li>}
      {nextExpiry && (
        <li>{say('nextExpiry', { points: points(nextExpiry.points), day: end(nextExpiry.at) })}</li>
      )}
    </ul>
  );
};

/** A smile when something came: said once, seen for a moment. */
const CelebrationLine = ({ model }: { model: AppModel }): JSX.Element => {
  const text = model.celebration.value;
  return (
    <p class={text ? 'celebration shown' : 'celebration'} role="status">
      {text}
    </p>
  );
};

const Balance = ({ model, me }: { model: AppModel; me: Me }): JSX.Element => {
  const { say, points, count, money } = model.words;
  const { balance } = me;
  const whole = points(balance.available);
  const number = count(balance.available);
  return (
    <>
      <p class="balance" part="balance">
        <strong>{number}</strong> <span>{whole.replace(number, '').trim()}</span>
        {balance.worthMinor > 0 && (
          <em>{say('worth', { money: money(balance.worthMinor, balance.currency) })}</em>
        )}
      </p>
      <Facts model={model} balance={balance} />
    </>
  );
};

/** Something could not be had: what is shown may be old, or the balance is not there at all. */
const Trouble = ({ model }: { model: AppModel }): JSX.Element => {
  const { session, state } = model;
  const { say } = model.words;
  const { signedIn, me, failed } = state.value;
  // Refused without a member: nobody knows whether there is one.
  const missing = me === null && (signedIn || failed === 'refused');
  const text = failed === 'busy' ? 'busyServer' : missing ? 'noBalance' : 'stale';
  return (
    <div class="trouble" role="alert">
      <p>{say(text)}</p>
      {missing && (
        <Button quiet onClick={() => void session.refresh()}>
          {say('retry')}
        </Button>
      )}
    </div>
  );
};

/** The top of the panel: whose it is, and what they have. Away from the home it makes room. */
export const Header = ({
  model,
  slim,
  closable,
}: {
  model: AppModel;
  slim: boolean;
  closable: boolean;
}): JSX.Element => {
  const { state } = model;
  const { say, localize, points } = model.words;
  const { program, me, signedIn, failed } = state.value;
  const name = program ? localize(program.name) : '';
  const guest = !signedIn;
  return (
    <header>
      <div class="bar">
        <h2 id="title">{guest ? say('guestTitle', { programme: name }) : name}</h2>
        {slim && me && <p class="mini">{points(me.balance.available)}</p>}
        {closable && (
          <form method="dialog">
            <button class="close" aria-label={say('close')}>
              <CloseIcon />
            </button>
          </form>
        )}
      </div>
      {!slim && me?.shopper.name && (
        <p class="quiet-text">{say('greeting', { name: me.shopper.name })}</p>
      )}
      {!slim && me && <Balance model={model} me={me} />}
      {closable && <CelebrationLine model={model} />}
      {failed !== null && program && <Trouble model={model} />}
    </header>
  );
};
