import { useEffect, useState } from 'preact/hooks';
import type { Explorer } from '../explore/explorer.js';
import { Skeleton } from '../parts/state.js';

/** The explorer, whose script is fetched when it is first opened. */
export function ExplorePage({ id }: { readonly id: string }) {
  const [loaded, setLoaded] = useState<{ readonly Explorer: typeof Explorer } | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (loaded || failed) return;
    import('../explore/explorer.js').then(setLoaded, () => setFailed(true));
  }, [failed]);
  if (loaded) return <loaded.Explorer id={id} />;
  if (!failed) return <Skeleton lines={6} label="Loading the explorer" />;
  return (
    <div class="notice failed" role="alert">
      <p>The explorer could not be loaded.</p>
      <button type="button" class="button" onClick={() => location.reload()}>
        Try again
      </button>
    </div>
  );
}
