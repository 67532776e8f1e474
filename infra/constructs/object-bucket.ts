import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { type IRole, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { ObjectUse } from '../definition/capabilities/capability.ts';
import { importedName } from './imported-name.ts';

/** The IAM action for each use of the objects below a prefix. `list` is granted on the bucket itself. */
const actions = {
  get: 's3:GetObject',
  put: 's3:PutObject',
  remove: 's3:DeleteObject',
} as const;

const LIST = 's3:ListBucket';

/** Files below this prefix come with every deployment. */
const DEPLOYED = 'systems/';

/** Files of each system that CloudFront serves to everybody. */
const SERVED = '*/open-data/*';

interface ObjectBucketProps {
  /** Ids of the systems, each of which has files below a prefix of its own. */
  readonly systems: readonly string[];
}

/**
 * Days after which a system's file that was not written again is deleted. A net for files that their builder forgot to
 * delete: the files in use are written again every day.
 */
const FORGOTTEN_AFTER_DAYS = 30;

/**
 * Private bucket of files: the published data of systems below `systems/`, and what functions build from rows below
 * each system's id. Without versions, so that an erased person is in no older version of a file. CloudFront may read the
 * open data and nothing else.
 */
export class ObjectBucket extends Construct {
  readonly bucket: Bucket;
  /** The bucket's ARN as cdk-nag's findings in other stacks write it. */
  readonly arnInFindings: string;

  constructor(scope: Construct, id: string, { systems }: ObjectBucketProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: false,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [
        { id: 'unfinished', abortIncompleteMultipartUploadAfter: Duration.days(1) },
        ...systems.map((system) => ({
          id: `forgotten-${system}`,
          prefix: `${system}/`,
          expiration: Duration.days(FORGOTTEN_AFTER_DAYS),
        })),
      ],
    });
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Only functions read and write this bucket, each below prefixes that its role names, and everything in it is made ' +
        'from the table or from the build.',
    });
    const stack = Stack.of(this);
    // Any distribution of this account: this stack is deployed before the one with the distribution and cannot name it.
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        actions: [actions.get],
        principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
        resources: [this.bucket.arnForObjects(SERVED)],
        conditions: { StringEquals: { 'AWS:SourceAccount': stack.account } },
      }),
    );
    this.arnInFindings = importedName(stack, this.bucket.bucketArn);
  }

  /**
   * Allows `role`, a function's role, these uses. Who reads objects that may be missing may list the bucket, because S3
   * tells a missing object from a forbidden one only to those.
   */
  grant(role: IRole, uses: readonly ObjectUse[]): void {
    for (const { use, prefix } of uses)
      if (use !== 'list') {
        role.addToPrincipalPolicy(
          new PolicyStatement({
            actions: [actions[use]],
            resources: [this.bucket.arnForObjects(`${prefix}*`)],
          }),
        );
        Validations.of(role).acknowledge({
          id: `AwsSolutions-IAM5[Resource::${this.arnInFindings}/${prefix}*]`,
          reason: `The function may ${use} every object whose key starts with "${prefix}", and no other.`,
        });
      }
    const mayMiss = ({ use, prefix }: ObjectUse): boolean => use === 'get' && prefix !== DEPLOYED;
    if (uses.some((one) => one.use === 'list' || mayMiss(one)))
      role.addToPrincipalPolicy(new PolicyStatement({ actions: [LIST], resources: [this.bucket.bucketArn] }));
  }
}
