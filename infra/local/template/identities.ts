import * as z from 'zod';
import type { Resource } from './assembly.ts';
import { LOCAL_ACCOUNT, LOCAL_REGION, type Resolve } from './resolver.ts';

const arn = (service: string, rest: string, region = LOCAL_REGION): string =>
  `arn:aws:${service}:${region}:${LOCAL_ACCOUNT}:${rest}`;

type Names = Readonly<Record<string, string>>;
/**
 * Returns a resource's local `Ref` and attributes.
 * @param named reads the property that names the resource; returns `otherwise` if the template leaves the
 * choice of a name to AWS
 */
type Naming = (id: string, named: (property: string, otherwise?: string) => string) => Names;

const onlyRef: Naming = (id) => ({ Ref: id });
/** Names a resource that the runner does not emulate, because it only monitors or protects a deployment. */
const inert: Naming = (id) => ({ Ref: arn('local', id), Arn: arn('local', id), Id: id });

/**
 * The values of `Ref` and `GetAtt` for each resource type that our stacks use. The runner refuses other
 * types.
 */
const namings: Readonly<Record<string, Naming>> = {
  'AWS::ApiGatewayV2::Api': (id) => ({
    Ref: id,
    ApiEndpoint: `https://${id}.execute-api.${LOCAL_REGION}.amazonaws.com`,
  }),
  'AWS::ApiGatewayV2::Integration': onlyRef,
  'AWS::ApiGatewayV2::Route': onlyRef,
  'AWS::ApiGatewayV2::Stage': onlyRef,
  'AWS::CloudFront::CachePolicy': onlyRef,
  'AWS::CloudFront::Distribution': (id) => ({ Ref: id, DomainName: `${id}.cloudfront.net` }),
  'AWS::CloudFront::Function': (id) => ({ Ref: id, FunctionARN: arn('cloudfront', `function/${id}`, '') }),
  'AWS::CloudFront::OriginAccessControl': inert,
  'AWS::CloudFront::OriginRequestPolicy': onlyRef,
  'AWS::CloudFront::ResponseHeadersPolicy': onlyRef,
  'AWS::CloudWatch::Alarm': inert,
  'AWS::DynamoDB::Table': (id) => ({ Ref: id, Arn: arn('dynamodb', `table/${id}`) }),
  'AWS::Events::Rule': (id) => ({ Ref: id, Arn: arn('events', `rule/${id}`) }),
  'AWS::IAM::Policy': onlyRef,
  'AWS::IAM::Role': (id) => ({ Ref: id, Arn: arn('iam', `role/${id}`, '') }),
  'AWS::KMS::Key': inert,
  'AWS::Lambda::EventInvokeConfig': onlyRef,
  'AWS::Lambda::EventSourceMapping': onlyRef,
  'AWS::Lambda::Function': (id, named) => {
    const name = named('FunctionName', id);
    return { Ref: name, Arn: arn('lambda', `function:${name}`) };
  },
  'AWS::Lambda::LayerVersion': inert,
  'AWS::Lambda::Permission': onlyRef,
  'AWS::Logs::LogGroup': (id) => ({ Ref: id, Arn: arn('logs', `log-group:${id}:*`) }),
  'AWS::Logs::MetricFilter': inert,
  'AWS::S3::Bucket': (id) => ({
    Ref: id.toLowerCase(),
    Arn: `arn:aws:s3:::${id.toLowerCase()}`,
    RegionalDomainName: `${id.toLowerCase()}.s3.${LOCAL_REGION}.amazonaws.com`,
  }),
  'AWS::S3::BucketPolicy': onlyRef,
  'AWS::SES::ConfigurationSet': (_, named) => ({ Ref: named('Name') }),
  'AWS::SES::ConfigurationSetEventDestination': onlyRef,
  'AWS::SES::EmailIdentity': (_, named) => ({ Ref: named('EmailIdentity') }),
  'AWS::SNS::Subscription': inert,
  'AWS::SNS::Topic': inert,
  'AWS::SNS::TopicPolicy': inert,
  'AWS::SQS::Queue': (id) => ({ Ref: `https://sqs.local/${id}`, Arn: arn('sqs', id), QueueName: id }),
  'AWS::SQS::QueuePolicy': inert,
  'AWS::Scheduler::Schedule': (_, named) => ({ Ref: named('Name') }),
  'AWS::Scheduler::ScheduleGroup': (_, named) => ({ Ref: named('Name') }),
  'Custom::CDKBucketDeployment': onlyRef,
  'AWS::SecretsManager::Secret': (id) => ({ Ref: arn('secretsmanager', `secret:${id}`) }),
};

export const isKnown = (type: string): boolean => Object.hasOwn(namings, type);

/** Returns the local `Ref` and attributes of a resource. */
export const identify = ({ id, type, properties }: Resource, resolve: Resolve): Names => {
  const naming = namings[type];
  if (naming === undefined) throw new Error(`the local runner does not know ${type} (${id})`);
  return naming(id, (property, otherwise) => z.string().parse(resolve(properties[property]) ?? otherwise));
};
