import { describe, expect, it } from 'vitest';
import { type Described, judgePeople } from '../../../shared/people/same-person.ts';
import type { Sameness } from '../../../shared/people/same-name.ts';
import type { RegulatorId } from '../../../shared/reference/professions.ts';

type Pair = readonly [one: Described, other: Described, expected: Sameness];

const named = (name: string): Described => ({ name });
const names = (one: string, other: string, expected: Sameness): Pair => [named(one), named(other), expected];
const mailed = (one: string, other: string, expected: Sameness): Pair => [
  { email: one },
  { email: other },
  expected,
];
const number = (regulator: RegulatorId, written: string): Described => ({
  number: { regulator, number: written },
});

const pairs: readonly Pair[] = [
  // Numbers of one register, whatever the profession, in every way of writing them.
  [number('nmc', '01A2345N'), number('nmc', '01a2345n'), 'same'],
  [number('nmc', '01A2345N'), number('nmc', '01A 2345 N'), 'same'],
  [number('hcpc', 'PH012377'), number('hcpc', 'PH12377'), 'same'],
  [number('hcpc', 'PH000123'), number('hcpc', 'PH123'), 'same'],
  [number('hcpc', 'ph 012377'), number('hcpc', 'PH12377'), 'same'],
  [number('hcpc', 'PH12377'), number('hcpc', 'PA12377'), 'different'],
  [number('hcpc', 'PH12370'), number('hcpc', 'PH1237'), 'different'],
  [number('goc', '01-12345'), number('goc', '12345'), 'same'],
  [number('goc', '0112345'), number('goc', '12345'), 'same'],
  [number('goc', '01-1234'), number('goc', '1234'), 'same'],
  [number('goc', '01-123456'), number('goc', '123456'), 'same'],
  [number('goc', '01-12345'), number('goc', '01-12346'), 'different'],
  [number('gmc', 'C1234567'), number('gmc', '1234567'), 'same'],
  [number('gdc', '012345'), number('gdc', '12345'), 'same'],
  [number('psni', '0123'), number('psni', '123'), 'same'],
  [number('gphc', '2012345'), number('gphc', '2012345'), 'same'],
  [number('gphc', '2012345'), number('gphc', '2012354'), 'different'],
  [number('gphc', '2012345'), number('gmc', '2012345'), 'different'],
  // A number decides before names do.
  [
    { name: 'Jane Smith', ...number('nmc', '01A2345N') },
    { name: 'Jane Brown', ...number('nmc', '01A2345N') },
    'same',
  ],
  [
    { name: 'Jane Smith', ...number('nmc', '01A2345N') },
    { name: 'Jane Smith', ...number('nmc', '02B3456E') },
    'different',
  ],
  [
    { name: 'Jane Smith', ...number('nmc', '01A2345N') },
    { name: 'Jane Smith', ...number('hcpc', 'PH12377') },
    'unclear',
  ],
  [{ name: 'Jane Smith', ...number('nmc', '01A2345N') }, named('Jane Smith'), 'same'],
  // Addresses as a whole, and the mailbox to which they lead.
  mailed('ann.smith@nhs.example', 'Ann.Smith@NHS.example', 'same'),
  mailed(' ann.smith@nhs.example', 'ann.smith@nhs.example', 'same'),
  mailed('ann.smith+dpp@nhs.example', 'ann.smith@nhs.example', 'same'),
  mailed('a.nn@gmail.com', 'ann@googlemail.com', 'same'),
  mailed('joann.smith@nhs.example', 'ann.smith@nhs.example', 'different'),
  mailed('ann.smith@nhs.example', 'ann.smith@nhs.example.org', 'different'),
  mailed('a.smith@nhs.example', 'ann.smith@nhs.example', 'different'),
  [{ email: 'team@cedars.example' }, named('Ann Smith'), 'different'],
  [
    { name: 'Ann Smith', email: 'ann@home.example' },
    { name: 'Ann Smith', email: 'ann.smith@nhs.example' },
    'unclear',
  ],
  [
    { name: 'Ann Smith', email: 'ann.smith@nhs.example' },
    { name: 'Anne Smythe', email: 'ann.smith@nhs.example' },
    'same',
  ],
  [
    { name: 'Ann Smith', email: 'ann@home.example' },
    { name: 'Bob Brown', email: 'bob@nhs.example' },
    'different',
  ],
  // The same words, however they are written.
  names('Jane Whitlock', 'Jane Whitlock', 'same'),
  names('jane whitlock', 'JANE WHITLOCK', 'same'),
  names('Lukasz Wojcik', 'Łukasz Wójcik', 'same'),
  names('Bjorn Osterby', 'Bjørn Østerby', 'same'),
  names('Aesa Aegidius', 'Æsa Ægidius', 'same'),
  names('Anna Weiss', 'Anna Weiß', 'same'),
  names('Dordevic Marko', 'Đorđević Marko', 'same'),
  names('Gudrun Thorsdottir', 'Guðrún Þórsdóttir', 'same'),
  names('Zoe O’Neill', "Zoë O'Neill", 'same'),
  names('Sean O Brien', "Seán O'Brien", 'same'),
  names('Fiona Mc Donald', 'Fiona McDonald', 'same'),
  names('Dr Amara Okafor', 'Amara Okafor', 'same'),
  names('Prof. Dr. Jane Smith', 'Jane Smith', 'same'),
  names('Professor Dame Jane Smith', 'Mrs Jane Smith', 'same'),
  names('Mx Alex Kim', 'Alex Kim', 'same'),
  names('SMITH, Jane', 'Jane Smith', 'same'),
  names('SMITH, Jane (KENT COMMUNITY TRUST)', 'Jane Smith', 'same'),
  names('Smith, Dr Jane', 'Jane Smith', 'same'),
  names('Jane Smith-Jones', 'Jane Smith Jones', 'same'),
  names('Katherine (Kate) Smith', 'Katherine Smith', 'same'),
  names('Mary Doe (née Roe)', 'Mary Doe', 'unclear'),
  names('Bo Li', 'Bo  Li', 'same'),
  names('Ludwig van der Berg', 'Ludwig Van Der Berg', 'same'),
  // First name and surname fit, and something differs.
  names('Jane Whitlock', 'Jane Anne Whitlock', 'unclear'),
  names('J Whitlock', 'Jane Whitlock', 'unclear'),
  names('J. Whitlock', 'Jane Anne Whitlock', 'unclear'),
  names('JA Whitlock', 'Jane Anne Whitlock', 'unclear'),
  names('Jane A. Whitlock', 'Jane Whitlock', 'unclear'),
  names('Jane Anne Whitlock', 'Jane Beth Whitlock', 'unclear'),
  names('Anne Whitlock', 'Jane Anne Whitlock', 'unclear'),
  names('Mary Doe', 'Mary Doe RN', 'unclear'),
  names('Mary Doe', 'Dr Mary Doe OBE', 'unclear'),
  names('Mary Doe', 'Mary Doe, MRPharmS', 'unclear'),
  names('Mary Doe', 'Mary Doe née Roe', 'unclear'),
  names('Mary Roe', 'Mary Doe (née Roe)', 'unclear'),
  names('Mary Roe', 'Mary Doe formerly Roe', 'unclear'),
  names('Jane Smith', 'Jane Smith-Jones', 'unclear'),
  names('Jane Jones', 'Jane Smith-Jones', 'unclear'),
  names('Jane Smith', 'Jane Smith Jones', 'unclear'),
  names('Kate Smith', 'Katherine (Kate) Smith', 'unclear'),
  names('Whitlock Jane', 'Jane Whitlock', 'unclear'),
  names('Whitlock', 'Jane Whitlock', 'unclear'),
  names('Dr Whitlock', 'Jane Whitlock', 'unclear'),
  names('Jane', 'Jane Whitlock', 'unclear'),
  names('BoLi', 'Bo Li', 'unclear'),
  names('Anne-Marie Smith', 'Annemarie Smith', 'unclear'),
  names('L Wojcik', 'Łukasz Wójcik', 'unclear'),
  // Different people.
  names('Jane Whitlock', 'John Whitlock', 'different'),
  names('Jane Whitlock', 'Jane Whitman', 'different'),
  names('Jane Whitlock', 'Jane Whitlocke', 'different'),
  names('K Whitlock', 'Jane Whitlock', 'different'),
  names('Jane Smith', 'Jane Smithson', 'different'),
  names('Ann Smith', 'Joann Smith', 'different'),
  names('Jane Smith Jones', 'Jane Smith Brown', 'different'),
  names('Mary Doe', 'Mary Roe', 'different'),
  names('Mary Doe RN', 'Mary Roe RN', 'different'),
  names('Dr Doe', 'Dr Roe', 'different'),
  names('', 'Jane Whitlock', 'different'),
  names('Example 1', 'Example 12', 'different'),
  names('Alex Kim', 'Kim Basra', 'different'),
  [{}, {}, 'different'],
];

describe('whether two descriptions are of one person', () => {
  it.each(pairs)('%j and %j: %s', (one, other, expected) => {
    expect(judgePeople(one, other)).toBe(expected);
    expect(judgePeople(other, one)).toBe(expected);
    expect(judgePeople(one, one)).toBe(
      Object.keys(one).length === 0 || one.name === '' ? 'different' : 'same',
    );
  });

  it('is judged of more than eighty pairs, some of each answer', () => {
    expect(pairs.length).toBeGreaterThan(80);
    const count = (answer: Sameness) => pairs.filter(([, , expected]) => expected === answer).length;
    for (const answer of ['same', 'unclear', 'different'] as const) expect(count(answer)).toBeGreaterThan(15);
  });
});
