import { messages } from './messages.ts';

/** What pickers say. */
export const pickerWords = () => messages().pickers;
