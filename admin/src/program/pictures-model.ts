import { computed, signal } from '@preact/signals';
import { LIMITS } from '@okaeri/shared/limits';
import type { Picture } from '@okaeri/shared/pictures';
import { api, shopId } from '../app/session.ts';
import { faultText } from '../i18n/fault-text.ts';
import { messages } from '../i18n/messages.ts';
import { createPagedList } from '../lib/paged-list.ts';
import { ApiError, refusalOf, request } from '../lib/request.ts';
import { runAction, tryAction } from '../lib/run-action.ts';

/** What a picture is uploaded as; a telephone that has another kind makes one of these of it. */
export const PICTURE_TYPES = 'image/jpeg,image/png,image/webp';

/** The shop's pictures, and what is under way with them. */
export const createPictures = () => {
  const list = createPagedList<Picture>((cursor) =>
    request(api().pictures.$get({ query: cursor })),
  );
  const isUploading = signal(false);
  /** Why the last one was not taken. */
  const fault = signal<string | null>(null);

  const upload = async (file: File): Promise<Picture | undefined> => {
    fault.value = whyNot(file);
    if (fault.value !== null) return undefined;
    isUploading.value = true;
    const outcome = await tryAction(() => send(file));
    isUploading.value = false;
    if ('fault' in outcome) {
      fault.value = faultText(outcome.fault);
      return undefined;
    }
    list.change((items) => [outcome.done, ...items]);
    return outcome.done;
  };
  const remove = async (id: string): Promise<void> => {
    const gone = () => request(api().pictures[':pictureId'].$delete({ param: { pictureId: id } }));
    const done = await runAction(gone, messages().pictures.removed);
    if (done === undefined) await list.load();
    else list.change((items) => items.filter((one) => one.id !== id));
  };
  return { ...list, upload, remove, isUploading, uploadFault: computed(() => fault.value) };
};

export type Pictures = ReturnType<typeof createPictures>;

/** What can be said of a file before it is sent. */
function whyNot(file: File): string | null {
  const w = messages().pictures;
  // Where the system knows no type of it, the server looks.
  if (file.type !== '' && !PICTURE_TYPES.split(',').includes(file.type)) return w.wrongType;
  return file.size > LIMITS.photoBytesMax ? w.tooLarge : null;
}

/** Sends a file as it is, which the typed client does not know. */
async function send(file: File): Promise<Picture> {
  const headers = { 'Okaeri-Shop': shopId.value ?? '' };
  const sent = fetch('/v1/pictures', { method: 'POST', headers, body: file });
  const answer = await sent.catch((error: unknown) => {
    throw new ApiError('offline', String(error));
  });
  // What the route answers.
  if (answer.ok) return (await answer.json()) as Picture;
  throw await refusalOf(answer);
}
