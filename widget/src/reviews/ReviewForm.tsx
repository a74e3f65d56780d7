import type { JSX } from 'preact';
import { useEffect, useRef } from '../ui/hooks.ts';
import type { ReviewForm as Form } from '@okaeri/shared/reviews';
import type { AppModel } from '../app/model.ts';
import { Button } from '../ui/Button.tsx';
import { goToMissing } from '../ui/go-to-missing.ts';
import { TextField } from '../ui/TextField.tsx';
import { Honeypot } from '../ui/Honeypot.tsx';
import { productName } from './product-name.tsx';
import { StarChoice } from './StarChoice.tsx';
import type { WriteModel } from './write-model.ts';

interface Props {
  readonly model: AppModel;
  readonly writing: WriteModel;
  readonly form: Form;
}

const TITLE_MAX = 120;
const BODY_MAX = 5000;
const NAME_MAX = 60;
const PHOTOS_MAX = 6;

/** What is offered, the same for every text, and that readers are told of it. */
const Offer = ({ model, form }: Props): JSX.Element | null => {
  const { say, points } = model.words;
  const { offer } = form;
  if (offer === null) return null;
  return (
    <div class="nudge" part="offer">
      {offer.points > 0 && <p>{say('offerText', { points: points(offer.points) })}</p>}
      {offer.photoPoints > 0 && <p>{say('offerPhotos', { points: points(offer.photoPoints) })}</p>}
      <p>{say('offerShown')}</p>
    </div>
  );
};

const PhotoChoice = ({ model, writing }: Props): JSX.Element => {
  const { say } = model.words;
  const { photos } = writing.draft.value;
  const busy = writing.status.value === 'busy';
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
          <span aria-hidden="true">×</span>
        </button>
      ))}
      {photos.length < PHOTOS_MAX && (
        <label class="add-photo" aria-busy={busy}>
          {say('addPhoto')}
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
    </div>
  );
};

const Attributes = ({ model, writing, form }: Props): JSX.Element => {
  const { localize, say } = model.words;
  const chosen = writing.draft.value.attributes;
  return (
    <>
      {form.attributes.map(({ id, name, choices }) => (
        <label key={id}>
          {localize(name)}
          <select
            value={chosen[id] ?? ''}
            onChange={({ currentTarget: { value } }) => {
              const { [id]: _before, ...others } = chosen;
              writing.change({ attributes: value === '' ? others : { ...others, [id]: value } });
            }}
          >
            <option value="">{say('postNotSet')}</option>
            {choices.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {localize(choice.name)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </>
  );
};

const Words = ({ model, writing }: Props): JSX.Element => {
  const { say } = model.words;
  const { body, title, name } = writing.draft.value;
  const incomplete = writing.status.value === 'incomplete';
  return (
    <>
      <TextField
        label={say('body')}
        missing={incomplete && body.trim() === '' ? say('writeWords') : null}
        rows={4}
        most={BODY_MAX}
        value={body}
        onInput={(text) => writing.change({ body: text })}
      />
      <label>
        {say('title')}
        <input
          type="text"
          maxLength={TITLE_MAX}
          dir="auto"
          value={title}
          onInput={(event) => writing.change({ title: event.currentTarget.value })}
        />
      </label>
      <label>
        {say('nameShown')}
        <input
          type="text"
          autoComplete="nickname"
          maxLength={NAME_MAX}
          dir="auto"
          value={name}
          onInput={(event) => writing.change({ name: event.currentTarget.value })}
        />
      </label>
    </>
  );
};

/** The form of one review. What is written waits on this device until it is sent. */
export const ReviewForm = (props: Props): JSX.Element => {
  const { model, writing, form } = props;
  const { say } = model.words;
  const status = writing.status.value;
  const heading = useRef<HTMLHeadingElement | null>(null);
  const place = useRef<HTMLFormElement | null>(null);
  // The button that opened it is gone.
  useEffect(() => heading.current?.focus(), []);
  const { rating } = writing.draft.value;
  const send = async (): Promise<void> => {
    await writing.send();
    await goToMissing(place.current);
  };
  return (
    <form
      ref={place}
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h4 ref={heading} tabIndex={-1} class="value">
        {productName(model, form)}
      </h4>
      <StarChoice
        legend={say('rating')}
        labelOf={(stars) => say('stars', { count: stars })}
        missing={status === 'incomplete' && rating === 0 ? say('chooseStars') : null}
        value={rating}
        onChange={(stars) => writing.change({ rating: stars })}
      />
      <Words {...props} />
      <Honeypot onFill={(website) => writing.change({ website })} />
      <Attributes {...props} />
      <PhotoChoice {...props} />
      <Offer {...props} />
      {(status === 'failed' || status === 'photoFailed') && (
        <p class="alert" role="alert">
          {say(status === 'failed' ? 'postFailed' : status)}
        </p>
      )}
      <Button busy={status === 'busy'} onClick={() => void send()}>
        {say('send')}
      </Button>
      <Button quiet onClick={() => writing.close()}>
        {say('postNotNow')}
      </Button>
    </form>
  );
};
