import type { Key, Row } from '../../../functions/store/table/table.ts';

/** Stream image of one committed change of one row. */
interface StreamImage {
  /** Sequence number, from 1. */
  readonly sequence: number;
  readonly event: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly key: Key;
  /** The committed row; absent after a deletion. */
  readonly image?: Row;
}

/** Receives images in order. An image at which it throws is repeated before any later one. */
type Subscriber = (image: StreamImage) => Promise<void>;

interface Subscription {
  /** Number of images not yet delivered. */
  readonly waiting: number;
  /**
   * Delivers waiting images, oldest first, until the subscriber throws.
   * @param count images at most
   * @returns the number delivered
   */
  deliver(count?: number): Promise<number>;
  /** Repeats the last `count` images, because delivery is at least once. */
  repeat(count: number): void;
}

export interface MemoryStream {
  /** Called by the table after a change. */
  append(image: Omit<StreamImage, 'sequence'>): void;
  images(): readonly StreamImage[];
  /** Starts at the first image or at the next. */
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
