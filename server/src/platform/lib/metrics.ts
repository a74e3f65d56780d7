import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds a request takes, from what a cache answers to what nobody waits for. */
const BUCKETS_SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** Where a request came in, how it was asked, and how it went: few enough to keep apart for ever. */
interface RequestLabels {
  readonly route: string;
  readonly method: string;
  readonly status: string;
}

/** How long a number is waited for that must be found out: a scrape waits ten seconds at most. */
const FIND_OUT_MS = 2000;

/** What is counted while the server runs, and written out when it is asked for. */
export interface Metrics {
  request(labels: RequestLabels, seconds: number): void;
  /** Something left the outbox, or did not. */
  delivery(labels: { readonly kind: string; readonly outcome: string }): void;
  /** A message was sent to a webhook endpoint. */
  webhook(labels: { readonly outcome: string }): void;
  /**
   * A number that is found out when it is asked for; `values` gives it, by its label where it has
   * one. One that only grows is a count.
   */
  ask(
    of: {
      readonly name: string;
      readonly help: string;
      readonly kind: 'count' | 'gauge';
      readonly label?: string;
    },
    values: () => Promise<Readonly<Record<string, number>>>,
  ): void;
  /** The process's own: memory, event loop, garbage. Once for a process. */
  watchProcess(): void;
  /** The text format of Prometheus (https://prometheus.io/docs/instrumenting/exposition_formats/). */
  text(): Promise<string>;
}

/** Makes a registry of its own. */
export const createMetrics = (): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Histogram({
    name: 'okaeri_request_seconds',
    help: 'How long requests took.',
    labelNames: ['route', 'method', 'status'],
    buckets: BUCKETS_SECONDS,
    registers,
  });
  const deliveries = new Counter({
    name: 'okaeri_deliveries_total',
    help: 'What left the outbox, by what it is and how it went.',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  const webhooks = new Counter({
    name: 'okaeri_webhook_attempts_total',
    help: 'Messages sent to the addresses of shops, by how it went.',
    labelNames: ['outcome'],
    registers,
  });
  return {
    webhook: (labels) => webhooks.inc({ ...labels }),
    request: (labels, seconds) => requests.observe({ ...labels }, seconds),
    delivery: (labels) => deliveries.inc({ ...labels }),
    ask({ name, help, kind, label }, values) {
      const Kind = kind === 'count' ? Counter : Gauge;
      const asked: Counter | Gauge = new Kind({
        name,
        help,
        labelNames: label === undefined ? [] : [label],
        registers,
        async collect() {
          asked.reset();
          for (const [key, value] of Object.entries(await orNothing(values())))
            asked.inc(label === undefined ? {} : { [label]: key }, value);
        },
      });
    },
    watchProcess: () => collectDefaultMetrics({ register: registry }),
    text: () => registry.metrics(),
  };
};

type Values = Readonly<Record<string, number>>;

/** What cannot be found out is left out: while the database is away, the others are wanted most. */
function orNothing(values: Promise<Values>): Promise<Values> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({}), FIND_OUT_MS);
    void values.then(resolve, () => resolve({})).finally(() => clearTimeout(timer));
  });
}
