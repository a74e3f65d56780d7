import type { PhotoMeasures } from './photo-rules.ts';

/*
 * What the server and the process of photos say to each other, one photo at a time. The bytes
 * of a photo go by standard input, as a message would be copied twice on either side.
 */

/** A photo as it is kept. */
export interface CleanPhoto {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** 64 bits of what it looks like, in hexadecimal digits. */
  readonly likeness: string;
}

/** How a photo is kept. */
export interface PhotoShape {
  /** Length of the longer side, in pixels; smaller ones stay as they are. */
  readonly sideMax: number;
  /** Of the WebP encoder, 1 to 100. */
  readonly quality: number;
}

export type PhotoTask =
  /** Read so many bytes, and answer what they are. */
  | { readonly kind: 'measure'; readonly length: number }
  /** Decode what was measured, and make it what is kept. */
  | ({ readonly kind: 'clean' } & PhotoShape)
  /** Let go of what was measured. */
  | { readonly kind: 'forget' };

export type PhotoAnswer =
  /** It has started, or has nothing to do any more. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'measured'; readonly measures: PhotoMeasures }
  | { readonly kind: 'cleaned'; readonly photo: CleanPhoto; readonly isSpent: boolean }
  /** It is damaged, or is not what its first bytes say. */
  | { readonly kind: 'unreadable'; readonly isSpent: boolean };
