import { ownBytes } from '../lib/in-worker.ts';

/** The parts of a form that are looked at, or that it is none. */
export type FormParts =
  | {
      readonly kind: 'parts';
      readonly file: Uint8Array<ArrayBuffer> | null;
      readonly options: string | null;
    }
  | { readonly kind: 'optionsAreFile' }
  | { readonly kind: 'notAForm' };

/** Takes a form (multipart/form-data) apart. It takes as long as the form is large: beyond a few pages, for a worker. */
export const formParts = async (
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
): Promise<FormParts> => {
  const headers = { 'content-type': contentType };
  const form = await new Response(bytes, { headers }).formData().catch(() => null);
  if (form === null) return { kind: 'notAForm' };
  const [file, options] = [form.get('file'), form.get('options')];
  if (options instanceof File) return { kind: 'optionsAreFile' };
  return {
    kind: 'parts',
    file: file instanceof File ? ownBytes(await file.bytes()) : null,
    options,
  };
};
