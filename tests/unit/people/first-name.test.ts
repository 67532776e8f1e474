import { describe, expect, it } from 'vitest';
import { firstNameOf } from '../../../shared/people/first-name.ts';

describe('the first name of', () => {
  it.each([
    ['Dr Amara Okafor', 'Amara'],
    ['Amara Okafor', 'Amara'],
    ['Amara', 'Amara'],
    ['  Amara   Okafor ', 'Amara'],
    ['Mx Alex Kim', 'Alex'],
    ['Prof. Dr. Jane Smith', 'Jane'],
    ['Professor Dame Jane Smith', 'Jane'],
    ['Dr Mrs Anita Rao', 'Anita'],
    ['SMITH, Jane (KENT COMMUNITY TRUST)', 'Jane'],
    ['Smith, Dr Jane', 'Jane'],
    ['VAN DER BERG, Jan', 'Jan'],
    ['Jane Smith, MPharm', 'Jane'],
    ['Jane Smith (she/her)', 'Jane'],
    ['Anne-Marie O’Neill', 'Anne-Marie'],
    ['SMITH Jane', 'Jane'],
    ['JANE-ANNE SMITH', 'Jane-Anne'],
    ['van der Berg, Ludwig', 'Ludwig'],
    ['Sister Mary Doe', 'Mary'],
    ['Łukasz Wójcik', 'Łukasz'],
  ])('%s is %s', (name, first) => expect(firstNameOf(name)).toBe(first));

  it.each([
    ['Dr Okafor', 'Dr Okafor'],
    ['Dr', 'Dr'],
    ['J Smith', 'J Smith'],
    ['Dr J. Smith', 'Dr J. Smith'],
    ['SMITH, J (KENT COMMUNITY TRUST)', 'SMITH, J'],
    ['(Jane)', '(Jane)'],
    ['Mr & Mrs Smith', 'Mr & Mrs Smith'],
    ['', ''],
  ])('“%s” is not certain: the name stays “%s”', (name, whole) => expect(firstNameOf(name)).toBe(whole));
});
