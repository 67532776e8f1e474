import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { MatchTable } from '../constructs/match-table.ts';

/**
 * Stack with the stored data. It is separate from the code, so that deploying or deleting the other stacks never
 * touches the data.
 */
export class DataStack extends Stack {
  readonly table: MatchTable;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    this.table = new MatchTable(this, 'Matches');
  }
}
