import type { View } from './view.js';

/** Graph or list. */
export const ModeSwitch = ({ mode, onChange }: { readonly mode: View['mode']; onChange(mode: View['mode']): void }) => (
  // biome-ignore lint/a11y/useSemanticElements: two buttons in a row, not a part of a form
  <div class="switch" role="group" aria-label="Shown as">
    {(['graph', 'list'] as const).map((each) => (
      <button key={each} type="button" aria-pressed={mode === each} onClick={() => mode !== each && onChange(each)}>
        {each === 'graph' ? 'Graph' : 'List'}
      </button>
    ))}
  </div>
);
