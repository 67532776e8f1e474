import { counted } from '../../../shared/reference/reference-words.ts';
import type { SectionProps } from '../../../site/src/components/section.tsx';
import type { SeatHelp } from '../../matching/seats/what-would-help.ts';

type Buttons = NonNullable<SectionProps['buttons']>;

/** Most minutes that the form accepts. */
const MOST_MINUTES = 300;

/**
 * Makes a button for each suggestion that the requester can take up at once. Its form carries the wider limit and not the
 * difference, so that a second press changes nothing.
 * @param maxMinutes minutes that the learner would travel now
 * @param action the address of the page that widens the request
 */
export const wideningButtons = (help: SeatHelp | undefined, maxMinutes: number, action: string): Buttons =>
  (help?.nearMisses ?? []).flatMap((nearMiss): Buttons => {
    const more = `${counted(nearMiss.count, 'more DPP')} would fit`;
    if (nearMiss.change === 'accept-remote')
      return [
        {
          label: `Part of it may be remote: ${more}`,
          action,
          hidden: { remoteAcceptable: 'yes' },
        },
      ];
    if (nearMiss.change !== 'travel-further' || !('minutes' in nearMiss)) return [];
    const minutes = maxMinutes + nearMiss.minutes;
    return minutes > MOST_MINUTES
      ? []
      : [
          {
            label: `I can travel ${String(minutes)} minutes: ${more}`,
            action,
            hidden: { maxMinutes: String(minutes) },
          },
        ];
  });
