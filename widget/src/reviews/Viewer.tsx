import type { JSX, RefObject } from 'preact';
import { useEffect, useRef } from '../ui/hooks.ts';
import type { AppModel } from '../app/model.ts';
import { directionOf } from '../i18n/languages.ts';
import { sheetOf } from '../styles/sheet.ts';
import { adoptSheets } from '../ui/adopt-sheets.ts';
import { BackIcon, CloseIcon, NextIcon } from '../ui/icons.tsx';
import { useSignal } from '../ui/signals.ts';
import { Stars } from '../ui/Stars.tsx';
import { urlOf, type Shot } from './shots.ts';
import css from './viewer.css?inline';

const sheet = sheetOf(css);

interface Props {
  readonly model: AppModel;
  readonly shots: readonly Shot[];
  /** Which is shown first. */
  readonly first: number;
  readonly onClose: () => void;
}

/** Whose photo it is, and what they think. */
const Caption = ({ model, shot: { review } }: { model: AppModel; shot: Shot }): JSX.Element => {
  const { say, day } = model.words;
  return (
    <div class="caption">
      <Stars rating={review.rating} label={say('stars', { count: review.rating })} />
      {review.title && (
        <p class="row-title" lang={review.language ?? undefined} dir="auto">
          {review.title}
        </p>
      )}
      <p class="quiet-text facts">
        <bdi>{review.name}</bdi>
        {review.verified && <span>{say('verifiedBuyer')}</span>}
        <span>{day(review.createdAt)}</span>
      </p>
    </div>
  );
};

/** A button with an icon alone. */
const IconButton = (props: {
  look: string;
  label: string;
  onClick: () => void;
  children: JSX.Element;
}): JSX.Element => (
  <button type="button" class={props.look} aria-label={props.label} onClick={props.onClick}>
    {props.children}
  </button>
);

/** The photos beside each other, of which one is in sight. */
const Slides = (props: {
  model: AppModel;
  shots: readonly Shot[];
  place: RefObject<HTMLDivElement | null>;
  onMove: (to: number) => void;
}): JSX.Element => {
  const { model, shots, place, onMove } = props;
  const { say } = model.words;
  return (
    <div
      ref={place}
      class="slides"
      role="group"
      aria-label={say('photosOfReviews')}
      tabIndex={0}
      onScroll={({ currentTarget: { scrollLeft, clientWidth } }) =>
        onMove(Math.round(Math.abs(scrollLeft) / clientWidth))
      }
    >
      {shots.map(({ photo }, index) => (
        <img
          key={photo.id}
          src={urlOf(model, photo)}
          alt={say('photoOf', { number: index + 1, total: shots.length })}
          width={photo.width}
          height={photo.height}
          loading="lazy"
        />
      ))}
    </div>
  );
};

/** Photos over the whole window, each whole: moved through by swipes, keys and buttons. */
export const Viewer = ({ model, shots, first, onClose }: Props): JSX.Element => {
  const { say, language } = model.words;
  const dialog = useRef<HTMLDialogElement | null>(null);
  const slides = useRef<HTMLDivElement | null>(null);
  const at = useSignal(first);
  // Where what follows stands: to the left where writing runs to the left.
  const sign = directionOf(language) === 'rtl' ? -1 : 1;
  const show = (to: number): void => {
    at.value = to;
    const width = slides.current?.clientWidth ?? 0;
    slides.current?.scrollTo({ left: sign * to * width, behavior: 'instant' });
  };
  const step = (by: number): void => show((at.value + by + shots.length) % shots.length);
  useEffect(() => {
    adoptSheets(dialog.current, [sheet]);
    dialog.current?.showModal();
    show(first);
  }, []);
  const label = say('photoOf', { number: at.value + 1, total: shots.length });
  const shot = shots[at.value];
  const isOne = shots.length === 1;
  return (
    <dialog
      ref={dialog}
      class="viewer"
      aria-label={label}
      onClose={onClose}
      onKeyDown={(event) => {
        const by = { ArrowRight: sign, ArrowLeft: -sign }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        step(by);
      }}
    >
      <div class="bar">
        <span aria-live="polite">{label}</span>
        <IconButton look="close" label={say('close')} onClick={() => dialog.current?.close()}>
          <CloseIcon />
        </IconButton>
      </div>
      <Slides model={model} shots={shots} place={slides} onMove={(to) => (at.value = to)} />
      <div class="bar">
        {!isOne && (
          <IconButton look="close back" label={say('photoBack')} onClick={() => step(-1)}>
            <BackIcon />
          </IconButton>
        )}
        {shot && <Caption model={model} shot={shot} />}
        {!isOne && (
          <IconButton look="close" label={say('photoNext')} onClick={() => step(1)}>
            <NextIcon />
          </IconButton>
        )}
      </div>
    </dialog>
  );
};
