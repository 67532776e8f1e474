import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { deploymentFile } from '../build/deployment-file.ts';
import { publishedSystem } from '../build/published-system.ts';
import { publishedFolder } from '../build/publish-systems.ts';
import type { StageSettings } from '../definition/stage-settings.ts';
import { acknowledgeCopier } from './acknowledge-copier.ts';
import { asBucket } from './as-bucket.ts';
import type { ObjectBucket } from './object-bucket.ts';

interface SystemFilesProps {
  readonly objects: ObjectBucket;
  readonly systems: StageSettings['systems'];
  readonly sharedNetworks: StageSettings['sharedNetworks'];
}

/**
 * Copies, at every deployment, the published data of the stage's systems to `systems/<id>/…` in the bucket of files, and
 * their settings to `systems/deployment.json`. The settings are a file, because those of all systems of England are longer
 * than the 4 KB that Lambda allows for environment variables.
 *
 * @throws Error if a system has not been published, or if its settings do not fit its data
 */
export class SystemFiles extends Construct {
  constructor(scope: Construct, id: string, { objects, systems, sharedNetworks }: SystemFilesProps) {
    super(scope, id);
    const common = {
      destinationBucket: asBucket(objects.bucket),
      cacheControl: [CacheControl.maxAge(Duration.seconds(0))],
    };
    for (const system of systems) {
      const folder = join(publishedFolder, system.id);
      if (!existsSync(folder)) throw new Error(`${folder} is missing: "npm run build" publishes systems`);
      const files = new BucketDeployment(this, `Files-${system.id}`, {
        ...common,
        sources: [Source.asset(folder)],
        destinationKeyPrefix: `systems/${system.id}`,
        prune: true,
      });
      acknowledgeCopier(files.handlerRole, objects.arnInFindings);
    }
    new BucketDeployment(this, 'Settings', {
      ...common,
      sources: [
        Source.jsonData(
          'deployment.json',
          deploymentFile(systems, publishedSystem).map((one) => ({ ...one, sharedNetworks })),
        ),
      ],
      destinationKeyPrefix: 'systems',
      prune: false,
    });
  }
}
