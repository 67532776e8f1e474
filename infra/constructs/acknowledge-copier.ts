import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Acknowledges cdk-nag's findings about CDK's own function for copying files, which runs only during a deployment.
 *
 * @param role role of that function
 * @param bucket ARN of the bucket to which it copies, as findings write it
 */
export const acknowledgeCopier = (role: IConstruct, bucket: string): void => {
  const copier = "CDK's own function for copying files, which runs only during a deployment:";
  const acknowledge = (rule: string, findings: readonly string[], reason: string) => {
    for (const finding of findings)
      Validations.of(role).acknowledge({ id: `${rule}[${finding}]`, reason: `${copier} ${reason}` });
  };
  Validations.of(role.node.scope ?? role).acknowledge({
    id: 'AwsSolutions-L1',
    reason: `${copier} CDK's version decides its runtime.`,
  });
  acknowledge(
    'AwsSolutions-IAM4',
    ['Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'],
    'CDK gives its role the managed policy for logs.',
  );
  acknowledge(
    'AwsSolutions-IAM5',
    ['GetObject*', 'GetBucket*', 'List*', 'DeleteObject*', 'Abort*'].map((action) => `Action::s3:${action}`),
    'CDK lists the actions for reading one bucket and writing another.',
  );
  acknowledge(
    'AwsSolutions-IAM5',
    ['Resource::arn:aws:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-eu-west-2/*', `Resource::${bucket}/*`],
    "it reads the objects of CDK's assets bucket and writes all objects of its destination.",
  );
};
