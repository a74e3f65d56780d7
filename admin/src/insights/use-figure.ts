import { useMemo } from 'preact/hooks';
import type { ClientResponse } from 'hono/client';
import { createFigure, type FigureModel } from '../app/figure-model.ts';

/** A figure of this page, asked for anew where what is asked has changed. */
export const useFigure = <Answer extends object>(
  ask: () => Promise<ClientResponse<unknown>>,
  asked: string = '',
): FigureModel<Answer> => useMemo(() => createFigure<Answer>(ask), [asked]);
