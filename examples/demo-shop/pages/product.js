import {
  ask,
  earnElement,
  element,
  language,
  ofProduct,
  readCart,
  texts,
  writeCart,
  yen,
} from './shop.js';

const { body: products } = await ask('/catalogue');
const id = new URLSearchParams(location.search).get('id');
const product = products.find((candidate) => candidate.id === id) ?? products[0];
document.title = `${product.name[language]} · Komorebi Coffee`;

const add = element('button', { type: 'button' }, texts.add);
add.addEventListener('click', () => {
  const cart = readCart();
  writeCart({ ...cart, [product.id]: (cart[product.id] ?? 0) + 1 });
  add.textContent = texts.added;
});
document
  .querySelector('#reviews')
  .append(
    element('h2', {}, texts.reviews),
    ofProduct('okaeri-reviews', product),
    ofProduct('okaeri-questions', product),
  );
document.querySelector('#product').append(
  element('img', {
    src: `/demo/assets/images/${product.id}.svg`,
    alt: '',
    width: 400,
    height: 400,
  }),
  element(
    'div',
    {},
    element('h1', {}, product.name[language]),
    ofProduct('okaeri-stars', product),
    element('p', { className: 'lead' }, product.text[language]),
    element('p', { className: 'price' }, yen(product.priceMinor)),
    earnElement(product),
    add,
  ),
);
