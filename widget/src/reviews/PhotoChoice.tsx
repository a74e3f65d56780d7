import type { JSX } from 'preact';
import type { ReviewForm } from '@okaeri/shared/reviews';
import type { AppModel } from '../app/model.ts';
import { CloseIcon, Icon } from '../ui/icons.tsx';
import type { WriteModel } from './write-model.ts';

const PHOTOS_MAX = 6;
const CAMERA = 'M3.5 8H8l1.5-2.5h5L16 8h4.5v11.5h-17zM12 10a3.2 3.2 0 1 0 .01 0z';

/** Photos that go with a review: each can be taken away again, and what they bring is said beside the way to add one. */
export const PhotoChoice = (props: {
  readonly model: AppModel;
  readonly writing: WriteModel;
  readonly form: ReviewForm;
}): JSX.Element => {
  const { model, writing, form } = props;
  const { say, points } = model.words;
  const { photos } = writing.draft.value;
  const busy = writing.status.value === 'busy';
  const more = form.offer?.photoPoints ?? 0;
  return (
    <div class="photos">
      {photos.map((photo, index) => (
        <button
          key={photo.id}
          type="button"
          aria-label={say('removePhoto', { number: index + 1 })}
          onClick={() => writing.change({ photos: photos.filter(({ id }) => id !== photo.id) })}
        >
          <img src={model.snippet.baseUrl + photo.path} alt="" />
          <span>
            <CloseIcon />
          </span>
        </button>
      ))}
      {photos.length < PHOTOS_MAX && (
        <label class="add-photo" aria-busy={busy}>
          <Icon d={CAMERA} />
          {say(photos.length > 0 ? 'photoMore' : 'addPhoto')}
          <input
            type="file"
            accept="image/jpeg,image/png,image/webp"
            disabled={busy}
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file !== undefined) void writing.addPhoto(file);
              event.currentTarget.value = '';
            }}
          />
        </label>
      )}
      <p class="quiet-text">
        {more > 0 && <span>{say('offerPhotos', { points: points(more) })}</span>}
        <span>{say('photoSafe')}</span>
      </p>
    </div>
  );
};
