import type { Key, Row } from '../../../functions/store/table/table.ts';

/** An entry of the stream, about one committed change of one row. */
interface StreamImage {
  /** Sequence number of the change, from 1. */
  readonly sequence: number;
  readonly event: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly key: Key;
  /** The row after the commit; missing if it was deleted. */
  readonly image?: Row;
}

/** Receives images in order. If it throws, it receives the same image again before any later one. */
type Subscriber = (image: StreamImage) => Promise<void>;

interface Subscription {
  /** Number of images not yet delivered. */
  readonly waiting: number;
  /**
   * Delivers waiting images, oldest first, until the subscriber throws.
   * @param count maximum number of images
   * @returns the number of images delivered
   */
  deliver(count?: number): Promise<number>;
  /**
   * Delivers the last `count` images again, as may happen because streams deliver each change at least once, not
   * exactly once.
   */
  repeat(count: number): void;
}

export interface MemoryStream {
  /** Called by the table after a change. */
  append(image: Omit<StreamImage, 'sequence'>): void;
  images(): readonly StreamImage[];
  /** Subscribes to the images of changed rows: to all images since the table was created, or only to new ones. */
  subscribe(subscriber: Subscriber, from?: 'the beginning' | 'now'): Subscription;
}

export const memoryStream = (): MemoryStream => {
  const images: StreamImage[] = [];
  return {
    append: (image) => {
      images.push({ ...image, sequence: images.length + 1 });
    },
    images: () => [...images],
    subscribe: (subscriber, from = 'the beginning') => {
      let taken = from === 'now' ? images.length : 0;
      return {
        get waiting() {
          return images.length - taken;
        },
        deliver: async (count = Infinity) => {
          const before = taken;
          for (
            let image = images[taken];
            image !== undefined && taken - before < count;
            image = images[taken]
          ) {
            try {
              await subscriber(image);
            } catch {
              break;
            }
            taken += 1;
          }
          return taken - before;
        },
        repeat: (count) => {
          taken = Math.max(0, taken - count);
        },
      };
    },
  };
};
