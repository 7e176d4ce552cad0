import { useEffect } from 'preact/hooks';

/** Names the page in the browser's tab and history; without a title that is left to a part of the page. */
export function useTitle(title: string | null | undefined): void {
  useEffect(() => {
    if (!title) return;
    const named = `${title} · Research graph`;
    document.title = named;
    return () => {
      // A part of the page may have named it since.
      if (document.title === named) document.title = 'Research graph';
    };
  }, [title]);
}
