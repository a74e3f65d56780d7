import { formatTime } from './format.ts';
import { language } from '../i18n/messages.ts';

/** `10:42 AM` of today, else the day and the time. */
export const formatRecent = (iso: string, now: number = Date.now()): string => {
  const at = new Date(iso);
  return at.toDateString() === new Date(now).toDateString()
    ? new Intl.DateTimeFormat(language.value, { timeStyle: 'short' }).format(at)
    : formatTime(iso);
};
