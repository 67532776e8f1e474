import ts from 'typescript';
import { type Passage, sentencesOf } from './passage.ts';

/** Functions whose arguments are for operators and logs, and not for users. */
const NOT_FOR_READERS = /^(?:log|logger|console|info|warn|error|write|expect|test|describe)$/;

const isUnread = (node: ts.Node): boolean =>
  ts.isThrowStatement(node) ||
  ts.isImportDeclaration(node) ||
  ts.isTypeNode(node) ||
  (ts.isNewExpression(node) && node.expression.getText().endsWith('Error')) ||
  (ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    NOT_FOR_READERS.test(node.expression.name.text));

/**
 * Marks a filled-in value by putting its code in ‹ ›. Removes the code's punctuation, which would end the
 * sentence.
 */
const hole = (code: string): string => {
  const names = code.match(/[A-Za-z]\w*/g) ?? [];
  return names.length > 0 && names.length <= 4 ? `‹${names.join(' ')}›` : '‹…›';
};

const templateText = (node: ts.TemplateExpression): string =>
  node.head.text +
  node.templateSpans.map((span) => hole(span.expression.getText()) + span.literal.text).join('');

const jsxText = (node: ts.JsxElement | ts.JsxFragment): string =>
  node.children
    .map((child) => {
      if (ts.isJsxText(child)) return child.text;
      if (ts.isJsxExpression(child)) return hole(child.expression?.getText() ?? '');
      return ts.isJsxElement(child) ? jsxText(child) : '';
    })
    .join('');

const wordsOf = (node: ts.Node): string | undefined => {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isTemplateExpression(node)) return templateText(node);
  const holdsText =
    (ts.isJsxElement(node) || ts.isJsxFragment(node)) &&
    node.children.some((child) => ts.isJsxText(child) && child.text.trim() !== '');
  return holdsText ? jsxText(node) : undefined;
};

/** Whether a text is prose, and not a list of classes, a path or a selector. */
const isProse = (words: string): boolean => /^[\p{Lu}\d‹“]/u.test(words) && /\p{L}{2,} \p{L}/u.test(words);

/** Reads the sentences that one TypeScript file contains for people to read, with ‹code› where a value is filled in. */
export const readWrittenSentences = (file: string, text: string): readonly Passage[] => {
  const kind = /x$/.test(file) ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  const found: Passage[] = [];
  const visit = (node: ts.Node): void => {
    if (isUnread(node)) return;
    const words = wordsOf(node)?.trim();
    if (words === undefined) {
      node.forEachChild(visit);
      return;
    }
    if (!isProse(words)) return;
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    for (const sentence of sentencesOf(words))
      found.push({ where: `${file}:${String(line)}`, text: sentence });
  };
  visit(source);
  return found;
};
