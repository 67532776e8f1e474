interface Call {
  readonly function: string;
  readonly action: string;
  readonly resource: string;
  /**
   * `code`: called by the function itself; `trigger`: called by Lambda on its behalf, to read a stream or a
   * queue, or to log.
   */
  readonly by: 'code' | 'trigger';
}

/** Statistics of one kind of call by one function. */
export interface CallRecord extends Call {
  /** Number of calls; each item of a transaction counts. */
  readonly count: number;
  readonly refused: number;
  /** Read and write capacity units. A transaction's units are all recorded on its first item. */
  readonly capacityUnits: number;
}

/** Calls recorded by function: for the least-privilege test and the benchmarks. */
export interface Calls {
  record(call: Call, outcome: { readonly refused: boolean }): void;
  spend(call: Call, capacityUnits: number): void;
  /** Counts one API request, regardless of the number of items. */
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
