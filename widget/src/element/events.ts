import { createEmitter, type Emitter } from '@okaeri/client/emitter';
import type { OkaeriEvents } from '@okaeri/client/widget-api';

/** The emitter of an event; see `OkaeriEvents`. */
export type EventOf = <Name extends keyof OkaeriEvents>(name: Name) => Emitter<OkaeriEvents[Name]>;

/** What the page listens to: each event's emitter is made when it is first asked for. */
export const createEvents = (): EventOf => {
  const emitters: Partial<Record<string, Emitter<never>>> = {};
  return (name) => (emitters[name] ??= createEmitter());
};
