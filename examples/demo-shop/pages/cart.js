import {
  ask,
  checkoutKey,
  element,
  endCheckout,
  language,
  readCart,
  readCode,
  texts,
  writeCart,
  writeCode,
  yen,
} from './shop.js';

const SHIPPING = 500;
const FREE_SHIPPING = 5000;
const { body: products } = await ask('/catalogue');
const form = document.querySelector('#checkout');
const field = document.querySelector('#code');

/** What the code in the field pays of the cart, as the shop's backend was told. */
let discount = 0;

/** Each line with its share of the discount, so that nothing is promised that the order will not bring. */
const quotedLines = (chosen, cart, { goods, shipping }) => {
  // A code pays its part of the shipping too, which earns nothing.
  const ofGoods = Math.ceil((discount * goods) / (goods + shipping));
  let left = ofGoods;
  return chosen.map((product, index) => {
    const line = product.priceMinor * cart[product.id];
    const isLast = index === chosen.length - 1;
    const share = isLast ? left : Math.floor((ofGoods * line) / goods);
    left -= share;
    return {
      productId: product.id,
      quantity: cart[product.id],
      priceMinor: product.priceMinor,
      discountMinor: share,
      tags: product.tags,
    };
  });
};

const draw = () => {
  const cart = readCart();
  const chosen = products.filter(({ id }) => cart[id] > 0);
  form.hidden = chosen.length === 0;
  document.querySelector('#empty').hidden = chosen.length > 0;
  const goods = chosen.reduce((sum, { id, priceMinor }) => sum + priceMinor * cart[id], 0);
  const shipping = goods >= FREE_SHIPPING ? 0 : SHIPPING;
  const row = (name, amount, className = '') =>
    element('tr', { className }, element('td', {}, name), element('td', {}, amount));
  const lines = chosen.map((product) => {
    const remove = element('button', { type: 'button', className: 'plain' }, texts.remove);
    remove.addEventListener('click', () => {
      const { [product.id]: _gone, ...rest } = readCart();
      writeCart(rest);
      void applyCode();
    });
    const picture = element('img', {
      src: `/demo/assets/images/${product.id}.svg`,
      alt: '',
      width: 64,
      height: 64,
    });
    const words = element('span', {}, `${product.name[language]}\u00a0×\u00a0${cart[product.id]}`);
    const name = element('td', {}, element('span', { className: 'bought' }, picture, words));
    const price = element('td', {}, `${yen(product.priceMinor * cart[product.id])} `, remove);
    return element('tr', {}, name, price);
  });
  document.querySelector('#lines').replaceChildren(...lines);
  document
    .querySelector('#sums')
    .replaceChildren(
      row(texts.shipping, shipping === 0 ? texts.free : yen(shipping)),
      ...(discount > 0 ? [row(texts.discount, `−${yen(discount)}`)] : []),
      row(texts.total, yen(goods + shipping - discount), 'total'),
    );
  const earn = document.querySelector('okaeri-earn') ?? document.createElement('okaeri-earn');
  const quoted = quotedLines(chosen, cart, { goods, shipping });
  earn.cart = chosen.length === 0 ? null : { currency: 'JPY', lines: quoted };
  document.querySelector('#earns').replaceChildren(earn);
};

/** Says what is wrong below what it is of, or takes it back. */
const say = (id, text = '') => {
  const error = document.querySelector(`#${id}`);
  error.textContent = text;
  error.hidden = text === '';
};

const sayCode = (text) => {
  say('code-error', text);
  field.setAttribute('aria-invalid', String(text !== undefined));
};

let asked = 0;
const applyCode = async () => {
  const voucherCode = field.value.trim();
  asked += 1;
  const mine = asked;
  const { ok, body } =
    voucherCode === ''
      ? { ok: true, body: { amountMinor: 0 } }
      : await ask('/voucher', { cart: readCart(), voucherCode });
  // An answer about the code before is late.
  if (mine !== asked) return;
  discount = ok ? body.amountMinor : 0;
  sayCode(body.error === 'voucher' ? texts.voucherWrong : undefined);
  draw();
};

const showAccount = async () => {
  // Members are known; a guest may leave an address, where the points wait.
  document.querySelector('#email-row').hidden = (await ask('/account')).body.account !== null;
};

const placeOrder = async () => {
  const bought = {
    cart: readCart(),
    email: document.querySelector('#email').value || null,
    voucherCode: field.value.trim() || null,
  };
  const { ok, body } = await ask('/checkout', bought, { 'Idempotency-Key': checkoutKey(bought) });
  if (ok) {
    endCheckout();
    writeCart({});
    writeCode('');
    location.assign(`/demo/thanks?order=${encodeURIComponent(body.orderId)}`);
  } else if (body.error === 'voucher') sayCode(texts.voucherWrong);
  else say('error', texts.unavailable);
  return ok;
};

const pay = async () => {
  const button = document.querySelector('#pay');
  if (button.disabled) return;
  const setBusy = (isBusy) => {
    button.disabled = isBusy;
    button.textContent = isBusy ? texts.paying : texts.pay;
  };
  setBusy(true);
  say('error');
  // Who has paid stays busy until the next page is there.
  const isPlaced = await placeOrder().catch(() => say('error', texts.unavailable));
  if (isPlaced !== true) setBusy(false);
};

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void pay();
});
field.addEventListener('change', () => writeCode(field.value.trim()));
const takeCode = () => {
  field.value = readCode();
  return applyCode();
};
// Who comes back from the next page finds the cart as it is now.
window.addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
document.addEventListener('code', () => void takeCode());
document.addEventListener('account', () => void showAccount());
draw();
void takeCode();
void showAccount();
