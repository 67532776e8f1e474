import * as z from 'zod';
import { addDays, type Day, type Period } from '../kernel/time.ts';

/** A calendar quarter: "2026-Q4". Text order is chronological order. */
export const quarterSchema = z.string().regex(/^\d{4}-Q[1-4]$/);
export type Quarter = z.infer<typeof quarterSchema>;

export const quarterOf = (day: Day): Quarter =>
  `${day.slice(0, 4)}-Q${String(Math.ceil(Number(day.slice(5, 7)) / 3))}`;

/** First and last day of a quarter. */
export const daysOfQuarter = (quarter: Quarter): Period => {
  const [year, part] = [Number(quarter.slice(0, 4)), Number(quarter.slice(6))];
  const first = (quarters: number): Day => {
    const months = year * 12 + (quarters - 1) * 3;
    return `${String(Math.floor(months / 12))}-${String((months % 12) + 1).padStart(2, '0')}-01`;
  };
  return { from: first(part), to: addDays(first(part + 1), -1) };
};

export const quarterBefore = (quarter: Quarter): Quarter =>
  quarterOf(addDays(daysOfQuarter(quarter).from, -1));

const months = ['January to March', 'April to June', 'July to September', 'October to December'] as const;

/** Puts a quarter into words: "October to December 2026". */
export const quarterInWords = (quarter: Quarter): string =>
  `${months[Number(quarter.slice(6)) - 1] ?? ''} ${quarter.slice(0, 4)}`;
