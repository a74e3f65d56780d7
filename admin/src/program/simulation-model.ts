import { effect, signal } from '@preact/signals';
import type { Problem } from '@okaeri/shared/errors';
import type { Simulation, SimulationProgress } from '@okaeri/shared/simulation';
import { shopId } from '../app/session.ts';
import { runAction } from '../lib/run-action.ts';
import { ApiError, refusalOf } from '../lib/request.ts';

type Line = {
  readonly progress?: SimulationProgress;
  readonly result?: Simulation;
  readonly problem?: Problem;
};

/** The time machine: how far it is, and what it found. */
export const progress = signal<SimulationProgress | null>(null);
export const result = signal<Simulation | null>(null);
export const isRunning = signal(false);

/** Which replay counts: one of another shop, or an older one, says nothing any more. */
let latest = 0;

// What was found in one shop is nothing to another.
effect(() => {
  if (shopId.value === null) return;
  latest += 1;
  progress.value = null;
  result.value = null;
  isRunning.value = false;
});

/**
 * Replays the shop's past against the saved draft. The answer comes in lines, so that it can be
 * told how far it is; leaving the page does not stop it, for it belongs to no page.
 */
export const replay = async (of: {
  from: string;
  until: string;
  redemptionPercent: number;
}): Promise<void> => {
  latest += 1;
  const mine = latest;
  isRunning.value = true;
  progress.value = null;
  result.value = null;
  await runAction(async () => {
    const response = await fetch('/v1/program/simulate', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/x-ndjson',
        'Okaeri-Shop': shopId.value ?? '',
      },
      body: JSON.stringify(of),
    });
    if (response.ok && response.body !== null) return readLines(response.body, mine);
    throw await refusalOf(response);
  });
  if (mine === latest) isRunning.value = false;
};

const readLines = async (body: ReadableStream<Uint8Array>, mine: number): Promise<void> => {
  let rest = '';
  const decoder = new TextDecoder();
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) {
      const line = JSON.parse(text) as Line;
      // Nobody looks at this one any more: the server may end it.
      if (mine !== latest) return reader.cancel();
      if (line.progress) progress.value = line.progress;
      if (line.result) result.value = line.result;
      if (line.problem) throw new ApiError(line.problem.code, line.problem.detail);
    }
  }
};
