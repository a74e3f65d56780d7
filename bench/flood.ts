import { Agent, request } from 'node:http';

/** Asks `url` on so many connections at once, each time from another origin, for so many seconds. */
const [url = '', connections = '500', seconds = '10'] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
const endsAt = performance.now() + Number(seconds) * 1000;
let asked = 0;

const ask = (origin: string): Promise<void> =>
  new Promise((resolve) => {
    const asking = request(url, { agent, headers: { origin } }, (answer) => {
      answer.resume().once('end', resolve);
    });
    asking.once('error', () => resolve()).end();
  });

const askOnAndOn = async (connection: number): Promise<void> => {
  while (performance.now() < endsAt) {
    asked += 1;
    await ask(`https://made-up-${connection}-${asked}.example`);
  }
};

await Promise.all(Array.from({ length: Number(connections) }, (_, n) => askOnAndOn(n)));
console.log(asked);
process.exit(0);
