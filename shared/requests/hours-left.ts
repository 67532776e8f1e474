import type { AskForSupervision } from './request.ts';

/** Supervised hours for which a request looks for people: all, less those done before the request was made. */
export const hoursLeftOf = ({
  hours,
  hoursDone = 0,
}: Pick<AskForSupervision, 'hours' | 'hoursDone'>): number => hours - hoursDone;
