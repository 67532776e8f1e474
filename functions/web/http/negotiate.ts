/** A media range of an Accept header with its weight. */
interface Wanted {
  readonly type: string;
  readonly weight: number;
}

const rangesOf = (accept: string): readonly Wanted[] =>
  accept.split(',').map((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const weight = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1');
    return { type, weight: Number.isNaN(weight) ? 0 : weight };
  });

const weightOf = (ranges: readonly Wanted[], types: readonly string[]): number =>
  Math.max(0, ...ranges.filter(({ type }) => types.includes(type)).map(({ weight }) => weight));

/** True when an Accept header prefers JSON to a page. Browsers, and callers that take anything, get the page. */
export const prefersJson = (accept: string | undefined): boolean => {
  const ranges = rangesOf(accept ?? '');
  return (
    weightOf(ranges, ['application/json', 'application/problem+json']) >
    weightOf(ranges, ['text/html', 'application/xhtml+xml'])
  );
};
