import type { KnownOrganisation } from './known-organisation.ts';
import { matchingWords } from './matching-words.ts';
import type { OrganisationIndex } from './organisation-index.ts';
import { comparableName, isCommonWord, kindWords, wordsOf } from './organisation-words.ts';

/** An organisation that somebody may have meant. */
export interface SuggestedOrganisation {
  readonly organisation: KnownOrganisation;
  /** The closed organisation that matched what was typed, where this one continues at its address. */
  readonly insteadOf?: KnownOrganisation;
}

interface Suggestions {
  /** The likeliest first. */
  readonly suggestions: readonly SuggestedOrganisation[];
  /** Number of all organisations that match, of which `suggestions` may be the first part. */
  readonly total: number;
}

interface SuggestOptions {
  readonly most?: number;
  /** Outcode in which the organisation is likely to be: it comes first among equals. */
  readonly near?: string;
}

const POSTCODE = /\b([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})\b/giu;

/** Number of organisations that are ranked in detail. */
const RANKED = 200;

/** Points beside those for words. */
const POINTS = { code: 100, alias: 60, name: 50, kind: 5, wholeName: 4, near: 2 };

interface Found {
  readonly position: number;
  readonly score: number;
}

interface Scores {
  readonly score: Float64Array;
  /** Number of the typed words that the organisation has, without common words. */
  readonly words: Uint8Array;
}

const scoresOf = (index: OrganisationIndex, typed: readonly string[], misspelt: boolean): Scores => {
  const size = index.organisations.length;
  const score = new Float64Array(size);
  const words = new Uint8Array(size);
  for (const word of typed) {
    const best = new Float64Array(size);
    for (const { word: found, quality } of matchingWords(word, index, misspelt)) {
      const postings = index.postings.get(found);
      if (postings === undefined) continue;
      const rare = Math.log(1 + size / postings.positions.length);
      for (const [at, position] of postings.positions.entries()) {
        const points = quality * rare * (postings.weights[at] ?? 0);
        if (points > (best[position] ?? 0)) best[position] = points;
      }
    }
    const counts = isCommonWord(word) ? 0 : 1;
    for (let position = 0; position < size; position += 1) {
      const points = best[position] ?? 0;
      if (points === 0) continue;
      score[position] = (score[position] ?? 0) + points;
      words[position] = (words[position] ?? 0) + counts;
    }
  }
  return { score, words };
};

/** The words as typed, with neighbours written as one where an organisation has them so: "west view" for "Westview". */
const withJoined = (typed: readonly string[], { postings }: OrganisationIndex): readonly string[] => {
  const at = typed.findIndex(
    (word, position) =>
      position + 1 < typed.length &&
      !(postings.has(word) && postings.has(typed[position + 1] ?? '')) &&
      postings.has(`${word}${typed[position + 1] ?? ''}`),
  );
  return at < 0
    ? typed
    : [...typed.slice(0, at), `${typed[at] ?? ''}${typed[at + 1] ?? ''}`, ...typed.slice(at + 2)];
};

const positionsWith = ({ score, words }: Scores, atLeast: number): readonly Found[] => {
  const found: Found[] = [];
  for (const [position, points] of score.entries())
    if (points > 0 && (words[position] ?? 0) >= atLeast) found.push({ position, score: points });
  return found.sort((a, b) => b.score - a.score || a.position - b.position);
};

/**
 * Finds the organisations that have all typed words but the common ones; if there are none, those that have the most
 * of them, at least half.
 */
const searched = (index: OrganisationIndex, typed: readonly string[]): readonly Found[] => {
  const words = withJoined(typed, index);
  const wanted = words.filter((word) => !isCommonWord(word)).length;
  const spelt = scoresOf(index, words, false);
  const found = positionsWith(spelt, wanted);
  if (found.length > 0) return found;
  const alike = scoresOf(index, words, true);
  const most = alike.words.reduce((largest, one) => Math.max(largest, one), 0);
  return most === 0 || most * 2 < wanted ? [] : positionsWith(alike, most);
};

const factors = { active: 1, unknown: 0.95, closed: 0.7 };

/** Share of the organisation's name that was typed: "Saltmouth Hospital" before "Saltmouth and Marlow Green". */
const shareTyped = (name: readonly string[], typed: ReadonlySet<string>): number =>
  name.length === 0 ? 0 : name.filter((word) => typed.has(word)).length / name.length;

const order = new Intl.Collator('en-GB').compare;

/**
 * Suggests the organisations that somebody may mean who typed a name, a town, a street, a code, an abbreviation, a
 * chain with a town, or a postcode; one or two wrong letters in a word are allowed.
 */
export const suggestOrganisations = (
  index: OrganisationIndex,
  text: string,
  { most = 10, near }: SuggestOptions = {},
): Suggestions => {
  const written = text.replace(POSTCODE, (_, outcode: string, rest: string) => {
    const postcode = `${outcode}${rest}`.toLowerCase();
    return index.postings.has(postcode) ? postcode : outcode;
  });
  const typed = [...new Set(wordsOf(written))];
  if (typed.length === 0) return { suggestions: [], total: 0 };
  const byCode = index.find(text.replace(/\s+/gu, ''));
  const called = new Set(index.named(text));
  const name = comparableName(text);
  const typedWords = new Set(typed);

  const found = searched(index, typed);
  const ranked = found.slice(0, RANKED).flatMap(({ position, score }) => {
    const organisation = index.organisations[position];
    if (organisation === undefined) return [];
    const { code, kind, outcode, status } = organisation;
    const own = wordsOf(organisation.name);
    const bonus =
      (byCode?.code === code ? POINTS.code : 0) +
      (own.join(' ') === name ? POINTS.name : called.has(code) ? POINTS.alias : 0) +
      (near !== undefined && outcode === near ? POINTS.near : 0) +
      (kindWords[kind].some((word) => typedWords.has(word)) ? POINTS.kind : 0) +
      POINTS.wholeName * shareTyped(own, typedWords);
    return [{ organisation, score: (score + bonus) * factors[status] }];
  });
  ranked.sort(
    (a, b) =>
      b.score - a.score ||
      order(a.organisation.name, b.organisation.name) ||
      order(a.organisation.town, b.organisation.town) ||
      order(a.organisation.street, b.organisation.street) ||
      order(a.organisation.code, b.organisation.code),
  );
  const codes = new Set<string>();
  const suggestions = ranked.flatMap(({ organisation }): readonly SuggestedOrganisation[] => {
    const successor = index.successorOf(organisation.code);
    const both: readonly SuggestedOrganisation[] =
      successor === undefined
        ? [{ organisation }]
        : [{ organisation: successor, insteadOf: organisation }, { organisation }];
    const fresh = both.filter(({ organisation: { code } }) => !codes.has(code));
    for (const one of fresh) codes.add(one.organisation.code);
    return fresh;
  });
  return { suggestions: suggestions.slice(0, most), total: Math.max(found.length, suggestions.length) };
};
