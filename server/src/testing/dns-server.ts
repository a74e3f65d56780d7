import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** A name server of this machine, which knows TXT records alone. */
export interface DnsServer {
  /** `127.0.0.1:PORT`. */
  readonly address: string;
  /** What each name has; a name that is not there is unknown. */
  readonly texts: Map<string, readonly string[]>;
  /** Answers every question with a failure, as a server that cannot reach others. */
  fail(isFailing: boolean): void;
  stop(): void;
}

const HEADER = 12;
const TXT = 16;
const RCODE = { none: 0, failed: 2, unknown: 3 } as const;

/** Starts a real name server on the loopback interface. */
export const startDnsServer = async (): Promise<DnsServer> => {
  const texts = new Map<string, readonly string[]>();
  let isFailing = false;
  const socket = createSocket('udp4');
  socket.on('message', (query, from) => {
    socket.send(answerTo(query, isFailing ? null : texts), from.port, from.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: `127.0.0.1:${socket.address().port}`,
    texts,
    fail(now) {
      isFailing = now;
    },
    stop: () => socket.close(),
  };
};

function answerTo(query: Buffer, texts: ReadonlyMap<string, readonly string[]> | null): Buffer {
  const { name, end } = nameIn(query);
  const found = texts?.get(name);
  const code = texts === null ? RCODE.failed : found === undefined ? RCODE.unknown : RCODE.none;
  const header = Buffer.alloc(HEADER);
  query.copy(header, 0, 0, 2);
  // An answer of who keeps the name, to a question of one.
  header.writeUInt16BE(0x8400 | code, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(found?.length ?? 0, 6);
  return Buffer.concat([header, query.subarray(HEADER, end), ...(found ?? []).map(recordOf)]);
}

function nameIn(query: Buffer): { name: string; end: number } {
  const labels: string[] = [];
  let at = HEADER;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('ascii', at + 1, at + 1 + length));
    at += 1 + length;
  }
  // The end of the name, its type and its class.
  return { name: labels.join('.').toLowerCase(), end: at + 5 };
}

function recordOf(text: string): Buffer {
  const parts = text.match(/[^]{1,255}/g) ?? [''];
  const data = Buffer.concat(
    parts.map((part) => Buffer.concat([Buffer.from([Buffer.byteLength(part)]), Buffer.from(part)])),
  );
  const head = Buffer.alloc(HEADER);
  // The name is that of the question.
  head.writeUInt16BE(0xc0_0c, 0);
  head.writeUInt16BE(TXT, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(60, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}
