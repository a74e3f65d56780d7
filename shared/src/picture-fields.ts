import { z } from 'zod';
import { ICON_PATHS } from './icon-paths.ts';
import { keysOf } from './records.ts';
import { id } from './values.ts';

/** The id of a picture of the shop's own. That there is one is asked when a programme is published. */
export const pictureId = id;

/** One of the icons the widget can draw. */
export const icon = z.enum(keysOf(ICON_PATHS));
