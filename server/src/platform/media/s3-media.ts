import { AwsClient } from 'aws4fetch';
import { isMediaName, mediaUnavailable, requireMediaName, type MediaStore } from './media-store.ts';

/** A bucket of Amazon S3, or of anything that speaks as it does. */
export interface S3Options {
  /** Such as `https://s3.eu-central-1.amazonaws.com`; the bucket stands in the path. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const TIMEOUT_MS = 20_000;
/** Tries after the first, with waits that grow, where the bucket is tired. */
const RETRIES = 3;

/**
 * Files in a bucket, for several servers that share no disk. Requests are signed (AWS
 * Signature Version 4); nothing in the bucket needs to be public, as the server hands the
 * files on with headers of its own.
 */
export const openS3Media = (options: S3Options): MediaStore => {
  const { endpoint, region, bucket, accessKeyId, secretAccessKey } = options;
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey,
    region,
    service: 's3',
    retries: RETRIES,
  });
  const send = (name: string, init: { method: string; body?: Uint8Array<ArrayBuffer> }) =>
    client
      .fetch(`${endpoint}/${bucket}/${name.slice(0, 2)}/${name}.webp`, {
        ...init,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
      .catch((error: unknown) => {
        throw mediaUnavailable(error);
      });
  return {
    async put(name, bytes) {
      const body = Uint8Array.from(bytes);
      const answer = await send(requireMediaName(name), { method: 'PUT', body });
      if (!answer.ok) throw failed('a file was put', answer);
      await answer.body?.cancel();
    },
    async get(name) {
      if (!isMediaName(name)) return undefined;
      const answer = await send(name, { method: 'GET' });
      if (answer.status === 404) {
        await answer.body?.cancel();
        return undefined;
      }
      if (!answer.ok || answer.body === null) throw failed('a file was read', answer);
      return { body: answer.body, bytes: Number(answer.headers.get('content-length') ?? 0) };
    },
    async remove(name) {
      const answer = await send(requireMediaName(name), { method: 'DELETE' });
      if (!answer.ok && answer.status !== 404) throw failed('a file was removed', answer);
      await answer.body?.cancel();
    },
  };
};

function failed(what: string, answer: Response): Error {
  const error = new Error(`The bucket answered ${answer.status} when ${what}.`);
  // Of the others, it is the settings that are wrong.
  return answer.status === 429 || answer.status >= 500 ? mediaUnavailable(error) : error;
}
