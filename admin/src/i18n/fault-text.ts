import type { AskError } from '../lib/request.ts';
import type { Words } from './shape.ts';
import { words } from './messages.ts';

type Told = Exclude<keyof Words['faults'], 'other'>;

const isTold = (code: string): code is Told => code in words().faults && code !== 'other';

/** What went wrong, in words. What has no sentence of its own is told as the server told it. */
export const faultText = ({ code, message }: AskError): string =>
  isTold(code) ? words().faults[code] : words().faults.other(message);
