import type { OrderPage } from '@okaeri/shared/order-lists';
import { messages } from '../i18n/messages.ts';
import { formatSigned } from '../lib/format.ts';
import type { Step } from '../ui/table/Steps.tsx';

/** What became of an order and its points, the newest first. */
export const orderSteps = ({ state, events }: OrderPage): readonly Step[] => {
  const w = messages().order;
  const { placedAt, paidAt, fulfilledAt, deliveredAt, cancelledAt } = state;
  const times: readonly (readonly [string, string | null | undefined])[] = [
    [w.received, placedAt],
    [w.paidAt, paidAt],
    [w.fulfilledAt, fulfilledAt],
    [w.deliveredAt, deliveredAt],
    [w.cancelledAt, cancelledAt],
  ];
  const steps: Step[] = times.flatMap(([text, at]) =>
    at == null ? [] : [{ text, at, isBad: text === w.cancelledAt }],
  );
  for (const { kind, at, points } of events.toReversed())
    steps.push({
      text: w.events[kind],
      at,
      line: w.eventPoints(formatSigned(points)),
      isBad: kind === 'clawback' || kind === 'expire',
    });
  // What happened at once stands in the order it follows from one another.
  return steps.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at)).toReversed();
};
