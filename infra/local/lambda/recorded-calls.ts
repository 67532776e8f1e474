interface Call {
  readonly function: string;
  readonly action: string;
  readonly resource: string;
  /** `code`: the function itself; `trigger`: Lambda on its behalf, to read a stream or a queue, or to log. */
  readonly by: 'code' | 'trigger';
}

/** One kind of call that one function was seen to make. */
export interface CallRecord extends Call {
  /** Items, for a transaction that holds several. */
  readonly count: number;
  readonly refused: number;
  /** Capacity units of the table, reads and writes together; a transaction's are told under its first item. */
  readonly capacityUnits: number;
}

/** What functions were seen to do: for the test of least privilege and for the bench. */
export interface Calls {
  record(call: Call, outcome: { readonly refused: boolean }): void;
  spend(call: Call, capacityUnits: number): void;
  /** One API request of a function, however many items it touches. */
  request(functionName: string): void;
  read(): { readonly calls: readonly CallRecord[]; readonly requests: Readonly<Record<string, number>> };
  reset(): void;
}

export const callsSeen = (): Calls => {
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
