import {
  ask,
  element,
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

const applyCode = async () => {
  const voucherCode = document.querySelector('#code').value.trim();
  discount = 0;
  if (voucherCode !== '') {
    const { ok, body } = await ask('/voucher', { cart: readCart(), voucherCode });
    // A code that is not known is said at the checkout.
    if (ok) discount = body.amountMinor;
  }
  draw();
};

const showAccount = async () => {
  // Members are known; a guest may leave an address, where the points wait.
  document.querySelector('#email-row').hidden = (await ask('/account')).body.account !== null;
};

const pay = async () => {
  const error = document.querySelector('#error');
  error.hidden = true;
  const { ok, body } = await ask('/checkout', {
    cart: readCart(),
    email: document.querySelector('#email').value || null,
    voucherCode: document.querySelector('#code').value.trim() || null,
  });
  if (ok) {
    writeCart({});
    writeCode('');
    location.assign(`/demo/thanks?order=${encodeURIComponent(body.orderId)}`);
    return;
  }
  error.textContent = body.error === 'voucher' ? texts.voucherWrong : texts.unavailable;
  error.hidden = false;
};

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void pay();
});
const field = document.querySelector('#code');
field.addEventListener('change', () => writeCode(field.value.trim()));
const takeCode = () => {
  field.value = readCode();
  return applyCode();
};
document.addEventListener('code', () => void takeCode());
document.addEventListener('account', () => void showAccount());
draw();
void takeCode();
void showAccount();
