import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { asBucket } from '../constructs/as-bucket.ts';
import { AccessLogBucket } from '../constructs/access-log-bucket.ts';
import type { ServiceSecrets } from '../constructs/service-secrets.ts';
import type { ObjectBucket } from '../constructs/object-bucket.ts';
import { SiteDistribution } from '../constructs/site-distribution.ts';
import { SiteFiles } from '../constructs/site-files.ts';
import type { WebApi } from '../constructs/web-api.ts';
import type { StageSettings } from '../definition/stage-settings.ts';

interface SiteStackProps extends StackProps {
  readonly settings: StageSettings;
  readonly webApi: WebApi;
  /** Bucket of files, from which open data are served. */
  readonly objects: ObjectBucket;
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
      objects: asBucket(props.objects.bucket),
      webApi: props.webApi,
      doorValue: props.secrets.doorValue,
    });
    files.publishTo(site.distribution);
    new CfnOutput(this, 'PointTheDomainTo', { value: site.distribution.distributionDomainName });
  }
}
