import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFolderMedia } from '../platform/media/folder-media.ts';

import { createFetchOutside } from '../platform/lib/fetch-outside.ts';

/** Files of tests, in a folder that exists once one is kept; their names never meet. */
export const TEST_MEDIA = openFolderMedia(join(tmpdir(), 'okaeri-test-media'));

/** Where the server of a test would be reached. */
export const TEST_URL = 'https://okaeri.example';

/** For tests this machine is outside. */
export const TEST_OUTSIDE = createFetchOutside({ allow: ['127.0.0.1'] });
