/** Smaller photos are sent as they are. */
const SMALL_BYTES = 1_500_000;
/** The longer side, as the server keeps it. */
const SIDE_MAX = 2048;
const QUALITY = 0.85;

/**
 * Makes a large photo small enough for a mobile connection. Whatever a browser cannot
 * read is sent as it is: the server decides.
 */
export const shrink = async (file: File): Promise<Blob> => {
  if (file.size <= SMALL_BYTES) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, SIDE_MAX / Math.max(picture.width, picture.height));
    const canvas = new OffscreenCanvas(
      Math.round(picture.width * scale),
      Math.round(picture.height * scale),
    );
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    return await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
  } catch {
    return file;
  }
};
