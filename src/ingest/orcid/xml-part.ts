import { oneLine } from '../clean-text.js';
import { childrenOf, textOf, type XmlElement } from '../xml/elements.js';
import { boundedText, type RecordPart } from './record-part.js';

/** A part of a record in XML, where some fields are attributes. */
export class XmlPart implements RecordPart {
  constructor(private readonly element: XmlElement) {}

  text(name: string): string | null {
    const text = textOf(this.element, name) ?? this.element.attributes[name] ?? '';
    return oneLine(boundedText(text, name)) || null;
  }

  child(name: string): XmlPart | null {
    const [child] = childrenOf(this.element, name);
    return child === undefined ? null : new XmlPart(child);
  }

  children(name: string): XmlPart[] {
    return childrenOf(this.element, name).map((child) => new XmlPart(child));
  }
}
