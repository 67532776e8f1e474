interface Deps {
  readonly lapseRequests: () => Promise<number>;
  readonly lapseOffers: () => Promise<number>;
  readonly takeBackOffers: () => Promise<number>;
}

export interface MovedOn {
  readonly requestsLapsed: number;
  readonly offersLapsed: number;
  readonly offersWithdrawn: number;
}

/**
 * Marks overdue requests and offers as lapsed, every five minutes. Handles requests first, so that the offers of an
 * overdue request are withdrawn and do not count as unanswered. Idempotent.
 */
export const moveOn =
  ({ lapseRequests, lapseOffers, takeBackOffers }: Deps) =>
  async (): Promise<MovedOn> => ({
    requestsLapsed: await lapseRequests(),
    offersLapsed: await lapseOffers(),
    offersWithdrawn: await takeBackOffers(),
  });
