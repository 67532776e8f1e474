import { existsSync } from 'node:fs';
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
  /** Id of the system whose site is published. */
  readonly system: string;
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

/** Private bucket with the built site, readable by CloudFront only. */
export class SiteFiles extends Construct {
  readonly bucket: IBucket;
  private readonly logicalId: string;
  private readonly folder: string;

  constructor(scope: Construct, id: string, props: SiteFilesProps) {
    super(scope, id);
    this.folder = siteFolderOf(props.system);
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
   * @throws Error if the site has not been built
   */
  publishTo(distribution: IDistribution): void {
    if (!existsSync(this.folder)) throw new Error(`${this.folder} is missing: "npm run build" makes it`);
    const common = { sources: [Source.asset(this.folder)], destinationBucket: this.bucket };
    const revalidated = [CacheControl.fromString('public, max-age=0, must-revalidate')];
    const assets = new BucketDeployment(this, 'Assets', {
      ...common,
      // Keeps old files, because pages that were opened before the deployment still load their styles from them.
      prune: false,
      exclude: ['*'],
      include: [NAMED_BY_CONTENT],
      cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
    });
    const texts = Object.entries(TEXT_TYPES).map(
      ([ending, type]) =>
        new BucketDeployment(this, `Texts-${ending}`, {
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
    const pages = new BucketDeployment(this, 'Pages', {
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
