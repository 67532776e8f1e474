import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { AccessLogBucket } from '../constructs/access-log-bucket.ts';
import type { ServiceSecrets } from '../constructs/service-secrets.ts';
import { SiteDistribution } from '../constructs/site-distribution.ts';
import { SiteFiles } from '../constructs/site-files.ts';
import type { WebApi } from '../constructs/web-api.ts';
import type { StageSettings } from '../definition/stage-settings.ts';

interface SiteStackProps extends StackProps {
  readonly settings: StageSettings;
  readonly webApi: WebApi;
  /** Bucket of files, from which open data are served. */
  readonly objects: IBucket;
  readonly secrets: ServiceSecrets;
}

/** Stack with the public entry: for each system one host name for the static files and the functions. */
export class SiteStack extends Stack {
  constructor(scope: Construct, id: string, props: SiteStackProps) {
    super(scope, id, props);
    const logs = new AccessLogBucket(this, 'Logs', { keepDays: props.settings.logRetention });
    const files = new SiteFiles(this, 'Files', {
      logs: logs.bucket,
      systems: props.settings.systems.map(({ id }) => id),
    });
    const site = new SiteDistribution(this, 'Site', {
      settings: props.settings,
      bucket: files.bucket,
      objects: props.objects,
      webApi: props.webApi,
      doorValue: props.secrets.doorValue,
    });
    files.publishTo(site.distribution);
    new CfnOutput(this, 'PointTheDomainTo', { value: site.distribution.distributionDomainName });
  }
}
