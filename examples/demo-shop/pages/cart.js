import { ask, element, language, readCart, texts, writeCart, yen } from './shop.js';

const SHIPPING = 500;
const FREE_SHIPPING = 5000;
const { body: products } = await ask('/catalogue');
const form = document.querySelector('#checkout');

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
      draw();
    });
    const name = element('td', {}, `${product.name[language]} × ${cart[product.id]}`);
    const price = element('td', {}, `${yen(product.priceMinor * cart[product.id])} `, remove);
    return element('tr', {}, name, price);
  });
  document
    .querySelector('#lines')
    .replaceChildren(
      ...lines,
      row(texts.shipping, shipping === 0 ? texts.free : yen(shipping)),
      row(texts.total, yen(goods + shipping), 'total'),
    );
  const earn = document.createElement('okaeri-earn');
  earn.setAttribute('product-id', 'cart');
  earn.setAttribute('price', String(goods));
  earn.setAttribute('currency', 'JPY');
  document.querySelector('#earns').replaceChildren(earn);
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
document.addEventListener('account', () => void showAccount());
draw();
void showAccount();
