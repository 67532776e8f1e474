/** The clock that functions see: this machine's, moved on by hand. It never goes back. */
export interface MovableClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Moves to `time` (milliseconds since 1970), or stays when it has passed. */
  moveTo(time: number): void;
  /** Shared with every worker: how far ahead of this machine's clock, in milliseconds. */
  readonly offset: SharedArrayBuffer;
}

export const movableClock = (): MovableClock => {
  const offset = new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT);
  const ahead = new Float64Array(offset);
  const now = (): number => Date.now() + (ahead[0] ?? 0);
  return {
    now,
    moveTo: (time) => {
      ahead[0] = (ahead[0] ?? 0) + Math.max(0, time - now());
    },
    offset,
  };
};
