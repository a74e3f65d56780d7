import { createLogger } from '../platform/lib/logger.ts';
import { createPhotoCleaner, PHOTO_LIMITS } from '../platform/media/clean-photo.ts';
import { greyJpeg } from './photo-files.ts';

/*
 * Cleans a photo in a process that tests end: by itself, or with `stay` by force. What it says
 * is how the photo fared.
 */

/** Longer than any test: nothing ends because it has waited. */
const IDLE_MS = 3_600_000;

const clean = createPhotoCleaner(createLogger('silent'), { ...PHOTO_LIMITS, idleMs: IDLE_MS });
const cleaned = await clean(greyJpeg({ width: 64, height: 64 }));
process.stdout.write('ok' in cleaned ? 'cleaned' : 'refused');
if (process.argv[2] === 'stay') setInterval(() => undefined, 1000);
