import { BulletList } from './bullet-list.tsx';

interface StartFactsProps {
  readonly minutes: string;
  readonly who: readonly string[];
  readonly ready: readonly string[];
}

/** The people for whom a journey is made, its duration, and the things to have ready. */
export const StartFacts = ({ minutes, who, ready }: StartFactsProps) => (
  <>
    <h2 class="nhsuk-heading-m">Who can use it</h2>
    <BulletList items={who} />
    <h2 class="nhsuk-heading-m">Before you start</h2>
    <p>{minutes}. You can go back and change an answer at any time. Have these ready:</p>
    <BulletList items={ready} />
  </>
);
