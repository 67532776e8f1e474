import { always, type Expression, guardExpression, roomExpression } from './expressions.ts';
import { sweptList } from '../table/swept-list.ts';
import type { Change } from '../table/table.ts';

const conditionOf = (expression: Expression | undefined) =>
  expression === undefined
    ? {}
    : {
        ConditionExpression: expression.text,
        ...(Object.keys(expression.names).length === 0 ? {} : { ExpressionAttributeNames: expression.names }),
        ...(Object.keys(expression.values).length === 0
          ? {}
          : { ExpressionAttributeValues: expression.values }),
      };

const countRequest = (change: Extract<Change, { do: 'count' }>, TableName: string) => {
  const room = roomExpression(change.by, change.atMost);
  const sweep =
    change.sweepAt === undefined ? '' : ', expiresAtSeconds = :sweep, listPk = :listPk, listSk = :listSk';
  const list = change.sweepAt === undefined ? undefined : sweptList(change.key, change.sweepAt);
  return {
    Update: {
      TableName,
      Key: change.key,
      UpdateExpression: `SET #kind = :kind${sweep} ADD #count :by`,
      ...(room === undefined ? {} : { ConditionExpression: room.text }),
      ExpressionAttributeNames: { '#kind': 'kind', '#count': 'count' },
      ExpressionAttributeValues: {
        ':kind': 'counter',
        ':by': change.by,
        ...room?.values,
        ...(list === undefined
          ? {}
          : { ':sweep': change.sweepAt, ':listPk': list.listPk, ':listSk': list.listSk }),
      },
    },
  };
};

/** Converts a change into an item of a DynamoDB transaction. */
export const writeRequest = (change: Change, TableName: string) => {
  switch (change.do) {
    case 'put':
      return { Put: { TableName, Item: change.row, ...conditionOf(guardExpression(change.when)) } };
    case 'remove':
      return { Delete: { TableName, Key: change.key, ...conditionOf(guardExpression(change.when)) } };
    case 'check': {
      const guard = guardExpression(change.when) ?? always;
      return {
        ConditionCheck: {
          TableName,
          Key: change.key,
          ConditionExpression: guard.text,
          ...conditionOf(guard),
        },
      };
    }
    case 'count':
      return countRequest(change, TableName);
  }
};
