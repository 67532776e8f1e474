import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { StageSettings } from '../definition/stage-settings.ts';
import { importedName } from './imported-name.ts';

interface AuditBucketProps {
  readonly lock: StageSettings['auditLock'];
}

const retentionOf = ({ mode, days }: StageSettings['auditLock']): ObjectLockRetention =>
  mode === 'compliance'
    ? ObjectLockRetention.compliance(Duration.days(days))
    : ObjectLockRetention.governance(Duration.days(days));

/**
 * Private bucket with the daily exports of the audit. Nobody can change or delete an object while its lock holds; it is
 * deleted when the lock has ended.
 */
export class AuditBucket extends Construct {
  readonly bucket: Bucket;
  /** The bucket's ARN as cdk-nag's findings in other stacks write it. */
  private readonly arnInFindings: string;

  constructor(scope: Construct, id: string, { lock }: AuditBucketProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention: retentionOf(lock),
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [
        {
          id: 'lock-ended',
          expiration: Duration.days(lock.days + 1),
          noncurrentVersionExpiration: Duration.days(1),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    });
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'One function writes this bucket, and its lock keeps everybody from changing it. Its objects hold codes and ids, no ' +
        'values.',
    });
    this.arnInFindings = importedName(Stack.of(this), this.bucket.bucketArn);
  }

  /** Allows `role`, a function's role, to write exports and to list those that were written. It may read none. */
  grantExport(role: IRole): void {
    role.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['s3:PutObject'], resources: [this.bucket.arnForObjects('*')] }),
    );
    role.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['s3:ListBucket'], resources: [this.bucket.bucketArn] }),
    );
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${this.arnInFindings}/*]`,
      reason:
        'The function may write every object of the bucket with the exports of the audit, and read none.',
    });
  }
}
