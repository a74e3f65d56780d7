// The client without the widget: a state to listen to, and acts. Nothing here is drawn for you.
import { createClient, createSession, OkaeriError } from '/widget/v1/okaeri-client.js';

const publicKey = document.body.dataset.shop;
const session = createSession({
  baseUrl: location.origin,
  publicKey,
  token: null,
  tokenUrl: '/demo/api/token',
});
const client = createClient(session.transport, { publicKey });
const say = (id, text) => (document.getElementById(id).textContent = text);

const undo = document.getElementById('undo');
let taken = null;

const take = async (reward) => {
  try {
    // The key of this attempt is kept before it is sent: asking again never costs points twice.
    taken = await client.redeem(reward.id);
    say('code', `Your code: ${taken.voucher.code}`);
  } catch (error) {
    say('code', error instanceof OkaeriError ? error.message : 'That did not work.');
  }
  undo.hidden = taken === null;
  await session.refresh();
};

const giveBack = async () => {
  await client.release(taken.id);
  taken = null;
  undo.hidden = true;
  say('code', 'Your points are back.');
  await session.refresh();
};
undo.addEventListener('click', () => void giveBack());

session.subscribe(({ program, me }) => {
  say('balance', me ? `${me.balance.available} points` : 'Sign in to see your points.');
  document.getElementById('rewards').replaceChildren(
    ...(program?.rewards ?? [])
      .filter(({ cost }) => cost.fixed !== undefined)
      .map((reward) => {
        const item = document.createElement('li');
        const button = document.createElement('button');
        const offer = me?.rewards.find(({ id }) => id === reward.id);
        button.textContent = `${reward.name.en}: ${reward.cost.fixed} points`;
        button.disabled = offer?.eligibility.kind !== 'redeemable';
        button.addEventListener('click', () => void take(reward));
        item.append(button);
        return item;
      }),
  );
});
await session.refresh();
