// A shop that never loads a second page: elements come and go, and so do shoppers.
const PAGES = {
  '#/': () => {
    const earn = document.createElement('okaeri-earn');
    earn.setAttribute('product-id', 'mug');
    earn.setAttribute('price', '2800');
    earn.setAttribute('currency', 'JPY');
    return [heading('Everyday mug'), earn];
  },
  '#/club': () => [heading('Our club'), document.createElement('okaeri-page')],
};

const heading = (text) => Object.assign(document.createElement('h1'), { textContent: text });

const show = () =>
  document.querySelector('main').replaceChildren(...(PAGES[location.hash] ?? PAGES['#/'])());

// Before the script is there, calls wait in an array; after that the same push calls them at once.
const okaeri = (...call) => (window.okaeri = window.okaeri || []).push(call);

const signIn = async () => {
  const { token } = await (await fetch('/demo/api/token')).json();
  okaeri('identify', token);
};

addEventListener('hashchange', show);
document.querySelector('#sign-out').addEventListener('click', () => okaeri('identify', null));
document.querySelector('#sign-in').addEventListener('click', () => void signIn());
show();
