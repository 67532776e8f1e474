/** Somewhere to go, in words. */
export interface MailLink {
  readonly words: string;
  readonly url: string;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** One bar: `value` decides its length, `words` stands beside it ("3 places"; "fewer than 3"). */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly words: string;
}

/**
 * What an e-mail is made of. The text part and the HTML part are made from the same blocks, so neither can say more
 * than the other. Everything is plain text: no block takes markup.
 */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly rest?: MailLink | undefined }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'button'; readonly text: string; readonly url: string }
  | { readonly kind: 'bars'; readonly caption: string; readonly bars: readonly Bar[] }
  | { readonly kind: 'divider' }
  | { readonly kind: 'small'; readonly text: string; readonly link?: MailLink | undefined };

/** A message before anybody chose its form. */
export interface Composed {
  /** At most 60 characters, the action first. */
  readonly subject: string;
  readonly blocks: readonly Block[];
}

/** A list in a mail ends here; the rest is behind a link. */
export const LIST_AT_MOST = 10;

/** The items that are shown, and how many are not. */
export const cappedItems = (items: readonly string[]): { shown: readonly string[]; more: number } => ({
  shown: items.slice(0, LIST_AT_MOST),
  more: Math.max(0, items.length - LIST_AT_MOST),
});
