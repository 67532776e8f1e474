/** Rows by partition, each under its own name, read in the order of their sort keys. */
export interface MemoryPartitions<Value> {
  set(place: Place, value: Value): void;
  remove(place: Place): void;
  /** Values of one partition by sort key, as DynamoDB orders them: by the bytes of UTF-8. */
  sorted(partition: string, wanted: (sortKey: string) => boolean): readonly Value[];
}

export interface Place {
  readonly partition: string;
  readonly sortKey: string;
  /** Tells apart what stands at the same place, as an index allows. */
  readonly name: string;
}

/** From here on UTF-16 and UTF-8 order characters differently. */
const UNUSUAL = /[\ud800-\uffff]/u;

export const orderOf = (a: string, b: string): number => {
  if (a === b) return 0;
  if (UNUSUAL.test(a) || UNUSUAL.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : 1;
};

export const memoryPartitions = <Value>(): MemoryPartitions<Value> => {
  const partitions = new Map<string, Map<string, { readonly sortKey: string; readonly value: Value }>>();
  return {
    set: ({ partition, sortKey, name }, value) => {
      const rows = partitions.get(partition);
      if (rows === undefined) partitions.set(partition, new Map([[name, { sortKey, value }]]));
      else rows.set(name, { sortKey, value });
    },
    remove: ({ partition, name }) => {
      const rows = partitions.get(partition);
      rows?.delete(name);
      if (rows?.size === 0) partitions.delete(partition);
    },
    sorted: (partition, wanted) =>
      [...(partitions.get(partition)?.values() ?? [])]
        .filter(({ sortKey }) => wanted(sortKey))
        .sort((a, b) => orderOf(a.sortKey, b.sortKey))
        .map(({ value }) => value),
  };
};
