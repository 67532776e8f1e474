import { describe, expect, it } from 'vitest';
import { requiredPermissions } from '../../infra/local/aws/required-permissions.ts';
import { covers } from '../../infra/local/lambda/iam-policy.ts';

const TABLE = 'arn:aws:dynamodb:eu-west-2:000000000000:table/Matches';

describe('a permission', () => {
  it('covers its own action on its own resource', () => {
    expect(covers({ action: 'dynamodb:PutItem', resource: TABLE }, 'dynamodb:PutItem', TABLE)).toBe(true);
  });

  it('does not cover another action, another table or an index of the table', () => {
    const permission = { action: 'dynamodb:Query', resource: TABLE };
    expect(covers(permission, 'dynamodb:Scan', TABLE)).toBe(false);
    expect(covers(permission, 'dynamodb:Query', `${TABLE}2`)).toBe(false);
    expect(covers(permission, 'dynamodb:Query', `${TABLE}/index/by-list`)).toBe(false);
  });

  it('treats a star as a wildcard and a dot literally', () => {
    expect(covers({ action: 'logs:*', resource: '*' }, 'logs:PutLogEvents', 'any')).toBe(true);
    expect(covers({ action: 'a', resource: 'x.y' }, 'a', 'xzy')).toBe(false);
  });
});

describe('what a call needs', () => {
  it('names the index that a query reads', () => {
    expect(
      requiredPermissions('DynamoDB_20120810.Query', { TableName: 'Matches', IndexName: 'by-list' }),
    ).toEqual([{ action: 'dynamodb:Query', resource: `${TABLE}/index/by-list` }]);
  });

  it('is the action of every part of a transaction', () => {
    const TransactItems = [
      { Put: { TableName: 'Matches' } },
      { Update: { TableName: 'Matches' } },
      { ConditionCheck: { TableName: 'Matches' } },
      { Delete: { TableName: 'Other' } },
    ];
    expect(requiredPermissions('DynamoDB_20120810.TransactWriteItems', { TransactItems })).toEqual([
      { action: 'dynamodb:PutItem', resource: TABLE },
      { action: 'dynamodb:UpdateItem', resource: TABLE },
      { action: 'dynamodb:ConditionCheckItem', resource: TABLE },
      { action: 'dynamodb:DeleteItem', resource: TABLE.replace('Matches', 'Other') },
    ]);
  });

  it('is its own action for every table of a batch', () => {
    expect(
      requiredPermissions('DynamoDB_20120810.BatchGetItem', { RequestItems: { Matches: {}, Other: {} } }),
    ).toHaveLength(2);
  });

  it('is unknown for a call that the runner cannot judge', () => {
    expect(requiredPermissions('DynamoDB_20120810.ExecuteStatement', {})).toBeUndefined();
  });
});
