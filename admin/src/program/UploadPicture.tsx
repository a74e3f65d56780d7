import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import { ImageUp } from 'lucide';
import type { Picture } from '@okaeri/shared/pictures';
import { denied } from '../app/denied.ts';
import { messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { FormFault } from '../ui/FormFault.tsx';
import { PICTURE_TYPES, type Pictures } from './pictures-model.ts';

interface Props {
  pictures: Pictures;
  onDone: (picture: Picture) => void;
}

/** A place where a picture is dropped, with the button that opens the system's own choice. */
export const UploadPicture = ({ pictures, onDone }: Props): JSX.Element => {
  const input = useRef<HTMLInputElement>(null);
  const isOver = useSignal(false);
  const w = messages().pictures;
  const isBusy = pictures.isUploading.value;
  const blocked = denied('run');
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined || isBusy || blocked) return;
    const picture = await pictures.upload(file);
    if (picture !== undefined) onDone(picture);
  };
  return (
    <div class="stack">
      <div
        class={isOver.value ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          isOver.value = true;
        }}
        onDragLeave={() => (isOver.value = false)}
        onDrop={(event) => {
          // Else the browser would leave the console and open the file.
          event.preventDefault();
          isOver.value = false;
          void take(event.dataTransfer?.files[0]);
        }}
      >
        <Button
          icon={ImageUp}
          busy={isBusy}
          blocked={blocked}
          onClick={() => input.current?.click()}
        >
          {w.file}
        </Button>
        <p class="hint" aria-live="polite">
          {isBusy ? w.uploading : w.drop}
        </p>
        <input
          ref={input}
          type="file"
          class="hidden"
          tabIndex={-1}
          aria-label={w.file}
          accept={PICTURE_TYPES}
          onChange={(event) => {
            const { currentTarget } = event;
            void take(currentTarget.files?.[0]);
            // The same file again is a choice too.
            currentTarget.value = '';
          }}
        />
      </div>
      <FormFault text={pictures.uploadFault.value} />
    </div>
  );
};
