import { workerData } from 'node:worker_threads';
import { answerWith } from '../lib/worker-side.ts';
import { formParts } from './form-parts.ts';

// A form of twenty megabytes with a part in every line keeps a processor busy for seconds.
const form: { readonly bytes: Uint8Array<ArrayBuffer>; readonly contentType: string } = workerData;
const { bytes, contentType } = form;
const parts = await formParts(bytes, contentType);
answerWith(parts, 'file' in parts && parts.file ? [parts.file.buffer] : []);
