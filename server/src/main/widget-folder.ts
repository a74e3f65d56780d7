import { join } from 'node:path';

/** Where `pnpm build` puts the widget. */
export const WIDGET_FOLDER = join(import.meta.dirname, '../../../widget/dist');

/** The one file a shop's snippet names. */
export const LOADER_FILE = join(WIDGET_FOLDER, 'okaeri.js');

/** Where it puts the console. */
export const CONSOLE_FOLDER = join(import.meta.dirname, '../../../admin/dist');
