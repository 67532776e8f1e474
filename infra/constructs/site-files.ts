import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { siteFolderOf } from '../build/build-site.ts';
import { acknowledgeCopier } from './acknowledge-copier.ts';
import { asBucket } from './as-bucket.ts';

interface SiteFilesProps {
  readonly logs: IBucket;
  /** Ids of the systems whose sites are published. */
  readonly systems: readonly string[];
}

/**
 * Files whose names contain a hash of their content. Browsers may therefore cache them for good, but
 * revalidate all other files.
 */
const NAMED_BY_CONTENT = '_astro/*';

/**
 * Content types of text files by file extension. They are set explicitly, because the types that S3 guesses do not name
 * the charset.
 */
const TEXT_TYPES = { html: 'text/html', css: 'text/css', js: 'text/javascript', txt: 'text/plain' } as const;

const revalidated = [CacheControl.fromString('public, max-age=0, must-revalidate')];

/** Page that CloudFront shows for any of several systems when it cannot reach an origin. */
const WITHOUT_SYSTEM = join(import.meta.dirname, '../edge/without-system');

/** Private bucket with the built sites, each in a folder with its system's id, readable by CloudFront only. */
export class SiteFiles extends Construct {
  readonly bucket: IBucket;
  private readonly logicalId: string;
  private readonly systems: readonly string[];

  constructor(scope: Construct, id: string, props: SiteFilesProps) {
    super(scope, id);
    this.systems = props.systems;
    const bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      serverAccessLogsBucket: props.logs,
      serverAccessLogsPrefix: 'site-bucket/',
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.bucket = asBucket(bucket);
    const resource = bucket.node.defaultChild;
    this.logicalId = CfnBucket.isCfnElement(resource) ? Stack.of(this).getLogicalId(resource) : '';
  }

  /**
   * Copies the files at every deployment and invalidates CloudFront's cache.
   *
   * @throws Error if a site has not been built
   */
  publishTo(distribution: IDistribution): void {
    for (const system of this.systems) this.publishSite(system, distribution);
    if (this.systems.length > 1)
      new BucketDeployment(this, 'WithoutSystem', {
        sources: [Source.asset(WITHOUT_SYSTEM)],
        destinationBucket: this.bucket,
        prune: false,
        contentType: 'text/html; charset=utf-8',
        cacheControl: revalidated,
      });
  }

  private publishSite(system: string, distribution: IDistribution): void {
    const folder = siteFolderOf(system);
    if (!existsSync(folder)) throw new Error(`${folder} is missing: "npm run build" makes it`);
    const scope = new Construct(this, system);
    const common = {
      sources: [Source.asset(folder)],
      destinationBucket: this.bucket,
      destinationKeyPrefix: system,
    };
    const assets = new BucketDeployment(scope, 'Assets', {
      ...common,
      // Keeps old files, because pages that were opened before the deployment still load their styles from them.
      prune: false,
      exclude: ['*'],
      include: [NAMED_BY_CONTENT],
      cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
    });
    const texts = Object.entries(TEXT_TYPES).map(
      ([ending, type]) =>
        new BucketDeployment(scope, `Texts-${ending}`, {
          ...common,
          prune: true,
          exclude: ['*', NAMED_BY_CONTENT],
          include: [`*.${ending}`],
          contentType: `${type}; charset=utf-8`,
          cacheControl: revalidated,
        }),
    );
    // The pages are copied last, because this deployment invalidates CloudFront's cache: all files to which the pages
    // refer must exist by then.
    const pages = new BucketDeployment(scope, 'Pages', {
      ...common,
      exclude: [NAMED_BY_CONTENT, ...Object.keys(TEXT_TYPES).map((ending) => `*.${ending}`)],
      prune: true,
      cacheControl: revalidated,
      distribution,
      distributionPaths: ['/*'],
    });
    pages.node.addDependency(assets, ...texts);
    acknowledgeCopier(pages.handlerRole, `<${this.logicalId}.Arn>`);
    Validations.of(pages.handlerRole).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'CDK cannot limit the permission to invalidate the cache to one distribution.',
    });
  }
}
