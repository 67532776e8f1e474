import * as z from 'zod';
import { nextFiring } from './cron.ts';
import type { LocalFunction, LocalFunctions } from '../lambda/functions.ts';
import type { Policies } from '../lambda/iam-policy.ts';
import type { SendToDeadLetters } from './send-to-dead-letters.ts';
import type { LocalTemplate } from '../template/local-template.ts';
import type { Outcome } from '../lambda/worker-messages.ts';

const schedule = z.object({
  Name: z.string(),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.literal('Europe/London'),
  FlexibleTimeWindow: z.object({ Mode: z.literal('OFF') }),
  Target: z.object({
    Arn: z.string(),
    RoleArn: z.string(),
    Input: z.string(),
    DeadLetterConfig: z.object({ Arn: z.string() }),
  }),
});
const retries = z.object({
  FunctionName: z.string(),
  MaximumRetryAttempts: z.number(),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }) }),
});

export interface LocalSchedule {
  readonly name: string;
  readonly expression: string;
  readonly target: LocalFunction;
  /**
   * Invokes the target with `time` (milliseconds since 1970) as the scheduled time. Retries a failed run, and
   * sends a dead letter if every attempt fails.
   */
  run(time: number): Promise<Outcome>;
  /**
   * @returns the first time after `time` at which the schedule fires; both times are in milliseconds since 1970
   */
  next(time: number): number;
}

interface Setup {
  readonly template: LocalTemplate;
  readonly functions: LocalFunctions;
  readonly policies: Policies;
  readonly deadLetter: SendToDeadLetters;
}

/** Creates the schedules that the template describes. */
export const schedulesOf = ({
  template,
  functions,
  policies,
  deadLetter,
}: Setup): readonly LocalSchedule[] => {
  const invokeConfigs = template.all('AWS::Lambda::EventInvokeConfig', retries);
  return template.all('AWS::Scheduler::Schedule', schedule).map(({ id, properties }) => {
    const { Name: name, ScheduleExpression: expression, Target } = properties;
    const target = functions.find(Target.Arn);
    if (target === undefined)
      throw new Error(`the schedule ${id} starts ${Target.Arn}, which is no function`);
    const role = /role\/(\w+)$/.exec(Target.RoleArn)?.[1] ?? '';
    if (!policies.allows(role, 'lambda:InvokeFunction', target.arn))
      throw new Error(`the schedule ${name} may not start ${target.name}`);
    const config = invokeConfigs.find(({ properties: { FunctionName } }) => FunctionName === target.name);
    return {
      name,
      expression,
      target,
      next: (time) => nextFiring(expression, time),
      run: async (time) => {
        const at = new Date(time).toISOString();
        const event: unknown = JSON.parse(Target.Input.replaceAll('<aws.scheduler.scheduled-time>', at));
        const tries = 1 + (config?.properties.MaximumRetryAttempts ?? 2);
        let outcome = await functions.invoke(target.id, event);
        for (let tried = 1; !outcome.ok && tried < tries; tried += 1)
          outcome = await functions.invoke(target.id, event);
        if (!outcome.ok && config !== undefined)
          deadLetter(target, config.properties.DestinationConfig.OnFailure.Destination, {
            version: '1.0',
            timestamp: at,
            requestContext: {
              functionArn: target.arn,
              condition: 'RetriesExhausted',
              approximateInvokeCount: tries,
            },
            requestPayload: event,
            responsePayload: { errorType: outcome.errorType },
          });
        return outcome;
      },
    };
  });
};
