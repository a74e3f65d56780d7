/** What one piece of heavy work may take before it is ended. */
export interface WorkLimits {
  /** Milliseconds a file may be read for, in a worker. */
  readonly readFileMs: number;
  /** Milliseconds a preview may compare the lines of a file with what is there. */
  readonly lookMs: number;
  /** Milliseconds a simulation may run. */
  readonly simulateMs: number;
  /** Milliseconds a shop may be measured for. */
  readonly measureMs: number;
  /** Megabytes of heap a worker that reads a file may have. */
  readonly readFileHeapMb: number;
  /** Megabytes of heap a worker that walks through a shop may have. */
  readonly walkHeapMb: number;
}

/** Of a server, where others wait meanwhile. */
export const SERVER_WORK_LIMITS: WorkLimits = {
  readFileMs: 60_000,
  lookMs: 120_000,
  simulateMs: 120_000,
  measureMs: 300_000,
  readFileHeapMb: 384,
  walkHeapMb: 512,
};

/** Of a command, which has a process of its own and somebody who can end it. */
export const COMMAND_WORK_LIMITS: WorkLimits = {
  readFileMs: 600_000,
  lookMs: 3_600_000,
  simulateMs: 3_600_000,
  measureMs: 3_600_000,
  readFileHeapMb: 2048,
  walkHeapMb: 2048,
};
