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

/** Whether an Accept header prefers JSON to HTML. Browsers, and clients that accept anything, get HTML. */
export const prefersJson = (accept: string | undefined): boolean => {
  const ranges = rangesOf(accept ?? '');
  return (
    weightOf(ranges, ['application/json', 'application/problem+json']) >
    weightOf(ranges, ['text/html', 'application/xhtml+xml'])
  );
};
