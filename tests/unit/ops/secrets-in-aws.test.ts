import {
  CloudFrontClient,
  GetDistributionCommand,
  type GetDistributionCommandOutput,
  GetDistributionConfigCommand,
  type GetDistributionConfigCommandOutput,
  ListDistributionsCommand,
  type ListDistributionsCommandOutput,
  UpdateDistributionCommand,
} from '@aws-sdk/client-cloudfront';
import {
  GetFunctionConfigurationCommand,
  type GetFunctionConfigurationCommandOutput,
  LambdaClient,
} from '@aws-sdk/client-lambda';
import {
  GetSecretValueCommand,
  type GetSecretValueCommandOutput,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { distributionId, distributionInAws } from '../../../infra/ops/distribution-in-aws.ts';
import { secretArn, secretInAws } from '../../../infra/ops/secret-in-aws.ts';

const cloudFront = mockClient(CloudFrontClient);
const lambda = mockClient(LambdaClient);
const secrets = mockClient(SecretsManagerClient);
beforeEach(() => {
  cloudFront.reset();
  lambda.reset();
  secrets.reset();
});

const $metadata = { httpStatusCode: 200 };
const OLD = 'old-value-of-thirty-two-characters-or-more';
const NEXT = 'next-value-of-thirty-two-characters-or-more';
const ARN = 'arn:aws:secretsmanager:eu-west-2:111111111111:secret:Door-AbCdEf';

/** What CloudFront answers, as an example of the SDK's type. */
const settings: GetDistributionConfigCommandOutput = {
  $metadata,
  ETag: 'E2QWRUHEXAMPLE',
  DistributionConfig: {
    CallerReference: 'a',
    Comment: '',
    Enabled: true,
    Aliases: { Quantity: 1, Items: ['dpp.example'] },
    DefaultCacheBehavior: { TargetOriginId: 'files', ViewerProtocolPolicy: 'redirect-to-https' },
    Origins: {
      Quantity: 2,
      Items: [
        { Id: 'files', DomainName: 'files.s3.eu-west-2.amazonaws.com' },
        {
          Id: 'functions',
          DomainName: 'abc.execute-api.eu-west-2.amazonaws.com',
          CustomHeaders: {
            Quantity: 2,
            Items: [
              { HeaderName: 'x-other', HeaderValue: 'stays' },
              { HeaderName: 'X-DPP-Door', HeaderValue: OLD },
            ],
          },
          ConnectionAttempts: 3,
        },
      ],
    },
  },
};

const inStatus = (Status: string): GetDistributionCommandOutput => ({
  $metadata,
  Distribution: {
    Id: 'E1',
    ARN: 'arn:aws:cloudfront::111111111111:distribution/E1',
    Status,
    LastModifiedTime: new Date('2026-12-01T08:00:00Z'),
    InProgressInvalidationBatches: 0,
    DomainName: 'd111.cloudfront.net',
    DistributionConfig: settings.DistributionConfig,
  },
});

describe('the distribution in AWS', () => {
  const its = (wait = () => Promise.resolve()) => distributionInAws(new CloudFrontClient({}), 'E1', wait);

  it('is found by the host name that it serves, on whichever page', async () => {
    const page = (domain: string, Id: string, NextMarker?: string): ListDistributionsCommandOutput => ({
      $metadata,
      DistributionList: {
        Marker: '',
        MaxItems: 100,
        IsTruncated: NextMarker !== undefined,
        NextMarker,
        Quantity: 1,
        Items: [
          {
            Id,
            ARN: `arn:aws:cloudfront::111111111111:distribution/${Id}`,
            Status: 'Deployed',
            LastModifiedTime: new Date('2026-12-01T08:00:00Z'),
            DomainName: 'd111.cloudfront.net',
            Aliases: { Quantity: 1, Items: [domain] },
            Origins: settings.DistributionConfig?.Origins,
            DefaultCacheBehavior: settings.DistributionConfig?.DefaultCacheBehavior,
            CacheBehaviors: { Quantity: 0 },
            CustomErrorResponses: { Quantity: 0 },
            Comment: '',
            PriceClass: 'PriceClass_100',
            Enabled: true,
            ViewerCertificate: {},
            Restrictions: { GeoRestriction: { RestrictionType: 'none', Quantity: 0 } },
            WebACLId: '',
            HttpVersion: 'http2and3',
            IsIPV6Enabled: true,
            Staging: false,
          },
        ],
      },
    });
    cloudFront
      .on(ListDistributionsCommand, { Marker: undefined })
      .resolves(page('other.example', 'E0', 'more'));
    cloudFront.on(ListDistributionsCommand, { Marker: 'more' }).resolves(page('dpp.example', 'E1'));
    expect(await distributionId(new CloudFrontClient({}), 'dpp.example')).toBe('E1');
    await expect(distributionId(new CloudFrontClient({}), 'no.example')).rejects.toThrow(
      'no distribution serves no.example',
    );
  });

  it('sends another value, and keeps everything else as it is', async () => {
    cloudFront.on(GetDistributionConfigCommand).resolves(settings);
    cloudFront.on(UpdateDistributionCommand).resolves({ $metadata });
    expect(await its().value()).toBe(OLD);
    await its().send(NEXT);
    const { input } = cloudFront.commandCalls(UpdateDistributionCommand)[0]!.args[0];
    expect(input).toMatchObject({ Id: 'E1', IfMatch: 'E2QWRUHEXAMPLE' });
    expect(JSON.stringify(input.DistributionConfig)).toBe(
      JSON.stringify(settings.DistributionConfig).replace(OLD, NEXT),
    );
  });

  it('is not changed if no origin has the header', async () => {
    const { DistributionConfig } = settings;
    cloudFront.on(GetDistributionConfigCommand).resolves({
      ...settings,
      DistributionConfig: { ...DistributionConfig!, Origins: { Quantity: 0, Items: [] } },
    });
    expect(await its().value()).toBeUndefined();
    await expect(its().send(NEXT)).rejects.toThrow('deploy the stacks first');
    expect(cloudFront.commandCalls(UpdateDistributionCommand)).toEqual([]);
  });

  it('is waited for until it is deployed, for an hour at most', async () => {
    let waits = 0;
    const wait = () => Promise.resolve(void (waits += 1));
    cloudFront
      .on(GetDistributionCommand)
      .resolvesOnce(inStatus('InProgress'))
      .resolvesOnce(inStatus('InProgress'))
      .resolves(inStatus('Deployed'));
    await its(wait).settled();
    expect(waits).toBe(2);
    cloudFront.on(GetDistributionCommand).resolves(inStatus('InProgress'));
    await expect(its(wait).settled()).rejects.toThrow('CloudFront has not finished within an hour');
  });
});

describe('a secret in AWS', () => {
  const found: GetFunctionConfigurationCommandOutput = {
    $metadata,
    FunctionName: 'dpp-match-prod-registration-register',
    Environment: { Variables: { DOOR_SECRET_ARN: ARN } },
  };
  const stored: GetSecretValueCommandOutput = {
    $metadata,
    ARN,
    Name: 'Door',
    VersionId: '00000000-0000-4000-8000-000000000000',
    SecretString: JSON.stringify({ current: OLD }),
    VersionStages: ['AWSCURRENT'],
    CreatedDate: new Date('2026-12-01T08:00:00Z'),
  };

  it('is the one that the functions of the stage read', async () => {
    lambda.on(GetFunctionConfigurationCommand).resolves(found);
    expect(await secretArn(new LambdaClient({}), 'prod', 'DOOR_SECRET_ARN')).toBe(ARN);
    expect(lambda.commandCalls(GetFunctionConfigurationCommand)[0]?.args[0].input).toEqual({
      FunctionName: 'dpp-match-prod-registration-register',
    });
    await expect(secretArn(new LambdaClient({}), 'prod', 'FORM_SECRET_ARN')).rejects.toThrow(
      'dpp-match-prod-registration-register has no setting FORM_SECRET_ARN',
    );
  });

  it('is read and written as JSON, and never written in a form that functions cannot read', async () => {
    secrets.on(GetSecretValueCommand).resolves(stored);
    secrets.on(PutSecretValueCommand).resolves({ $metadata });
    const its = secretInAws(new SecretsManagerClient({}), ARN);
    expect(await its.read()).toEqual({ current: OLD });
    await its.write({ current: OLD, next: NEXT });
    expect(secrets.commandCalls(PutSecretValueCommand).map(({ args }) => args[0].input)).toEqual([
      { SecretId: ARN, SecretString: JSON.stringify({ current: OLD, next: NEXT }) },
    ]);
    await expect(its.write({ current: 'short' })).rejects.toThrow('does not have the form');
    expect(secrets.commandCalls(PutSecretValueCommand)).toHaveLength(1);
  });
});
