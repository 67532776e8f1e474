import * as z from 'zod';
import type { Assembly } from './assembly.ts';

/** The fictional AWS account that the local stack uses. */
export const LOCAL_ACCOUNT = '000000000000';
export const LOCAL_REGION = 'eu-west-2';

const pseudoParameters: Readonly<Record<string, string>> = {
  'AWS::AccountId': LOCAL_ACCOUNT,
  'AWS::Partition': 'aws',
  'AWS::Region': LOCAL_REGION,
  'AWS::URLSuffix': 'amazonaws.com',
};

const join = z.tuple([z.string(), z.array(z.unknown())]);
const select = z.tuple([z.coerce.number(), z.unknown()]);
const split = z.tuple([z.string(), z.unknown()]);
const getAtt = z.tuple([z.string(), z.string()]);

/**
 * Returns the local names of a resource: the value of its `Ref` under "Ref", and the value of each attribute (as
 * for `Fn::GetAtt`) under the attribute's name.
 */
export type Identify = (id: string) => Readonly<Record<string, string>>;

/** Resolves a template value, including intrinsic functions. */
export type Resolve = (value: unknown) => unknown;

/**
 * Creates a function that resolves values of a template. It supports the intrinsic functions that our
 * templates use and throws for all others.
 * @param given values of the stacks' parameters, as passed to a deployment
 */
export const resolverOf = (
  assembly: Pick<Assembly, 'resources' | 'parameters' | 'exports'>,
  given: Readonly<Record<string, string>>,
  identify: Identify,
): Resolve => {
  const text = (value: unknown): string => z.string().parse(resolve(value));

  const attribute = (id: string, name: string): string => {
    const found = identify(id)[name];
    if (found === undefined) throw new Error(`the local runner does not know ${id}.${name}`);
    return found;
  };

  const reference = (name: string): string => {
    const pseudo = pseudoParameters[name];
    if (pseudo !== undefined) return pseudo;
    if (assembly.resources.has(name)) return attribute(name, 'Ref');
    const value = given[name] ?? assembly.parameters.get(name);
    if (value === undefined) throw new Error(`the parameter ${name} has no value`);
    return value;
  };

  const substitute = (template: string): string =>
    template.replace(/\$\{([^}!]+)\}/g, (_, name: string) => {
      const [id = '', ...rest] = name.split('.');
      return rest.length === 0 ? reference(name) : attribute(id, rest.join('.'));
    });

  const functions: Readonly<Record<string, (argument: unknown) => unknown>> = {
    Ref: (name) => reference(z.string().parse(name)),
    'Fn::GetAtt': (argument) => attribute(...getAtt.parse(argument)),
    'Fn::Join': (argument) => {
      const [separator, parts] = join.parse(argument);
      return parts.map(text).join(separator);
    },
    'Fn::Sub': (argument) => substitute(z.string().parse(argument)),
    'Fn::Select': (argument) => {
      const [index, list] = select.parse(argument);
      return z.array(z.unknown()).parse(resolve(list))[index];
    },
    'Fn::Split': (argument) => {
      const [separator, whole] = split.parse(argument);
      return text(whole).split(separator);
    },
    'Fn::ImportValue': (argument) => {
      const name = text(argument);
      if (!assembly.exports.has(name)) throw new Error(`no stack exports ${name}`);
      return resolve(assembly.exports.get(name));
    },
  };

  const resolve: Resolve = (value) => {
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [only] = entries;
    if (entries.length === 1 && only !== undefined && (only[0] === 'Ref' || only[0].startsWith('Fn::'))) {
      const call = functions[only[0]];
      if (call === undefined) throw new Error(`the local runner does not know ${only[0]}`);
      return call(only[1]);
    }
    return Object.fromEntries(entries.map(([key, inner]) => [key, resolve(inner)]));
  };
  return resolve;
};
