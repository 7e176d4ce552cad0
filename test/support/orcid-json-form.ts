import type { XmlElement } from '../../src/ingest/xml/elements.js';

/** Texts that the JSON of ORCID's API wraps as `{"value": …}`. */
const WRAPPED = new Set(
  'given-names family-name credit-name source-name title subtitle journal-title year month day'.split(' '),
);
const LISTS = new Set('other-name external-id affiliation-group group work-summary peer-review-group'.split(' '));
const MOMENT = /^\d{4}-\d{2}-\d{2}T/;

/** A record's element in the form that ORCID's API gives it in JSON. */
export function jsonForm(element: XmlElement): Record<string, unknown> {
  const form: Record<string, unknown> = { ...element.attributes };
  for (const child of element.children) {
    const { name } = child;
    const value = child.children.length > 0 || Object.keys(child.attributes).length > 0 ? jsonForm(child) : leaf(child);
    if (element.name === 'affiliation-group' && name.endsWith('-summary'))
      form.summaries = [...((form.summaries as unknown[] | undefined) ?? []), { [name]: value }];
    else if (LISTS.has(name)) form[name] = [...((form[name] as unknown[] | undefined) ?? []), value];
    else form[name] = value;
  }
  return form;
}

function leaf({ name, text }: XmlElement): unknown {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  // XML of ORCID leaves the zone out where it is UTC.
  if (MOMENT.test(trimmed)) return { value: Date.parse(/Z$|[+-]\d{2}:\d{2}$/.test(trimmed) ? trimmed : `${trimmed}Z`) };
  return WRAPPED.has(name) ? { value: trimmed } : trimmed;
}
