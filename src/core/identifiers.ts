/** A DOI in lower case, without address or `doi:`; null where the text is none. */
export function doiKey(text: string | null): string | null {
  const doi =
    text
      ?.trim()
      .toLowerCase()
      .replace(/^(?:(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|doi:\s*)/, '') ?? '';
  return /^10\.\d{4,9}(?:\.\d+)*\/[^\s\p{Cc}]+$/u.test(doi) ? doi.toWellFormed() : null;
}

/** An ORCID iD alone: `0000-0002-1825-0097`; null where the text is none. */
export function orcidKey(text: string | null): string | null {
  return (
    /^(?:(?:https?:\/\/)?(?:www\.)?orcid\.org\/|orcid:)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])$/i
      .exec(text?.trim() ?? '')?.[1]
      ?.toUpperCase() ?? null
  );
}

/** As `orcidKey`, where the last digit is the one that checks the others (ISO 7064, 11-2). */
export function checkedOrcidKey(text: string): string | null {
  const key = orcidKey(text);
  if (key === null) return null;
  const [check, ...digits] = [...key.replaceAll('-', '')].reverse();
  const total = digits.reverse().reduce((sum, digit) => ((sum + Number(digit)) * 2) % 11, 0);
  return check === '0123456789X'.charAt((12 - total) % 11) ? key : null;
}

/** A ROR key alone: `01bzgdw81`; null where the text is none. */
export function rorKey(text: string | null): string | null {
  return (
    /^(?:(?:https?:\/\/)?(?:www\.)?ror\.org\/|ror:)?(0[a-z0-9]{6}\d{2})$/i
      .exec(text?.trim() ?? '')?.[1]
      ?.toLowerCase() ?? null
  );
}

const ARXIV_ID =
  /(?:^arxiv:|arxiv\.org\/(?:abs|pdf|html|format)\/|\b10\.48550\/arxiv\.|\boai:arxiv\.org:)(?:(\d{4}\.\d{4,5})|([a-z]+(?:-[a-z]+)?)(?:\.[a-z]{2})?(\/\d{7}))(?!\d)/i;

/** The arXiv id, without version, that an address, a DOI or an id names: `2301.00001`, `hep-th/0408048`. */
export function arxivIdIn(text: string | null): string | null {
  const [, modern, archive, number] = (text === null ? null : ARXIV_ID.exec(text)) ?? [];
  if (modern !== undefined) return modern;
  return archive === undefined ? null : archive.toLowerCase() + number;
}

/** An address of the web; null where the text is none, so that no page ever links to a script. */
export function webAddress(text: string | null): string | null {
  const address = text?.trim() ?? '';
  return /^https?:\/\/[^\s\p{Cc}]+$/iu.test(address) ? address.toWellFormed() : null;
}
