import { getItem, setItem } from '@okaeri/client/device';
import type { Session } from '@okaeri/client/session';
import type { EventOf } from './events.ts';
import {
  happeningsOf,
  isKnown,
  toldOf,
  type Happening,
  type Told,
} from '../lib/happening-rules.ts';

/** What was told last, by any page of the shop on this device; without storage, by this page. */
const createMemory = (name: string) => {
  let last: Told | null = null;
  return {
    get: (): Told | null => {
      try {
        last = JSON.parse(getItem(name) ?? 'null') ?? last;
      } catch {
        // Not ours: then nothing is known of before, and nothing is told.
      }
      return last;
    },
    set(next: Told): void {
      last = next;
      setItem(name, JSON.stringify(next));
    },
  };
};

const watched = new WeakSet<Session>();

/** Tells what happens to the shopper from now on, as the server's answers show it; once for each session. */
export const watchHappenings = (session: Session, shop: string, eventOf: EventOf): void => {
  if (watched.has(session)) return;
  watched.add(session);
  const memory = createMemory(`told:${shop}`);
  const look = (): void => {
    const { me, program } = session.state;
    if (me === null || program === null) return;
    const before = memory.get();
    if (isKnown(before, me)) return;
    const tierIds = program.tiers.map(({ id }) => id);
    memory.set(toldOf(me, before));
    happeningsOf(before, me, tierIds).forEach((happening) => tell(happening, eventOf));
  };
  session.subscribe(look);
  look();
};

function tell(happening: Happening, eventOf: EventOf): void {
  switch (happening.name) {
    case 'earn':
      eventOf('earn').emit(happening.detail);
      break;
    case 'tier':
      eventOf('tier').emit(happening.detail);
      break;
    default:
      eventOf('badge').emit(happening.detail);
  }
}
