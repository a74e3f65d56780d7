import { ask, element, tellWidget, texts } from './shop.js';

const id = new URLSearchParams(location.search).get('order') ?? '';
document.querySelector('#summary').textContent = texts.ordered(id);
// What a guest bought is for the page to say: nobody can ask for the order of somebody who is not signed in.
const brought = document.querySelector('okaeri-order');
const { ok, body } = await ask(`/orders/${encodeURIComponent(id)}`);
if (ok)
  brought.cart = {
    currency: body.order.currency,
    lines: body.order.lines.map(({ productId, quantity, priceMinor, discountMinor }) => ({
      productId,
      quantity,
      priceMinor,
      discountMinor,
    })),
  };
for (const one of [brought, document.querySelector('okaeri-help')])
  one.setAttribute('order-id', id);
const outcome = document.querySelector('#outcome');

const button = (label, work) => {
  const made = element('button', { type: 'button', className: 'plain' }, label);
  const run = async () => {
    made.disabled = true;
    outcome.textContent = await work();
    made.disabled = false;
    await tellWidget();
  };
  made.addEventListener('click', () => void run());
  return made;
};

const act = (name) =>
  button(texts[name], async () => {
    const { ok, body } = await ask(`/orders/${encodeURIComponent(id)}/acts`, { act: name });
    return ok ? texts.now(body.points) : texts.unavailable;
  });

document.querySelector('#acts').append(
  ...['ship', 'refundOne', 'undoRefund', 'cancel', 'reopen'].map(act),
  button(texts.skip, async () => {
    const { ok } = await ask('/skip-days', { days: 15 });
    return ok ? texts.skipped : texts.unavailable;
  }),
);
