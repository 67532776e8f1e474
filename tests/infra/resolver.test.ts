import { describe, expect, it } from 'vitest';
import type { Assembly } from '../../infra/local/template/assembly.ts';
import { localTemplateOf } from '../../infra/local/template/local-template.ts';
import * as z from 'zod';

const assemblyOf = (
  resources: Readonly<Record<string, readonly [type: string, properties: Readonly<Record<string, unknown>>]>>,
  exports: Readonly<Record<string, unknown>> = {},
): Assembly => ({
  resources: new Map(
    Object.entries(resources).map(([id, [type, properties]]) => [
      id,
      { id, type, stack: 'Test', properties },
    ]),
  ),
  parameters: new Map([
    ['SiteUrl', 'https://deployed.example'],
    ['NoDefault', undefined],
  ]),
  exports: new Map(Object.entries(exports)),
  assets: new Map(),
});

/** Resolves one property of a resource in a template. */
const resolved = (
  value: unknown,
  { given = {}, late = new Map<string, string>(), exports = {} } = {},
): unknown => {
  const assembly = assemblyOf(
    { Table: ['AWS::DynamoDB::Table', {}], Topic: ['AWS::SNS::Topic', { value }] },
    exports,
  );
  const [topic] = localTemplateOf(assembly, given, late).all('AWS::SNS::Topic', z.looseObject({}));
  return topic?.properties['value'];
};

describe('a value of a template', () => {
  it('becomes the name of what it refers to', () => {
    expect(resolved({ Ref: 'Table' })).toBe('Table');
    expect(resolved({ 'Fn::GetAtt': ['Table', 'Arn'] })).toBe(
      'arn:aws:dynamodb:eu-west-2:000000000000:table/Table',
    );
  });

  it('takes parameters as given, else their default', () => {
    expect(resolved({ Ref: 'SiteUrl' })).toBe('https://deployed.example');
    expect(resolved({ Ref: 'SiteUrl' }, { given: { SiteUrl: 'http://localhost:1' } })).toBe(
      'http://localhost:1',
    );
  });

  it('can be joined, split and substituted', () => {
    expect(resolved({ 'Fn::Join': ['/', ['a', { Ref: 'AWS::Region' }]] })).toBe('a/eu-west-2');
    expect(resolved({ 'Fn::Select': [2, { 'Fn::Split': ['/', 'https://host'] }] })).toBe('host');
    expect(resolved({ 'Fn::Sub': '${AWS::AccountId}-${Table.Arn}' })).toBe(
      '000000000000-arn:aws:dynamodb:eu-west-2:000000000000:table/Table',
    );
  });

  it('is imported from another stack by its export', () => {
    const exports = { 'Data:Table': { Ref: 'Table' } };
    expect(resolved({ 'Fn::ImportValue': 'Data:Table' }, { exports })).toBe('Table');
  });

  it('may be known only at run time', () => {
    const late = new Map([['Table.StreamArn', 'arn:stream']]);
    expect(resolved({ list: [{ 'Fn::GetAtt': ['Table', 'StreamArn'] }] }, { late })).toEqual({
      list: ['arn:stream'],
    });
  });

  it.each([
    ['an intrinsic function that the runner does not know', { 'Fn::FindInMap': ['a', 'b', 'c'] }],
    ['an attribute that the runner does not know', { 'Fn::GetAtt': ['Table', 'Colour'] }],
    ['a parameter without a value', { Ref: 'NoDefault' }],
    ['an export that no stack has', { 'Fn::ImportValue': 'Nobody:Has' }],
  ])('stops the runner when it is %s', (_, value) => {
    expect(() => resolved(value)).toThrow();
  });
});

describe('a template', () => {
  it('is refused when it holds a type of resource that the runner does not know', () => {
    const assembly = assemblyOf({ Db: ['AWS::RDS::DBInstance', {}] });
    expect(() => localTemplateOf(assembly, {}, new Map())).toThrow('AWS::RDS::DBInstance');
  });
});
