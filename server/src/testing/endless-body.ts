import { connect, type Socket } from 'node:net';

/** How an endless body was answered. */
export interface EndlessAnswer {
  /** The status, or 0 where none came. */
  readonly status: number;
  readonly code: string | undefined;
  /** Bytes that were handed to the connection before it ended. */
  readonly sentBytes: number;
}

const PIECE = Buffer.alloc(65_536, ' ');
const GIVE_UP_MS = 20_000;

/** Sends a body in chunks, without saying how long it is, until the other side ends the connection. */
export const sendEndlessBody = (
  url: string,
  of: { method: string; headers?: Readonly<Record<string, string>>; bytesMax: number },
): Promise<EndlessAnswer> =>
  new Promise((resolve) => {
    const { hostname, port, pathname } = new URL(url);
    const socket = connect(Number(port), hostname);
    let answer = '';
    let sentBytes = 0;
    const timer = setTimeout(() => socket.destroy(), GIVE_UP_MS);
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      answer += text;
      // A client that has the answer has no reason to go on.
      if (isWhole(answer)) socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
      resolve({ status, code: /"code":"(\w+)"/.exec(answer)?.[1], sentBytes });
    });
    const headers = { Host: hostname, 'Transfer-Encoding': 'chunked', ...of.headers };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    socket.write(`${of.method} ${pathname} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    sendPieces(socket, of.bytesMax, (bytes) => {
      sentBytes += bytes;
    });
  });

function isWhole(answer: string): boolean {
  const [head = '', body] = answer.split('\r\n\r\n');
  const length = /^content-length: (\d+)/im.exec(head)?.[1];
  return body !== undefined && length !== undefined && body.length >= Number(length);
}

function sendPieces(socket: Socket, bytesMax: number, note: (bytes: number) => void): void {
  let left = bytesMax;
  const send = (): void => {
    while (left > 0 && socket.writable) {
      left -= PIECE.byteLength;
      note(PIECE.byteLength);
      const chunk = [`${PIECE.byteLength.toString(16)}\r\n`, PIECE, '\r\n'];
      let hasRoom = true;
      for (const part of chunk) hasRoom = socket.write(part);
      if (!hasRoom) {
        socket.once('drain', send);
        return;
      }
    }
    if (socket.writable) socket.end('0\r\n\r\n');
  };
  send();
}
