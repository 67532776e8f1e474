/** A link with its text. */
export interface MailLink {
  readonly words: string;
  readonly url: string;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** One bar of a chart. `value` determines its length; `words` appears next to it ("3 places"; "fewer than 3"). */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly words: string;
}

/**
 * Parts of an e-mail. The text and HTML parts are rendered from the same blocks, so they have the same
 * content. All strings are plain text, never markup.
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

/** The content of a message, before rendering. */
export interface Composed {
  /** Subject of at most 60 characters that begins with the action. */
  readonly subject: string;
  readonly blocks: readonly Block[];
}

/** Maximum number of list items in an e-mail; a link leads to the others. */
export const MAX_LIST_ITEMS = 10;

/** Splits a list into the items shown and the number left out. */
export const cappedItems = (items: readonly string[]): { shown: readonly string[]; more: number } => ({
  shown: items.slice(0, MAX_LIST_ITEMS),
  more: Math.max(0, items.length - MAX_LIST_ITEMS),
});
