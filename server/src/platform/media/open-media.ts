import { openFolderMedia } from './folder-media.ts';
import type { MediaStore } from './media-store.ts';
import { openS3Media, type S3Options } from './s3-media.ts';

/** Opens what the settings name: a bucket, else a folder. */
export const openMedia = (config: {
  readonly s3: S3Options | null;
  readonly mediaFolder: string;
}): MediaStore =>
  config.s3 === null ? openFolderMedia(config.mediaFolder) : openS3Media(config.s3);
