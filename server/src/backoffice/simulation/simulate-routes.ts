import { Hono, type Context } from 'hono';
import { stream } from 'hono/streaming';
import {
  simulationInput,
  type Simulation,
  type SimulationInput,
  type SimulationProgress,
} from '@okaeri/shared/simulation';
import type { Deps } from '../../deps.ts';
import type { MerchantEnv } from '../../access/merchant.ts';
import { problemDocument, ProblemError } from '../../platform/http/problem.ts';
import { answer, jsonBody } from '../../platform/http/typed.ts';
import { workProblem } from '../../platform/http/work-problem.ts';
import { simulateProgram } from './simulate.ts';

const LINES = 'application/x-ndjson';

/** `/v1/program/simulate`: what a draft would have changed. */
export const simulationRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>().post('/simulate', jsonBody(simulationInput), (c) =>
    replySimulated(deps, c, c.req.valid('json')),
  );

/** The same in lines: progress, and last the result or the problem that ended it. */
export const replyInLines = async (
  deps: Pick<Deps, 'logger'>,
  c: Context,
  run: (report: (progress: SimulationProgress) => void) => Promise<Simulation>,
): Promise<Response> => {
  const begun = Promise.withResolvers<SimulationProgress>();
  let report: (progress: SimulationProgress) => void = begun.resolve;
  const running = run((progress) => report(progress));
  // Until it has begun to run, a refusal has its own status.
  const first = await Promise.race([begun.promise, running.then(() => null)]);
  c.header('Content-Type', LINES);
  return stream(c, async (out) => {
    const line = (value: unknown): Promise<unknown> => out.write(`${JSON.stringify(value)}\n`);
    report = (progress) => void line({ progress });
    if (first !== null) await line({ progress: first });
    const last = await running.then(
      (result) => ({ result }),
      (error: unknown) => ({ problem: problemDocument(problemOf(deps, error)) }),
    );
    await line(last);
  });
};

/** The time machine: one answer, or a line for each step of the way to clients that take lines. */
async function replySimulated(deps: Deps, c: Context<MerchantEnv>, request: SimulationInput) {
  const order = { shop: c.get('shop'), request, signal: c.req.raw.signal };
  if (c.req.header('accept')?.includes(LINES) !== true)
    return answer(c, await simulateProgram(deps, order, () => undefined));
  return replyInLines(deps, c, (report) => simulateProgram(deps, order, report));
}

function problemOf(deps: Pick<Deps, 'logger'>, error: unknown): ProblemError {
  const known = workProblem(error);
  if (known !== undefined) return known;
  deps.logger.error({ error }, 'a simulation failed');
  return new ProblemError('internal', 'Nothing was changed. It has been logged.');
}
