import { comparableName, kindWords, wordsOf } from './organisation-words.ts';
import {
  type KnownOrganisation,
  knownOrganisationsOf,
  type OrganisationSources,
} from './known-organisation.ts';
import { successorsOf } from './successors-of.ts';

/** Weight of a word in a search, by where the organisation has it. */
const WEIGHT = { name: 3, alias: 2.5, initials: 2.5, code: 3, joined: 2, town: 2, street: 1.5, kind: 0.5 };

/** For each organisation that has a word: its position in the list, and the weight of the word there. */
interface Postings {
  readonly positions: number[];
  readonly weights: number[];
}

/** The organisations of a system, ready to be searched. */
export interface OrganisationIndex {
  readonly organisations: readonly KnownOrganisation[];
  /** Finds an organisation by its code, in any case. */
  readonly find: (code: string) => KnownOrganisation | undefined;
  /** Codes of the organisations with this name or alias, however it is written. */
  readonly named: (name: string) => readonly string[];
  /** Code of the chain with this name: "Corner Chemists" is P0ZZ. */
  readonly chainNamed: (name: string) => string | undefined;
  /** Name that people know an owner by; undefined if it is only known by its code. */
  readonly chainName: (owner: string) => string | undefined;
  /** Code of the organisation that continues at the address of a closed one. */
  readonly successorOf: (code: string) => KnownOrganisation | undefined;
  readonly postings: ReadonlyMap<string, Postings>;
  /** All words, sorted, to find those that begin with some letters. */
  readonly words: readonly string[];
  /** The words without digits, of which people may get letters wrong. */
  readonly spelt: readonly string[];
}

/** Initials of a trust's or provider's name, with and without NHS: "WCHNFT" and "WCHFT" for a West Community Health NHS Foundation Trust. */
const initialsOf = ({ kind, name }: KnownOrganisation): readonly string[] => {
  if (kind !== 'nhs-trust' && kind !== 'community-provider') return [];
  const words = wordsOf(name);
  const letters = (of: readonly string[]) => of.map((word) => word[0] ?? '').join('');
  return words.length < 3 ? [] : [letters(words), letters(words.filter((word) => word !== 'nhs'))];
};

/** Neighbouring words written as one: "westview" for "West View". */
const joinedOf = (words: readonly string[]): readonly string[] =>
  words.slice(1).map((word, index) => `${words[index] ?? ''}${word}`);

const grouped = <T>(rows: readonly T[], keyOf: (row: T) => string, valueOf: (row: T) => string) => {
  const groups = new Map<string, string[]>();
  for (const row of rows) {
    const values = groups.get(keyOf(row));
    if (values === undefined) groups.set(keyOf(row), [valueOf(row)]);
    else values.push(valueOf(row));
  }
  return groups;
};

/** Prepares the organisations of a system for searching by name, town, street, code, alias or postcode. */
export const organisationIndexOf = (sources: OrganisationSources): OrganisationIndex => {
  const organisations = knownOrganisationsOf(sources);
  const byCode = new Map(organisations.map((one) => [one.code, one]));
  const chains = sources.published.aliases.filter(([, , kind]) => kind === 'chain');
  const aliases = sources.published.aliases.filter(([, code, kind]) => kind !== 'chain' && byCode.has(code));
  const aliasesOf = grouped(
    aliases,
    ([, code]) => code,
    ([alias]) => alias,
  );
  const chainAliases = grouped(
    chains,
    ([, owner]) => owner,
    ([alias]) => alias,
  );
  const names = grouped(
    [...organisations.map(({ name, code }) => [name, code] as const), ...aliases],
    ([name]) => comparableName(name),
    ([, code]) => code,
  );

  const postings = new Map<string, { positions: number[]; weights: number[] }>();
  const add = (position: number, words: readonly string[], weight: number): void => {
    for (const word of words) {
      const found = postings.get(word);
      if (found === undefined) {
        postings.set(word, { positions: [position], weights: [weight] });
        continue;
      }
      const last = found.positions.length - 1;
      if (found.positions[last] !== position) {
        found.positions.push(position);
        found.weights.push(weight);
      } else if ((found.weights[last] ?? 0) < weight) found.weights[last] = weight;
    }
  };
  for (const [position, one] of organisations.entries()) {
    const name = wordsOf(one.name);
    const town = wordsOf(one.town);
    const also = [...(aliasesOf.get(one.code) ?? []), ...(chainAliases.get(one.owner ?? '') ?? [])].map(
      wordsOf,
    );
    add(position, name, WEIGHT.name);
    add(position, initialsOf(one), WEIGHT.initials);
    for (const alias of also) add(position, [...alias, ...joinedOf(alias)], WEIGHT.alias);
    add(position, [one.code.toLowerCase()], WEIGHT.code);
    add(position, [one.postcode.toLowerCase().replace(' ', ''), one.outcode.toLowerCase()], WEIGHT.street);
    add(position, town, WEIGHT.town);
    add(position, [...joinedOf(name), ...joinedOf(town)], WEIGHT.joined);
    add(position, wordsOf(one.street), WEIGHT.street);
    add(position, kindWords[one.kind], WEIGHT.kind);
  }
  postings.delete('');

  const words = [...postings.keys()].sort();
  const successors = successorsOf(organisations);
  const chainByName = new Map(chains.map(([alias, owner]) => [comparableName(alias), owner]));
  return {
    organisations,
    find: (code) => byCode.get(code.trim().toUpperCase()),
    named: (name) => [...new Set(names.get(comparableName(name)))],
    chainNamed: (name) => chainByName.get(comparableName(name)),
    chainName: (owner) => chainAliases.get(owner)?.[0],
    successorOf: (code) => byCode.get(successors.get(code) ?? ''),
    postings,
    words,
    spelt: words.filter((word) => /^[a-z]+$/u.test(word)),
  };
};
