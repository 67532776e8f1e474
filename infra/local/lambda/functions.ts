import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import type { Authorise } from './authorise.ts';
import type { MovableClock } from './movable-clock.ts';
import { type FunctionWorkers, functionWorkers } from './function-workers.ts';
import type { Logs } from './function-logs.ts';
import type { LocalTemplate } from '../template/local-template.ts';
import type { Outcome } from './worker-messages.ts';

const lambda = z.object({
  FunctionName: z.string(),
  Handler: z.literal('index.handler'),
  Runtime: z.literal('nodejs24.x'),
  Role: z.string(),
  Timeout: z.number(),
  MemorySize: z.number(),
  Code: z.object({ S3Key: z.string() }),
  LoggingConfig: z.object({ LogFormat: z.literal('JSON'), LogGroup: z.string() }),
  Environment: z.object({ Variables: z.record(z.string(), z.string()) }),
});

export interface LocalFunction {
  readonly id: string;
  readonly name: string;
  readonly arn: string;
  /** Logical id of the function's role. */
  readonly role: string;
  readonly timeoutSeconds: number;
  /** Variables of the template. */
  readonly variables: Readonly<Record<string, string>>;
}

/** The template's functions, each running its real bundle in workers of its own. */
export interface LocalFunctions {
  readonly all: readonly LocalFunction[];
  /** @param nameOrArn name or ARN, in any form that routes, mappings, schedules and API callers use */
  find(nameOrArn: string): LocalFunction | undefined;
  /** Invokes a function once and waits for the outcome. */
  invoke(nameOrArn: string, event: unknown): Promise<Outcome>;
  /** Whether no function is running or waiting. */
  idle(): boolean;
  /** Number of invocations that have ended. */
  ended(): number;
  close(): Promise<void>;
}

interface Setup {
  readonly template: LocalTemplate;
  readonly clock: MovableClock;
  readonly logs: Logs;
  readonly authorise: Authorise;
  /** Endpoint to which the functions send their AWS calls. */
  readonly awsEndpoint: string;
}

export const localFunctions = ({ template, clock, logs, awsEndpoint, authorise }: Setup): LocalFunctions => {
  const workers = new Map<string, FunctionWorkers>();
  let ended = 0;
  const all = template.all('AWS::Lambda::Function', lambda).map(({ id, properties }): LocalFunction => {
    const folder = template.assets.get(properties.Code.S3Key);
    if (folder === undefined) throw new Error(`${properties.FunctionName}: the assembly has no bundle of it`);
    const arn = `arn:aws:lambda:eu-west-2:000000000000:function:${properties.FunctionName}`;
    const logArn = `arn:aws:logs:eu-west-2:000000000000:log-group:${properties.LoggingConfig.LogGroup}:*`;
    workers.set(
      id,
      functionWorkers({
        start: {
          file: join(folder, 'index.mjs'),
          offset: clock.offset,
          functionName: properties.FunctionName,
          functionArn: arn,
          memoryMegabytes: properties.MemorySize,
        },
        environment: {
          ...properties.Environment.Variables,
          AWS_REGION: 'eu-west-2',
          AWS_LAMBDA_FUNCTION_NAME: properties.FunctionName,
          AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(properties.MemorySize),
          // Each function signs with its logical id as access key, by which the proxy identifies the caller.
          AWS_ACCESS_KEY_ID: id,
          AWS_SECRET_ACCESS_KEY: 'local',
          AWS_ENDPOINT_URL: awsEndpoint,
          TZ: 'UTC',
        },
        timeoutSeconds: properties.Timeout,
        log: (line) => {
          const refusal = authorise(
            id,
            ['logs:CreateLogStream', 'logs:PutLogEvents'].map((action) => ({ action, resource: logArn })),
            'trigger',
          );
          if (refusal === undefined) logs.add(properties.FunctionName, line);
        },
      }),
    );
    const role = /role\/(\w+)$/.exec(properties.Role)?.[1];
    if (role === undefined)
      throw new Error(`${properties.FunctionName}: ${properties.Role} is no role of ours`);
    const { Variables: variables } = properties.Environment;
    return { id, name: properties.FunctionName, arn, role, timeoutSeconds: properties.Timeout, variables };
  });

  const find = (nameOrArn: string) =>
    all.find(({ id, name, arn }) => [id, name, arn].includes(nameOrArn.replace(/:\$LATEST$/, '')));
  return {
    all,
    find,
    invoke: (nameOrArn, event) => {
      const found = workers.get(find(nameOrArn)?.id ?? '');
      if (found === undefined) throw new Error(`there is no function ${nameOrArn}`);
      return found.run(event, randomUUID()).finally(() => {
        ended += 1;
      });
    },
    ended: () => ended,
    idle: () => [...workers.values()].every((one) => one.idle()),
    close: async () => {
      await Promise.all([...workers.values()].map((one) => one.close()));
    },
  };
};
