import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { Images, Trash2 } from 'lucide';
import { picturesNamed, type Picture } from '@okaeri/shared/pictures';
import type { ProgramDocument } from '@okaeri/shared/program';
import { denied } from '../app/denied.ts';
import { messages } from '../i18n/messages.ts';
import { formatTime } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Empty, Fault, Skeleton } from '../ui/states.tsx';
import { createPictures, type Pictures } from './pictures-model.ts';
import { UploadPicture } from './UploadPicture.tsx';

interface Props {
  title: string;
  /** The draft as it is edited: what it names stays. */
  document: ProgramDocument;
  chosen: string | null;
  form: 'square' | 'round';
  onClose: () => void;
  onChoose: (id: string) => void;
}

/** The shop's pictures to choose from, and a place for new ones. */
export const PicturesDialog = (props: Props): JSX.Element => {
  const { title, onClose, onChoose } = props;
  const pictures = useMemo(createPictures, []);
  useEffect(() => void pictures.load(), [pictures]);
  return (
    <Dialog title={title} onClose={onClose}>
      <UploadPicture pictures={pictures} onDone={({ id }) => onChoose(id)} />
      <Choice {...props} pictures={pictures} />
    </Dialog>
  );
};

function Choice(props: Props & { pictures: Pictures }): JSX.Element {
  const { document, chosen, form, onChoose, pictures } = props;
  const removing = useSignal<Picture | null>(null);
  const w = messages();
  const items = pictures.items.value;
  const fault = pictures.fault.value;
  if (items === undefined)
    return fault === null ? (
      <Skeleton lines={2} />
    ) : (
      <Fault fault={fault} onRetry={() => void pictures.load()} />
    );
  if (items.length === 0)
    return (
      <Empty icon={Images} title={w.pictures.none}>
        <p>{w.pictures.noneText}</p>
      </Empty>
    );
  const named = new Set(picturesNamed(document).map(({ picture }) => picture));
  return (
    <section class="stack">
      <h3>{w.pictures.yours}</h3>
      <ul class="picture-list">
        {items.map((picture) => (
          <li key={picture.id}>
            <button
              type="button"
              class={`picture-tile ${form}`}
              aria-pressed={picture.id === chosen}
              aria-label={w.pictures.use(formatTime(picture.createdAt))}
              onClick={() => onChoose(picture.id)}
            >
              <img src={picture.path} alt="" loading="lazy" />
            </button>
            {picture.inUse || named.has(picture.id) ? (
              <span class="quiet small">{w.pictures.inUse}</span>
            ) : (
              <button
                type="button"
                class="button quiet square"
                aria-label={w.pictures.remove(formatTime(picture.createdAt))}
                aria-disabled={denied('run') ? 'true' : undefined}
                title={denied('run') || undefined}
                onClick={() => {
                  if (!denied('run')) removing.value = picture;
                }}
              >
                <Icon of={Trash2} />
              </button>
            )}
          </li>
        ))}
      </ul>
      {pictures.hasMore.value && (
        <div class="row">
          <Button busy={pictures.isLoading.value} onClick={() => void pictures.more()}>
            {w.app.more}
          </Button>
        </div>
      )}
      {removing.value !== null && (
        <Removal pictures={pictures} of={removing.value} onClose={() => (removing.value = null)} />
      )}
    </section>
  );
}

function Removal(props: { pictures: Pictures; of: Picture; onClose: () => void }): JSX.Element {
  const { pictures, of, onClose } = props;
  const w = messages().pictures;
  return (
    <ConfirmDialog
      title={w.removeTitle}
      action={w.removeAction}
      onClose={onClose}
      onConfirm={() => void pictures.remove(of.id)}
    >
      {w.removeText}
    </ConfirmDialog>
  );
}
