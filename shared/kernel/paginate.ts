const PAGE_SIZE = 20;

/** A list of which parts can be taken, such as an array. */
export interface Sliceable<Item> {
  readonly length: number;
  readonly slice: (from?: number, to?: number) => readonly Item[];
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

/**
 * Selects a page of 20 items. A number after the last page selects the last. There is always at least one
 * page, which may be empty.
 */
export const paginate = <Item>(all: Sliceable<Item>, wanted: number): Page<Item> => {
  const pages = Math.max(1, Math.ceil(all.length / PAGE_SIZE));
  const page = Math.min(Math.max(1, wanted), pages);
  return { items: all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE), page, pages, total: all.length };
};
