import { Duration } from 'aws-cdk-lib';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { publishedFolder } from '../build/publish-systems.ts';
import { acknowledgeCopier } from './acknowledge-copier.ts';
import { asBucket } from './as-bucket.ts';
import type { ObjectBucket } from './object-bucket.ts';
import { publishedSystems } from './published-systems.ts';

interface SystemFilesProps {
  readonly objects: ObjectBucket;
}

/**
 * Copies the published data of all systems to `systems/<id>/…` in the bucket of files, at every deployment.
 *
 * @throws Error if the systems have not been published
 */
export class SystemFiles extends Construct {
  constructor(scope: Construct, id: string, { objects }: SystemFilesProps) {
    super(scope, id);
    publishedSystems();
    const files = new BucketDeployment(this, 'Files', {
      sources: [Source.asset(publishedFolder)],
      destinationBucket: asBucket(objects.bucket),
      destinationKeyPrefix: 'systems',
      prune: true,
      cacheControl: [CacheControl.maxAge(Duration.seconds(0))],
    });
    acknowledgeCopier(files.handlerRole, objects.arnInFindings);
  }
}
