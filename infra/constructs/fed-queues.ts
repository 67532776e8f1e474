import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Stack } from 'aws-cdk-lib';
import type { ChangeQueue } from '../../shared/contracts/change-queues.ts';
import type { CapabilityFunction } from './capability-function.ts';

/** The queues that functions read, by their names. */
export class FedQueues {
  readonly #queues = new Map<ChangeQueue, IQueue>();

  add(name: ChangeQueue, queue: IQueue): void {
    if (this.#queues.has(name)) throw new Error(`two functions read the queue ${name}`);
    this.#queues.set(name, queue);
  }

  /** Allows a function to send to those of the named queues that exist, and tells it their addresses. */
  letSend({ function: sender, role }: CapabilityFunction, names: readonly ChangeQueue[]): void {
    const found = names.flatMap((name) => {
      const queue = this.#queues.get(name);
      return queue === undefined ? [] : [[name, queue] as const];
    });
    if (found.length === 0) return;
    role.addToPolicy(
      new PolicyStatement({
        actions: ['sqs:SendMessage'],
        resources: found.map(([, queue]) => queue.queueArn),
      }),
    );
    sender.addEnvironment(
      'QUEUES',
      Stack.of(sender).toJsonString(
        Object.fromEntries(found.map(([name, { queueUrl }]) => [name, queueUrl])),
      ),
    );
  }
}
