import { type FunctionComponent, h } from 'preact';
import { renderToString } from 'preact-render-to-string';

/**
 * A view and its props become the text of a whole HTML page.
 * Everything that the props hold is escaped; no view takes markup.
 */
export const renderPage = <Props extends object>(view: FunctionComponent<Props>, props: Props): string =>
  `<!doctype html>${renderToString(h(view, props))}`;
