import type { JSX } from 'preact';
import { useEffect, useRef } from '../ui/hooks.ts';
import type { ReviewForm as Form } from '@okaeri/shared/reviews';
import type { AppModel } from '../app/model.ts';
import { Button } from '../ui/Button.tsx';
import { goToMissing } from '../ui/go-to-missing.ts';
import { TextField } from '../ui/TextField.tsx';
import { useLate } from '../ui/use-late.ts';
import { Honeypot } from '../ui/Honeypot.tsx';
import { BoughtProduct } from './BoughtProduct.tsx';
import { PhotoChoice } from './PhotoChoice.tsx';
import { StarChoice } from './StarChoice.tsx';
import { offeredPoints, type WriteModel } from './write-model.ts';

interface Props {
  readonly model: AppModel;
  readonly writing: WriteModel;
  readonly form: Form;
}

const TITLE_MAX = 120;
const BODY_MAX = 5000;
const NAME_MAX = 60;
/** What none, one, two … stars mean. */
const STAR_WORDS = [undefined, 'star1', 'star2', 'star3', 'star4', 'star5'] as const;

const Line = (props: {
  label: string;
  most: number;
  value: string;
  isName?: boolean;
  onInput: (text: string) => void;
}): JSX.Element => (
  <label>
    {props.label}
    <input
      type="text"
      autoComplete={props.isName ? 'nickname' : undefined}
      maxLength={props.most}
      dir="auto"
      value={props.value}
      onInput={(event) => props.onInput(event.currentTarget.value)}
    />
  </label>
);

/** What is offered, the same for every text, and that readers are told of it. */
const Offer = ({ model, form }: Props): JSX.Element | null => {
  const { say, points } = model.words;
  const { offer } = form;
  if (offer === null) return null;
  return (
    <p class="quiet-text" part="offer">
      {offer.points > 0 && say('offerText', { points: points(offer.points) })} {say('offerShown')}
    </p>
  );
};

/** The one button, always in sight, with what it brings. */
const Send = (props: Props & { onSend: () => void }): JSX.Element => {
  const { model, writing, form, onSend } = props;
  const { say, points } = model.words;
  const status = writing.status.value;
  const offered = offeredPoints(form, writing.draft.value.photos);
  return (
    <div class="send">
      {(status === 'failed' || status === 'photoFailed') && (
        <p class="alert" role="alert">
          {say(status === 'failed' ? 'postFailed' : status)}
        </p>
      )}
      <Button busy={status === 'busy'} onClick={onSend}>
        {offered > 0 ? say('sendFor', { points: points(offered) }) : say('send')}
      </Button>
      <Offer {...props} />
    </div>
  );
};

const Body = ({ model, writing, incomplete }: Props & { incomplete: boolean }): JSX.Element => {
  const { say } = model.words;
  const { body } = writing.draft.value;
  return (
    <TextField
      label={say('body')}
      missing={incomplete && body.trim() === '' ? say('writeWords') : null}
      rows={4}
      most={BODY_MAX}
      value={body}
      onInput={(text) => writing.change({ body: text })}
    />
  );
};

/** The form of one review. What is written waits on this device until it is sent. */
export const ReviewForm = (props: Props): JSX.Element => {
  const { model, writing, form } = props;
  const { say } = model.words;
  const incomplete = writing.status.value === 'incomplete';
  const heading = useRef<HTMLHeadingElement | null>(null);
  const place = useRef<HTMLFormElement | null>(null);
  // The button that opened it is gone.
  useEffect(() => heading.current?.focus(), []);
  const { rating, title, name } = writing.draft.value;
  const word = STAR_WORDS[rating];
  // What is optional and does not come is left out.
  const late = useLate(form.attributes.length > 0, () => import('./AttributeChoices.tsx'));
  const send = async (): Promise<void> => {
    await writing.send();
    await goToMissing(place.current);
  };
  return (
    <form
      ref={place}
      class="stack writing"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h4 ref={heading} tabIndex={-1} class="row bought">
        <BoughtProduct model={model} of={form} />
      </h4>
      <StarChoice
        legend={say('rating')}
        labelOf={(stars) => say('stars', { count: stars })}
        missing={incomplete && rating === 0 ? say('chooseStars') : null}
        word={word ? say(word) : ''}
        value={rating}
        onChange={(stars) => writing.change({ rating: stars })}
      />
      <Body {...props} incomplete={incomplete} />
      <Honeypot onFill={(website) => writing.change({ website })} />
      <PhotoChoice {...props} />
      {late !== null && late !== 'failed' && <late.AttributeChoices {...props} />}
      <Line
        label={say('title')}
        most={TITLE_MAX}
        value={title}
        onInput={(text) => writing.change({ title: text })}
      />
      <Line
        label={say('nameShown')}
        most={NAME_MAX}
        value={name}
        isName
        onInput={(text) => writing.change({ name: text })}
      />
      <button type="button" class="plain" onClick={() => writing.close()}>
        {say('postNotNow')}
      </button>
      <Send {...props} onSend={() => void send()} />
    </form>
  );
};
