import { useSignal } from '../ui/signals.ts';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ReviewPhoto } from '@okaeri/shared/reviews';
import type { AppModel } from '../app/model.ts';
import { CloseIcon, NextIcon } from '../ui/icons.tsx';
import { BackIcon } from '../ui/icons.tsx';

interface Props {
  readonly model: AppModel;
  readonly photos: readonly ReviewPhoto[];
}

const urlOf = (model: AppModel, photo: ReviewPhoto): string => model.snippet.baseUrl + photo.path;

/** A photo as large as the window, with those beside it. */
const Lightbox = (
  props: Props & { at: number; onMove: (at: number) => void; onClose: () => void },
): JSX.Element | null => {
  const { model, photos, at } = props;
  const { say } = model.words;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const photo = photos[at];
  if (photo === undefined) return null;
  const step = (by: number): void => props.onMove((at + by + photos.length) % photos.length);
  const label = say('photoOf', { number: at + 1, total: photos.length });
  return (
    <dialog
      ref={dialog}
      class="lightbox"
      aria-label={label}
      onClose={props.onClose}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') step(1);
        if (event.key === 'ArrowLeft') step(-1);
      }}
    >
      <img src={urlOf(model, photo)} alt={label} width={photo.width} height={photo.height} />
      <div class="lightbox-bar">
        {photos.length > 1 && (
          <button type="button" class="close" onClick={() => step(-1)} aria-label={say('back')}>
            <BackIcon />
          </button>
        )}
        <span>{label}</span>
        {photos.length > 1 && (
          <button type="button" class="close" onClick={() => step(1)} aria-label={say('showMore')}>
            <NextIcon />
          </button>
        )}
        <button
          type="button"
          class="close"
          onClick={() => dialog.current?.close()}
          aria-label={say('close')}
        >
          <CloseIcon />
        </button>
      </div>
    </dialog>
  );
};

/** The photos of a review, small, each opening large. */
export const Photos = ({ model, photos }: Props): JSX.Element | null => {
  const open = useSignal<number | null>(null);
  if (photos.length === 0) return null;
  const { say } = model.words;
  return (
    <>
      <div class="photos">
        {photos.map((photo, index) => (
          <button
            key={photo.id}
            type="button"
            onClick={() => {
              open.value = index;
            }}
          >
            <img
              src={urlOf(model, photo)}
              alt={say('photoOf', { number: index + 1, total: photos.length })}
              width={photo.width}
              height={photo.height}
              loading="lazy"
            />
          </button>
        ))}
      </div>
      {open.value !== null && (
        <Lightbox
          model={model}
          photos={photos}
          at={open.value}
          onMove={(at) => {
            open.value = at;
          }}
          onClose={() => {
            open.value = null;
          }}
        />
      )}
    </>
  );
};
