import { foldText } from '../kernel/fold-text.ts';

/** Words in front of a name, folded. */
const TITLES: ReadonlySet<string> = new Set([
  ...['dr', 'doctor', 'prof', 'professor', 'mr', 'mrs', 'ms', 'miss', 'mx', 'sir', 'dame', 'lady', 'lord'],
  ...['rev', 'revd', 'reverend', 'sister', 'matron'],
]);

/** Honours, registrations and qualifications behind a name, folded. */
const POST_NOMINALS: ReadonlySet<string> = new Set([
  ...['rn', 'rgn', 'rmn', 'rm', 'rscn', 'rnmh', 'obe', 'mbe', 'cbe', 'bsc', 'msc', 'ba', 'ma', 'md', 'phd'],
  ...['mrpharms', 'frpharms', 'mpharm', 'mbbs', 'mbchb', 'mrcgp', 'frcgp', 'mrcp', 'frcp', 'frcs', 'hons'],
  ...['ip', 'inp', 'nmp', 'v300', 'v150', 'v100', 'anp', 'acp', 'dpp', 'pgcert', 'pgdip', 'qn', 'jp'],
]);

/** Words after which a former surname follows, folded. */
const FORMERLY: ReadonlySet<string> = new Set(['nee', 'formerly', 'fka']);

/** Parts that belong to the surname after them: "Mc Donald", "O Brien", "van der Berg". */
const PARTICLES: ReadonlySet<string> = new Set([
  ...['mc', 'mac', 'o', 'd', 'de', 'da', 'di', 'del', 'della', 'du', 'la', 'le', 'van', 'von', 'der', 'den'],
  ...['ter', 'st', 'el', 'al', 'bin', 'ibn', 'ap'],
]);

/** Whether a word, folded or not, is a title that stands in front of a name. */
export const isTitle = (word: string): boolean => TITLES.has(foldText(word).replace(/\.$/u, ''));

/** Whether a word belongs to the surname after it: "van", "der". */
export const isParticle = (word: string): boolean => PARTICLES.has(foldText(word));

/** A name in the parts by which it is compared. All parts are folded. */
export interface PersonName {
  /** Every word but titles and what is in brackets, in the order "given names, surname", then former surnames. */
  readonly words: readonly string[];
  /** First name, and a name in brackets that stands for it: "Katherine (Kate)". */
  readonly firsts: readonly string[];
  /** The words after the first name. */
  readonly rest: readonly string[];
  /** Surnames: both parts of a hyphenated one, and former ones. */
  readonly surnames: readonly string[];
}

const wordsIn = (text: string): readonly string[] =>
  foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Joins particles to the word after them, except the first word of a name, which is a first name or an initial. */
const joinParticles = (words: readonly string[]): readonly string[] =>
  words.reduceRight<readonly string[]>((after, word, index) => {
    const [next, ...others] = after;
    return next !== undefined && index > 0 && PARTICLES.has(word)
      ? [`${word}${next}`, ...others]
      : [word, ...after];
  }, []);

const untitled = (words: readonly string[]): readonly string[] => {
  const start = words.findIndex((word) => !TITLES.has(word));
  return start === -1 ? words : words.slice(start);
};

/** Reads "SMITH, Jane" as "Jane SMITH". */
const inOrder = (text: string): string => {
  const [before = '', after = '', ...more] = text.split(',');
  const surname = untitled(wordsIn(before));
  const isSurname = surname.length === 1 || (before === before.toUpperCase() && /\p{Lu}/u.test(before));
  const [next = ''] = wordsIn(after);
  return isSurname && next !== '' && !POST_NOMINALS.has(next) ? `${after} ${before} ${more.join(' ')}` : text;
};

/** Separates what is in brackets: former surnames, and a name that stands for the first name. */
const bracketed = (text: string) => {
  const former: string[] = [];
  const called: string[] = [];
  const open = text.replaceAll(/[([]([^)\]]*)(?:[)\]]|$)/gu, (_, inside: string, at: number) => {
    const [word = '', ...others] = wordsIn(inside);
    if (FORMERLY.has(word)) former.push(...others);
    else if (others.length === 0 && wordsIn(text.slice(at + inside.length)).length > 1) called.push(word);
    return ' ';
  });
  return { open, former, called };
};

const read = (text: string): PersonName => {
  const plain = text.normalize('NFKC').replaceAll(/['’‘`´]/gu, '');
  const { open, former, called } = bracketed(plain);
  const all = untitled(joinParticles(wordsIn(inOrder(open))));
  const changed = all.findIndex((word) => FORMERLY.has(word));
  const words = changed > 0 ? all.slice(0, changed) : all;
  const earlier = changed > 0 ? all.slice(changed + 1) : [];
  const [first = '', ...rest] = words;
  const last = rest.findLast((word) => !POST_NOMINALS.has(word)) ?? rest.at(-1) ?? first;
  const hyphenated = inOrder(open)
    .split(/\s+/u)
    .map(wordsIn)
    .find((parts) => parts.length > 1 && parts.includes(last) && !parts.includes(first));
  return {
    words: [...all, ...former],
    firsts: [first, ...called],
    rest,
    surnames: [...new Set([...(hyphenated ?? []), last, ...earlier, ...former])],
  };
};

const MOST_KEPT = 10_000;
const known = new Map<string, PersonName>();

/** Reads a name for comparison. Keeps what it read, because matching compares the same names many times. */
export const personName = (text: string): PersonName => {
  const found = known.get(text) ?? read(text);
  if (known.size >= MOST_KEPT) known.clear();
  known.set(text, found);
  return found;
};
