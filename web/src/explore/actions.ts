import { explorerOf } from '../route.js';
import { navigate } from '../router.js';
import { type Pin, readView, recentred, type View, writeView } from './view.js';

/** Changes how the graph around `id` is looked at. Each change is a step of the browser's Back, unless it `replaces` one. */
export function change(id: string, changes: Partial<View>, { replace = false } = {}): void {
  const view = readView(new URLSearchParams(location.search));
  navigate(`${explorerOf(id)}${writeView({ ...view, ...changes })}`, { replace });
}

const now = (): View => readView(new URLSearchParams(location.search));

/** What readers do to an exploration; all of it happens in the address. */
export const actionsOn = (id: string) => ({
  /** Going from one choice to the next is one step, as is taking it back. */
  select: (selected: string | null) =>
    change(id, { selected }, { replace: selected === null || now().selected !== null }),
  expand: (node: string) => change(id, { opened: [...now().opened, node] }),
  hide: (node: string) => {
    const { hidden, selected } = now();
    if (node === id) return;
    change(id, { hidden: [...new Set([...hidden, node])], selected: selected === node ? null : selected });
  },
  unhide: (node: string | null) =>
    change(id, { hidden: node === null ? [] : now().hidden.filter((other) => other !== node) }),
  pin: (node: string, pin: Pin | null) => {
    const others = now().pinned.filter((other) => other.id !== node);
    change(id, { pinned: pin === null ? others : [...others, pin] }, { replace: true });
  },
  unpinAll: () => change(id, { pinned: [] }, { replace: true }),
  recentre: (node: string) => {
    if (node !== id) navigate(`${explorerOf(node)}${writeView(recentred(now(), id))}`);
  },
  change: (changes: Partial<View>, options?: { readonly replace?: boolean }) => change(id, changes, options),
});

/** What readers may do. */
export type Actions = ReturnType<typeof actionsOn>;
