import { useEffect } from 'preact/hooks';

/** Names the page in the browser's tab and history; without a title that is left to a part of the page. */
export function useTitle(title: string | null | undefined): void {
  useEffect(() => {
    if (!title) return;
    document.title = `${title} · Research graph`;
    return () => {
      document.title = 'Research graph';
    };
  }, [title]);
}
