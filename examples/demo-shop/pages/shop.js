/** What every page of the demo shop shares: words, money, the cart, the account switch. */

export const language = document.documentElement.lang === 'ja' ? 'ja' : 'en';

const TEXTS = {
  en: {
    title: 'Coffee for slow mornings',
    lead: 'Roasted in small batches in Kyoto, sent within a day.',
    cart: 'Cart',
    yourCart: 'Your cart',
    emptyCart: 'Nothing in it yet.',
    reviews: 'What others say',
    add: 'Add to cart',
    added: 'In the cart',
    email: 'E-mail (your points wait there)',
    code: 'Discount code',
    pay: 'Pay',
    paying: 'Paying…',
    shipping: 'Shipping',
    free: 'free',
    discount: 'Discount',
    total: 'Total',
    remove: 'Remove',
    thanks: 'Thank you',
    onward: 'Keep looking',
    counter: 'Behind the counter',
    counterText: 'What the shop does next. Watch the points follow.',
    ship: 'Send the parcel',
    refundOne: 'Refund one piece',
    undoRefund: 'Undo the refund',
    cancel: 'Cancel the order',
    reopen: 'Reopen it',
    skip: 'Skip 15 days',
    voucherWrong: 'This code cannot be used.',
    unavailable: 'That did not work. Please try again.',
    ordered: (id) => `Order ${id} is on our bench.`,
    now: (points) =>
      `This order stands at ${points.posted} points: ${points.pending} pending, ${points.available} available.`,
    skipped: '15 days went by.',
    guest: 'Guest',
  },
  ja: {
    title: 'ゆっくりした朝のコーヒー',
    lead: '京都で少量ずつ焙煎し、一日以内に発送します。',
    cart: 'カート',
    yourCart: 'カート',
    emptyCart: 'まだ何も入っていません。',
    reviews: 'みなさまの声',
    add: 'カートに入れる',
    added: 'カートに入れました',
    email: 'メールアドレス（ポイントをお預かりします）',
    code: '割引コード',
    pay: '支払う',
    paying: 'お支払い中…',
    shipping: '送料',
    free: '無料',
    discount: '割引',
    total: '合計',
    remove: '削除',
    thanks: 'ありがとうございます',
    onward: 'お買い物を続ける',
    counter: 'お店の裏側',
    counterText: 'このあとお店がすること。ポイントの動きをご覧ください。',
    ship: '発送する',
    refundOne: '1点返品する',
    undoRefund: '返品を取り消す',
    cancel: '注文をキャンセル',
    reopen: 'キャンセルを取り消す',
    skip: '15日進める',
    voucherWrong: 'このコードはご利用いただけません。',
    unavailable: 'うまくいきませんでした。もう一度お試しください。',
    ordered: (id) => `ご注文 ${id} を承りました。`,
    now: (points) =>
      `この注文のポイント：${points.posted}（確定待ち ${points.pending}、確定済み ${points.available}）`,
    skipped: '15日が経ちました。',
    guest: 'ゲスト',
  },
};

export const texts = TEXTS[language];

export const yen = (amount) =>
  language === 'ja'
    ? `${amount.toLocaleString('ja')}円`
    : new Intl.NumberFormat(language, { style: 'currency', currency: 'JPY' }).format(amount);

/** An element with properties and children: the pages are built with text, never with markup. */
export const element = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};

export const ask = async (path, body, headers = {}) => {
  const answer = await fetch(
    `/demo/api${path}`,
    body === undefined
      ? {}
      : {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', ...headers },
          body: JSON.stringify(body),
        },
  );
  return { ok: answer.ok, body: await answer.json() };
};

const CART = 'demo-cart';
export const readCart = () => JSON.parse(localStorage.getItem(CART) ?? '{}');
export const writeCart = (cart) => {
  localStorage.setItem(CART, JSON.stringify(cart));
  showCartCount();
};

const CHECKOUT = 'demo-checkout';
/** The key of a checkout: the same while the same is bought, also after a reload or beside it in another tab. */
export const checkoutKey = (bought) => {
  const of = JSON.stringify(bought);
  const kept = JSON.parse(localStorage.getItem(CHECKOUT) ?? '{}');
  if (kept.of === of) return kept.key;
  const key = [...crypto.getRandomValues(new Uint32Array(4))].join('-');
  localStorage.setItem(CHECKOUT, JSON.stringify({ of, key }));
  return key;
};
/** What is bought next is another order, though it may be the same again. */
export const endCheckout = () => localStorage.removeItem(CHECKOUT);

const CODE = 'demo-code';
export const readCode = () => localStorage.getItem(CODE) ?? '';
export const writeCode = (code) => {
  localStorage.setItem(CODE, code);
  document.dispatchEvent(new Event('code'));
};

const showCartCount = () => {
  const count = Object.values(readCart()).reduce((sum, pieces) => sum + pieces, 0);
  const link = document.querySelector('[data-text="cart"]');
  link.textContent = count > 0 ? `${texts.cart} (${count})` : texts.cart;
};

/** An element that shows what a purchase would earn. The widget fills it. */
export const earnElement = (product) => {
  const earn = document.createElement('okaeri-earn');
  earn.setAttribute('product-id', product.id);
  earn.setAttribute('price', String(product.priceMinor));
  earn.setAttribute('currency', 'JPY');
  return element('span', { className: 'earn' }, earn);
};

/** An element of the widget that is about a product. */
export const ofProduct = (tag, product) => {
  const made = document.createElement(tag);
  made.setAttribute('product-id', product.id);
  return made;
};

/** The page stays; the widget is told who is here now, and asks anew. */
export const tellWidget = async () => {
  const { body } = await ask('/token');
  (window.okaeri = window.okaeri || []).push(['identify', body.token]);
};

// A reward goes straight into the cart, and leaves it when it is given back.
const on = (name, listener) => (window.okaeri = window.okaeri || []).push(['on', name, listener]);
on('apply', ({ code }) => writeCode(code));
on('release', ({ code }) => code === readCode() && writeCode(''));
// The demo has no form to sign in: its list of accounts is one, once the panel has closed.
on('signin', (signin) => {
  signin.preventDefault();
  setTimeout(() => document.querySelector('#account').focus());
});

const setUp = async () => {
  for (const target of document.querySelectorAll('[data-text]'))
    target.textContent = texts[target.dataset.text];
  showCartCount();
  const languages = document.querySelector('#language');
  languages.value = language;
  languages.addEventListener('change', () => {
    document.cookie = `demo_language=${languages.value}; path=/; max-age=31536000; samesite=lax`;
    location.reload();
  });
  const accounts = document.querySelector('#account');
  accounts.options[0].textContent = texts.guest;
  let chosen = false;
  const switchAccount = async () => {
    chosen = true;
    await ask('/account', { account: accounts.value || null });
    await tellWidget();
    document.dispatchEvent(new Event('account'));
  };
  accounts.addEventListener('change', () => void switchAccount());
  const { body } = await ask('/account');
  if (!chosen) accounts.value = body.account ?? '';
};

void setUp();
