// Walks a publisher's XML: calls at every end of an element with its text, and refuses what is not well-formed.
import { SaxesParser } from 'saxes';
import { Refusal } from './import';
import { tidy } from './rows';

/** An element on the way from the root to the place that was reached. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Its own text so far, without that of the elements inside. */
  text: string;
}

export interface XmlVisitor {
  begin?(element: XmlElement, line: number): void;
  /** `path` begins with the root and ends with the element that ends here. */
  end(element: XmlElement, path: readonly XmlElement[], line: number): void;
}

/** Deeper nesting than any publisher's. */
const DEEPEST = 200;

/** Walks the whole text or throws a refusal with the line. */
export function walkXml(text: string, visitor: XmlVisitor): void {
  const parser = new SaxesParser();
  const path: XmlElement[] = [];
  parser.on('error', (error) => {
    throw new Refusal(`is not well-formed XML: ${tidy(error.message.replace(/^(undefined:)?\d+:\d+:\s*/, ''))}`, parser.line);
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: '' };
    path.push(element);
    if (path.length > DEEPEST) throw new Refusal('is nested too deeply', parser.line);
    visitor.begin?.(element, parser.line);
  });
  parser.on('text', (piece) => {
    const element = path.at(-1);
    if (element) element.text += piece;
  });
  parser.on('closetag', () => {
    const element = path.at(-1);
    if (element) visitor.end({ ...element, text: tidy(element.text) }, path, parser.line);
    path.pop();
  });
  parser.write(text).close();
}
