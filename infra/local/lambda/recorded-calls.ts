interface Call {
  readonly function: string;
  readonly action: string;
  readonly resource: string;
  /**
   * `code`: the function's own code made the call; `trigger`: Lambda made it on the function's behalf, to
   * read a stream or a queue or to write the log.
   */
  readonly by: 'code' | 'trigger';
}

/** Statistics of one kind of call by one function. */
export interface CallRecord extends Call {
  /** Number of calls; each item of a transaction counts. */
  readonly count: number;
  readonly refused: number;
  /** Read and write capacity units. All units of a transaction are recorded with its first item. */
  readonly capacityUnits: number;
}

/** The AWS calls of each function, recorded for the least-privilege test and the benchmarks. */
export interface Calls {
  record(call: Call, outcome: { readonly refused: boolean }): void;
  spend(call: Call, capacityUnits: number): void;
  /** Counts one API request, however many items it contains. */
  request(functionName: string): void;
  read(): { readonly calls: readonly CallRecord[]; readonly requests: Readonly<Record<string, number>> };
  reset(): void;
}

export const recordedCalls = (): Calls => {
  const records = new Map<string, CallRecord>();
  const requests = new Map<string, number>();
  const change = (call: Call, by: (before: CallRecord) => CallRecord) => {
    const key = [call.function, call.action, call.resource, call.by].join(' ');
    records.set(key, by(records.get(key) ?? { ...call, count: 0, refused: 0, capacityUnits: 0 }));
  };
  return {
    record: (call, { refused }) =>
      change(call, (before) => ({
        ...before,
        count: before.count + 1,
        refused: before.refused + (refused ? 1 : 0),
      })),
    spend: (call, units) =>
      change(call, (before) => ({ ...before, capacityUnits: before.capacityUnits + units })),
    request: (name) => requests.set(name, (requests.get(name) ?? 0) + 1),
    read: () => ({ calls: [...records.values()], requests: Object.fromEntries(requests) }),
    reset: () => {
      records.clear();
      requests.clear();
    },
  };
};
