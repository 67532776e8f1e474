import { type Guard, keysOfSource, type QueryArguments } from '../table/table.ts';

type Value = string | number;

/** A DynamoDB condition with the names and values that it refers to. */
export interface Expression {
  readonly text: string;
  readonly names: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, Value>>;
}

const PRESENT = 'attribute_exists(pk)';
const ABSENT = 'attribute_not_exists(pk)';

const plain = (text: string): Expression => ({ text, names: {}, values: {} });

/** Converts a guard to a condition on the stored row; undefined if the guard allows any row. */
export const guardExpression = (guard: Guard): Expression | undefined => {
  switch (guard.is) {
    case 'anything':
      return undefined;
    case 'absent':
      return plain(ABSENT);
    case 'present':
      return plain(PRESENT);
    case 'at': {
      const version = {
        text: '#version = :version',
        names: { '#version': 'version' },
        values: { ':version': guard.version },
      };
      if (guard.states === undefined) return version;
      const states = guard.states.map((state, index) => [`:state${index}`, state] as const);
      return {
        text: `${version.text} AND #state IN (${states.map(([name]) => name).join(', ')})`,
        names: { ...version.names, '#state': 'state' },
        values: { ...version.values, ...Object.fromEntries(states) },
      };
    }
  }
};

/**
 * A condition that is always true. DynamoDB requires a condition in every check, and some checks have none of
 * their own.
 */
export const always: Expression = plain(`(${PRESENT} OR ${ABSENT})`);

/**
 * Makes the condition that a counter is at most `atMost` after `by` is added; undefined if no condition is needed, as
 * when decreasing. A counter without a row is 0.
 */
export const roomExpression = (by: number, atMost: number): Expression | undefined => {
  if (by <= 0) return undefined;
  const fits = { text: '#count <= :room', names: { '#count': 'count' }, values: { ':room': atMost - by } };
  return { ...fits, text: by <= atMost ? `attribute_not_exists(#count) OR ${fits.text}` : fits.text };
};

/**
 * Makes the condition on the sort key.
 * @returns undefined if no sort key can be in the range
 */
const rangeExpression = (
  { atLeast, atMost, beginsWith }: QueryArguments,
  sortKey: string,
): Expression | undefined => {
  const names = { '#sk': sortKey };
  if (beginsWith !== undefined) {
    if (atLeast !== undefined || atMost !== undefined)
      throw new Error('a query takes a prefix or bounds, not both');
    return { text: 'begins_with(#sk, :begin)', names, values: { ':begin': beginsWith } };
  }
  if (atLeast !== undefined && atMost !== undefined)
    return atLeast > atMost
      ? undefined
      : {
          text: '#sk BETWEEN :from AND :to',
          names,
          values: { ':from': atLeast, ':to': atMost },
        };
  if (atLeast !== undefined) return { text: '#sk >= :from', names, values: { ':from': atLeast } };
  if (atMost !== undefined) return { text: '#sk <= :to', names, values: { ':to': atMost } };
  return plain('');
};

/** Makes the condition on the partition key and sort key of a query; undefined if no row can match. */
export const queryExpression = (query: QueryArguments): Expression | undefined => {
  const { pk, sk } = keysOfSource[query.from];
  const range = rangeExpression(query, sk);
  if (range === undefined) return undefined;
  return {
    text: ['#pk = :pk', range.text].filter((part) => part !== '').join(' AND '),
    names: { '#pk': pk, ...range.names },
    values: { ':pk': query.partition, ...range.values },
  };
};
