import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
/** Where the widget is built to. */
export const WIDGET_FOLDER = join(root, 'widget/dist');
/** A module of the widget. */
export const widgetSource = (path: string): string => join(root, 'widget/src', path);
