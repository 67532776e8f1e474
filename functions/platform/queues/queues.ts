/** A message for a queue. `id` names it within one call. */
export interface QueueMessage {
  readonly id: string;
  readonly body: string;
}

/** Access to the queues that a function feeds. */
export interface Queues {
  /** Whether some function reads the queue. A queue without a reader does not exist. */
  has(queue: string): boolean;
  /**
   * Sends messages in any order. A message may arrive more than once.
   * @returns the ids of the messages that were not accepted
   * @throws if the queue does not exist, or does not answer after several attempts; some messages may have been sent
   */
  send(queue: string, messages: readonly QueueMessage[]): Promise<readonly string[]>;
}
