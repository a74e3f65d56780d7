import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sendTogether } from './send-together.ts';

let url = '';
const server = createServer((incoming, outgoing) => {
  sendTogether(outgoing, (answer: ServerResponse) => {
    if (incoming.url === '/broken') throw new Error('This answer cannot be sent.');
    answer.end(incoming.url);
  });
});
beforeAll(async () => {
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise<void>((done) => void server.close(() => done())));

it('answers each of many requests that come at once with its own answer', async () => {
  const paths = Array.from({ length: 50 }, (_, index) => `/${index}`);
  const answers = await Promise.all(paths.map(async (path) => (await fetch(url + path)).text()));
  expect(answers).toEqual(paths);
});

it('sends the others when one cannot be sent, and ends its connection', async () => {
  const [broken, whole] = await Promise.allSettled([fetch(`${url}/broken`), fetch(`${url}/whole`)]);
  expect(broken.status).toBe('rejected');
  expect(whole.status).toBe('fulfilled');
});

it('sends nothing before the turn in which it was asked for has ended', async () => {
  const order: string[] = [];
  const outgoing = {} as ServerResponse;
  sendTogether(outgoing, () => order.push('sent'));
  await Promise.resolve();
  order.push('turn');
  await new Promise((done) => setImmediate(done));
  expect(order).toEqual(['turn', 'sent']);
});
