const PAGE_SIZE = 20;

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

/** A page of 20; a page after the last is the last. There is always at least one, which may be empty. */
export const paginate = <Item>(all: readonly Item[], wanted: number): Page<Item> => {
  const pages = Math.max(1, Math.ceil(all.length / PAGE_SIZE));
  const page = Math.min(Math.max(1, wanted), pages);
  return { items: all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE), page, pages, total: all.length };
};
