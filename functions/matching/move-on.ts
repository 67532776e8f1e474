interface Deps {
  readonly lapseRequests: () => Promise<number>;
  readonly lapseOffers: () => Promise<number>;
  readonly withdrawOffersWithoutPlace: () => Promise<number>;
}

export interface MovedOn {
  readonly requestsLapsed: number;
  readonly offersLapsed: number;
  readonly offersWithdrawn: number;
}

/**
 * What silence leads to, every five minutes. Requests first, so that an offer of one whose day has passed is withdrawn
 * and not counted as unanswered. Twice the same run has one effect.
 */
export const moveOn =
  ({ lapseRequests, lapseOffers, withdrawOffersWithoutPlace }: Deps) =>
  async (): Promise<MovedOn> => ({
    requestsLapsed: await lapseRequests(),
    offersLapsed: await lapseOffers(),
    offersWithdrawn: await withdrawOffersWithoutPlace(),
  });
