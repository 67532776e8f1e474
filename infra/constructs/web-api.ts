import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { CfnIntegration, CfnRoute, HttpApi, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { FilterPattern, LogGroup, MetricFilter, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Capability } from '../definition/capabilities/capability.ts';
import type { CapabilityFunction } from './capability-function.ts';
import { ALARM_PERIOD, UserAlarm } from './user-alarm.ts';

interface WebApiProps {
  readonly stage: string;
  readonly logRetention: RetentionDays;
  readonly tell: ITopic;
}

/**
 * The facts that are logged about each request. They include neither its path, which may contain a link's token,
 * nor the caller's address.
 */
const ACCESS_LOG = JSON.stringify({
  requestId: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  problem: '$context.integrationErrorMessage',
});

/** The reason for which no route asks a caller for proof of who they are. */
const OPEN_TO_ALL = {
  id: 'AwsSolutions-APIG4',
  reason:
    'The service is public and has no accounts: forms are open to everyone, and personal pages are reached by a ' +
    'secret link that the function checks against the table.',
};

/** HTTP API with the routes listed in the functions' definitions and no others. */
export class WebApi extends Construct {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, props: WebApiProps) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', { createDefaultStage: false });
    const logGroup = new LogGroup(this, 'AccessLog', {
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.api.addStage('Stage', {
      autoDeploy: true,
      stageName: '$default',
      // Above the quotas that people can meet, which functions answer with a page. This limit answers with bare JSON.
      throttle: { rateLimit: 200, burstLimit: 400 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(logGroup),
        format: AccessLogFormat.custom(ACCESS_LOG),
      },
    });
    new UserAlarm(this, 'Failing', {
      metric: this.api.metricServerError({ period: ALARM_PERIOD, statistic: 'sum' }),
      effect: 'People see error pages.',
      runbook: 'people-see-error-pages',
      tell: props.tell,
      threshold: 3,
    });
    new UserAlarm(this, 'Refusing', {
      metric: this.api.metricClientError({ period: ALARM_PERIOD, statistic: 'sum' }),
      effect: 'Many requests are refused: a form may not work, or somebody tries addresses.',
      runbook: 'many-requests-are-refused',
      tell: props.tell,
      threshold: 500,
    });
    const turnedAway = new MetricFilter(this, 'TurnedAway', {
      logGroup,
      filterPattern: FilterPattern.stringValue('$.status', '=', '429'),
      metricNamespace: `dpp-match-${props.stage}`,
      metricName: 'turned-away',
      metricValue: '1',
    });
    new UserAlarm(this, 'TurningAway', {
      metric: turnedAway.metric({ period: ALARM_PERIOD, statistic: Stats.SUM }),
      effect: 'Many people are told to try again later: a quota or a limit is used up.',
      runbook: 'many-people-are-turned-away',
      tell: props.tell,
      threshold: 20,
    });
  }

  /** Adds the routes in a function's definition, in the function's stack. Each GET route also answers HEAD. */
  route(unit: CapabilityFunction, capability: Capability): void {
    const routes = (capability.routes ?? []).flatMap((route) =>
      route.startsWith('GET ') ? [route, route.replace('GET', 'HEAD')] : [route],
    );
    const keys = capability.takesUnknownPaths === true ? [...routes, '$default'] : routes;
    if (keys.length === 0) return;
    const scope = new Construct(unit, 'Routes');
    Validations.of(scope).acknowledge(OPEN_TO_ALL);
    const integration = new CfnIntegration(scope, 'Integration', {
      apiId: this.api.apiId,
      integrationType: 'AWS_PROXY',
      integrationUri: unit.function.functionArn,
      payloadFormatVersion: '2.0',
    });
    for (const routeKey of keys)
      new CfnRoute(scope, routeKey, {
        apiId: this.api.apiId,
        routeKey,
        target: `integrations/${integration.ref}`,
      });
    unit.function.addPermission('WebApi', {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: Stack.of(this).formatArn({
        service: 'execute-api',
        resource: this.api.apiId,
        resourceName: '*',
      }),
    });
  }
}
