import { shopId } from './session.ts';
import { runAction } from '../lib/run-action.ts';
import { refusalOf } from '../lib/request.ts';

/**
 * Fetches a file of the API and hands it to the browser to be saved. A plain link could not
 * say which shop it is about.
 */
export const saveFile = (
  path: string,
  name: string,
  onBytes?: (count: number) => void,
): Promise<unknown> =>
  runAction(async () => {
    const headers = { 'Okaeri-Shop': shopId.value ?? '' };
    const response = await fetch(`/v1${path}`, { headers });
    if (!response.ok) throw await refusalOf(response);
    save(await readWhole(response, onBytes), name);
  });

/** Hands a text to the browser to be saved. */
export const saveText = (text: string, name: string, type: string): void =>
  save(new Blob([text], { type: `${type};charset=utf-8` }), name);

function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Reads a file to its end, and says on the way how much of it has come. */
async function readWhole(
  response: Response,
  onBytes: ((count: number) => void) | undefined,
): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let count = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const next = await reader?.read();
    if (next === undefined || next.done) break;
    parts.push(next.value);
    count += next.value.byteLength;
    onBytes?.(count);
  }
  return new Blob(parts);
}
