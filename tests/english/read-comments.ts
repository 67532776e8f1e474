import ts from 'typescript';
import type { Passage } from './passage.ts';

const withoutMarks = (comment: string): string =>
  comment
    .replace(/^\/\*+|\*+\/$/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*(?:\*|\/\/)? ?/, '').trimEnd())
    .join('\n')
    .trim();

const isDirective = (text: string): boolean => /^(?:eslint|prettier|@ts-|c8|v8|stryker|@vite)/i.test(text);

interface Found {
  readonly start: number;
  readonly end: number;
  readonly isLine: boolean;
}

/**
 * Finds every comment. Walks the syntax tree, because a search of the text would mistake `//` in a template or in JSX
 * for a comment.
 */
const tokensOf = (source: ts.SourceFile): readonly Found[] => {
  const text = source.text;
  const found = new Map<number, Found>();
  const take = (ranges: readonly ts.CommentRange[] | undefined): void => {
    for (const { pos, end, kind } of ranges ?? [])
      found.set(pos, { start: pos, end, isLine: kind === ts.SyntaxKind.SingleLineCommentTrivia });
  };
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.JsxText) return;
    take(ts.getLeadingCommentRanges(text, node.getFullStart()));
    take(ts.getTrailingCommentRanges(text, node.getEnd()));
    node.getChildren(source).forEach(visit);
  };
  visit(source);
  return [...found.values()].toSorted((one, other) => one.start - other.start);
};

/** Joins adjacent `//` lines into one comment. */
const joined = (tokens: readonly Found[], text: string): readonly Found[] =>
  tokens.reduce<Found[]>((sofar, token) => {
    const last = sofar.at(-1);
    const follows =
      last?.isLine === true && token.isLine && /^\r?\n[ \t]*$/.test(text.slice(last.end, token.start));
    return follows ? [...sofar.slice(0, -1), { ...last, end: token.end }] : [...sofar, token];
  }, []);

/** Reads the comments of one TypeScript file, each with the first line of the code that it explains. */
export const readComments = (file: string, text: string): readonly Passage[] => {
  const kind = /x$/.test(file) ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  return joined(tokensOf(source), text).flatMap(({ start, end }) => {
    const comment = withoutMarks(text.slice(start, end));
    if (comment === '' || isDirective(comment)) return [];
    const line = source.getLineAndCharacterOfPosition(start).line + 1;
    const lineStart = text.lastIndexOf('\n', start) + 1;
    const before = text.slice(lineStart, start).trim();
    const after = /^\s*(.*)/.exec(text.slice(end))?.[1] ?? '';
    return [{ where: `${file}:${String(line)}  ${before === '' ? after : before}`, text: comment }];
  });
};
