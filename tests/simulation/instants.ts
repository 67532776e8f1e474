import { type Instant, instantOf } from '../../shared/kernel/time.ts';

const MS_A_DAY = 86_400_000;
const digits = (count: number, width: number): readonly string[] =>
  Array.from({ length: count }, (_, number) => String(number).padStart(width, '0'));
const two = digits(60, 2);
const three = digits(1_000, 3);

/**
 * Creates a function that formats instants. The function is fast, because it computes the date only when the
 * day changes.
 */
export const instants = (): ((epochMilliseconds: number) => Instant) => {
  let day = NaN;
  let dayText = '';
  return (epochMilliseconds) => {
    const number = Math.floor(epochMilliseconds / MS_A_DAY);
    if (number !== day) {
      day = number;
      dayText = instantOf(number * MS_A_DAY).slice(0, 11);
    }
    const rest = epochMilliseconds - number * MS_A_DAY;
    const hour = two[Math.floor(rest / 3_600_000)]!;
    const minute = two[Math.floor(rest / 60_000) % 60]!;
    return `${dayText}${hour}:${minute}:${two[Math.floor(rest / 1_000) % 60]!}.${three[rest % 1_000]!}Z`;
  };
};
