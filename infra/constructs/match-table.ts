import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { TableUse } from '../definition/capabilities/capability.ts';

const BY_LIST = 'by-list';
const BY_CHANGE = 'by-change';

/** The IAM action for each use of the table, and whether it applies to the table or to one of its indexes. */
const permissions: Record<
  TableUse,
  { readonly action: string; readonly on: 'table' | typeof BY_LIST | typeof BY_CHANGE }
> = {
  get: { action: 'dynamodb:BatchGetItem', on: 'table' },
  'read-partition': { action: 'dynamodb:Query', on: 'table' },
  'read-list': { action: 'dynamodb:Query', on: BY_LIST },
  'read-changes': { action: 'dynamodb:Query', on: BY_CHANGE },
  put: { action: 'dynamodb:PutItem', on: 'table' },
  count: { action: 'dynamodb:UpdateItem', on: 'table' },
  remove: { action: 'dynamodb:DeleteItem', on: 'table' },
  check: { action: 'dynamodb:ConditionCheckItem', on: 'table' },
};

/**
 * The DynamoDB table with its indexes and stream. It grants a function only the uses that the function's definition
 * lists.
 */
export class MatchTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      // Expiry only frees storage: DynamoDB may delete expired rows days late, so every read and condition checks
      // the expiry itself.
      timeToLiveAttribute: 'expiresAtSeconds',
      stream: StreamViewType.NEW_IMAGE,
    });
    this.table.addGlobalSecondaryIndex({
      indexName: BY_LIST,
      partitionKey: { name: 'listPk', type: AttributeType.STRING },
      sortKey: { name: 'listSk', type: AttributeType.STRING },
      projectionType: ProjectionType.ALL,
    });
    // Holds only rows of which public files are built, with the little that tells whether the files know the row.
    this.table.addGlobalSecondaryIndex({
      indexName: BY_CHANGE,
      partitionKey: { name: 'changedPk', type: AttributeType.STRING },
      sortKey: { name: 'changedSk', type: AttributeType.STRING },
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: ['version', 'state'],
    });
  }

  /** The ARN of the stream of changed rows. */
  get streamArn(): string {
    if (this.table.tableStreamArn === undefined) throw new Error('the table has no stream');
    return this.table.tableStreamArn;
  }

  grant(role: IRole, uses: readonly TableUse[]): void {
    const on = (where: 'table' | typeof BY_LIST | typeof BY_CHANGE) =>
      uses.filter((use) => permissions[use].on === where).map((use) => permissions[use].action);
    const grant = (actions: string[], resource: string) => {
      if (actions.length > 0)
        role.addToPrincipalPolicy(new PolicyStatement({ actions, resources: [resource] }));
    };
    grant(on('table'), this.table.tableArn);
    for (const index of [BY_LIST, BY_CHANGE] as const)
      grant(on(index), `${this.table.tableArn}/index/${index}`);
  }

  /** Allows `role`, a function's role, to read the stream. */
  grantStream(role: IRole): void {
    role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: [
          'dynamodb:DescribeStream',
          'dynamodb:GetRecords',
          'dynamodb:GetShardIterator',
          'dynamodb:ListStreams',
        ],
        resources: [this.streamArn],
      }),
    );
  }
}
