import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { JSX } from 'preact';
import { Image, ImageOff } from 'lucide';
import { picturePath } from '@okaeri/shared/pictures';
import type { ProgramDocument } from '@okaeri/shared/program';
import { faultAt } from '../document/fields.tsx';
import { messages } from '../i18n/messages.ts';
import { lazyValue } from '../lib/lazy-value.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { LazyPart } from '../ui/LazyPart.tsx';
import type { Editor } from './program-model.ts';

const DIALOG = lazyValue(async () => (await import('./PicturesDialog.tsx')).PicturesDialog);

interface Props {
  editor: Editor;
  document: ProgramDocument;
  /** What the picture is of: an entry of a list. */
  path: readonly string[];
  /** What that is called. */
  name: string;
  /** The form in which shoppers see it. */
  form?: 'square' | 'round';
}

/** The picture of something: what it looks like, and the ways to choose, replace and remove it. */
export const PictureAt = (props: Props): JSX.Element => {
  const { editor, document, path, name, form = 'square' } = props;
  const isChoosing = useSignal(false);
  const id = useId();
  const w = messages().pictures;
  const at = [...path, 'picture'];
  const value = editor.at(at);
  const picture = typeof value === 'string' ? value : null;
  const gone = useSignal<string | null>(null);
  const isFaulty = faultAt(editor, at) !== null;
  const isUnknown = isFaulty || (picture !== null && gone.value === picture);
  return (
    <div class="field" role="group" aria-labelledby={id}>
      <span class="label" id={id}>
        {w.field}
      </span>
      <div class="picture-field">
        <PictureTile
          id={picture}
          form={form}
          isUnknown={isUnknown}
          onGone={() => (gone.value = picture)}
        />
        <div class="row">
          <Button aria-label={w.chooseFor(name)} onClick={() => (isChoosing.value = true)}>
            {picture === null ? w.choose : w.replace}
          </Button>
          {picture !== null && (
            <Button
              kind="quiet"
              aria-label={w.takeFrom(name)}
              onClick={() => editor.set(at, undefined)}
            >
              {w.take}
            </Button>
          )}
        </div>
      </div>
      {isUnknown && (
        <p class="fault" role="alert">
          {w.unknown}
        </p>
      )}
      <p class="hint">{w.hints[form]}</p>
      {isChoosing.value && (
        <LazyPart of={DIALOG}>
          {(PicturesDialog) => (
            <PicturesDialog
              title={w.title(name)}
              document={document}
              chosen={picture}
              form={form}
              onClose={() => (isChoosing.value = false)}
              onChoose={(next) => {
                editor.set(at, next);
                isChoosing.value = false;
              }}
            />
          )}
        </LazyPart>
      )}
    </div>
  );
};

/** A picture as small as it is shown; a sign where there is none, or where it is no longer there. */
function PictureTile(props: {
  id: string | null;
  form: 'square' | 'round';
  isUnknown: boolean;
  onGone: () => void;
}): JSX.Element {
  const { id, form, isUnknown, onGone } = props;
  const state = id === null ? ' empty-tile' : isUnknown ? ' gone' : '';
  return (
    <span class={`picture-tile ${form}${state}`}>
      {id === null ? (
        <Icon of={Image} size={22} />
      ) : isUnknown ? (
        <Icon of={ImageOff} size={22} />
      ) : (
        <img src={picturePath(id)} alt="" onError={onGone} />
      )}
    </span>
  );
}
