import type { Key, Row } from '../../../functions/store/table/table.ts';

/** What the stream says about one committed change of one row. */
interface StreamImage {
  /** 1 for the first ever; grows by one. */
  readonly sequence: number;
  readonly event: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly key: Key;
  /** The row as it was committed; absent when it was removed. */
  readonly image?: Row;
}

/** Takes images in order. What it throws at comes again, and nothing later before it. */
type Subscriber = (image: StreamImage) => Promise<void>;

interface Subscription {
  /** Images that were not taken yet. */
  readonly waiting: number;
  /**
   * Hands over what is waiting, oldest first, and stops at the first that is thrown at.
   * @param count images at most
   * @returns how many were taken
   */
  deliver(count?: number): Promise<number>;
  /** The last `count` images come once more: at least once is not exactly once. */
  repeat(count: number): void;
}

export interface MemoryStream {
  /** For the table: a row changed. */
  append(image: Omit<StreamImage, 'sequence'>): void;
  images(): readonly StreamImage[];
  /** From the first image ever, or from now on. */
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
