import type { ApiError } from '../lib/request.ts';
import type { Messages } from './shape.ts';
import { messages } from './messages.ts';

type KnownFault = Exclude<keyof Messages['faults'], 'other'>;

const isKnownFault = (code: string): code is KnownFault =>
  code in messages().faults && code !== 'other';

/** What went wrong, in words. What has no sentence of its own is told as the server told it. */
export const faultText = ({ code, message }: ApiError): string =>
  isKnownFault(code) ? messages().faults[code] : messages().faults.other(message);
