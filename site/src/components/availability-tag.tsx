import { Tag } from './tag.tsx';

export type Availability = 'has-places' | 'may-have-places' | 'not-now';

const colours = { 'has-places': 'green', 'may-have-places': 'yellow', 'not-now': 'grey' } as const;

/** Whether a DPP takes learners, in the directory's words. */
export const AvailabilityTag = ({
  availability,
  words,
}: {
  readonly availability: Availability;
  readonly words: string;
}) => <Tag text={words} colour={colours[availability]} />;
