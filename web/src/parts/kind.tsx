import { shapePath } from '../graph/shapes.js';
import type { Kind } from '../route.js';

/** The sign of a kind of node: the same shape and colour as in the graph. */
export const KindSign = ({ kind, size = 12 }: { readonly kind: Kind; readonly size?: number }) => (
  <svg class={`kind-sign ${kind.toLowerCase()}`} width={size} height={size} viewBox="-8 -8 16 16" aria-hidden="true">
    <path d={shapePath(kind, 6)} />
  </svg>
);

/** The sign of a kind with its name. */
export const KindLabel = ({ kind, children }: { readonly kind: Kind; readonly children: string }) => (
  <p class="kind-label">
    <KindSign kind={kind} />
    {children}
  </p>
);
