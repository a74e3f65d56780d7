import type { ClientResponse } from 'hono/client';
import type { BeingTaken } from '@okaeri/shared/figures';
import { request } from '../lib/request.ts';
import { createResource, type Resource } from '../lib/resource.ts';

/** How long it is waited between two questions while a figure is being taken. */
const AGAIN_MS = 1000;

/** A figure, asked for until it has been taken. */
export interface FigureModel<Answer> {
  readonly known: Resource<Answer | BeingTaken>;
  /** Asks, and asks again until the figure has been taken. The answer stops that. */
  watch(): () => void;
}

export const createFigure = <Answer extends object>(
  ask: () => Promise<ClientResponse<unknown>>,
): FigureModel<Answer> => {
  const known = createResource(async () => {
    const body: unknown = await request(ask());
    // Its route answers with a table too, so that the typed client knows no body; without `Accept` it is this one.
    return body as Answer | BeingTaken;
  });
  return {
    known,
    watch() {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let isOver = false;
      const round = async (): Promise<void> => {
        await known.load();
        if (isOver || known.fault.value !== null || takenOf(known.value.value) !== undefined)
          return;
        timer = setTimeout(() => void round(), AGAIN_MS);
      };
      void round();
      return () => {
        isOver = true;
        clearTimeout(timer);
      };
    },
  };
};

/** The figure, once it has been taken. */
export const takenOf = <Answer extends object>(
  answer: Answer | BeingTaken | undefined,
): Answer | undefined => (answer === undefined || 'isBeingTaken' in answer ? undefined : answer);
