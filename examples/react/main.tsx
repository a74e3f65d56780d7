/** @jsxImportSource react */
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';

const { shop = '' } = document.body.dataset;
const place = document.querySelector('#app');
if (place) createRoot(place).render(<App publicKey={shop} />);
