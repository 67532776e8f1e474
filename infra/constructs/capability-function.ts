import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { bundlesFolder } from '../build/bundle-functions.ts';
import type { Capability } from '../definition/capabilities/capability.ts';
import { LogAlarms } from './log-alarms.ts';
import { ALARM_PERIOD, UserAlarm } from './user-alarm.ts';

interface CapabilityFunctionProps {
  readonly capability: Capability;
  readonly stage: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly logRetention: RetentionDays;
  /** Runs at once that are kept free for the function, and its maximum; undefined for none. */
  readonly reserved: number | undefined;
  readonly tell: ITopic;
}

/**
 * Timeout of a function: 10 seconds if it answers requests, one minute if it processes events, five minutes if it runs
 * on a schedule or runs a part of a job.
 */
const timeoutOf = ({ routes, takesUnknownPaths, timing, reads }: Capability): Duration =>
  timing === undefined && reads !== 'jobs'
    ? Duration.seconds(routes === undefined && takesUnknownPaths === undefined ? 60 : 10)
    : Duration.minutes(5);

/**
 * One Lambda function with a role, a log group and alarms of its own.
 *
 * @throws Error if the bundle has not been built
 */
export class CapabilityFunction extends Construct {
  readonly function: LambdaFunction;
  readonly role: Role;
  readonly logGroup: LogGroup;
  readonly timeout: Duration;

  constructor(scope: Construct, id: string, props: CapabilityFunctionProps) {
    super(scope, id);
    const { capability, stage } = props;
    const name = `${capability.room}-${capability.verb}`;
    const bundle = join(bundlesFolder, name);
    if (!existsSync(bundle))
      throw new Error(`${bundle} is missing: "npm run build" makes it from functions/${capability.room}`);

    const logGroup = new LogGroup(this, 'Log', {
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.logGroup = logGroup;
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    this.timeout = timeoutOf(capability);
    this.function = new LambdaFunction(this, 'Function', {
      functionName: `dpp-match-${stage}-${name}`,
      description: capability.effect,
      code: Code.fromAsset(bundle),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 1024,
      timeout: this.timeout,
      role: this.role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      ...(props.reserved === undefined ? {} : { reservedConcurrentExecutions: props.reserved }),
      environment: { ...props.environment, STAGE: stage, SERVICE_NAME: name },
    });
    new UserAlarm(this, 'Failing', {
      metric: this.function.metricErrors({ period: ALARM_PERIOD }),
      effect: capability.effect,
      runbook: 'a-function-fails',
      tell: props.tell,
    });
    if (props.reserved !== undefined)
      new UserAlarm(this, 'Throttled', {
        metric: this.function.metricThrottles({ period: ALARM_PERIOD }),
        effect: `More runs at once are needed than are reserved: ${capability.effect}`,
        runbook: 'more-runs-at-once-are-needed',
        tell: props.tell,
      });
    new LogAlarms(this, 'Said', { name, stage, logGroup, tell: props.tell });
  }
}
