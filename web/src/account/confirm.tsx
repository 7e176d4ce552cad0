import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';

interface Props {
  /** What stands on the button that asks. */
  readonly button: string;
  readonly title: string;
  /** What stands on the button that does it. */
  readonly yes: string;
  /** What will be gone. */
  readonly children: ComponentChildren;
  onYes(): void;
}

/** A button for what cannot be taken back: it says first what that is. */
export function Confirm({ button, title, yes, children, onYes }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  return (
    <>
      <button type="button" class="button" aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
        {button}
      </button>
      <dialog class="confirm" ref={dialog} aria-labelledby={id}>
        <h2 id={id}>{title}</h2>
        {children}
        <p class="buttons">
          <button type="button" class="button" autofocus onClick={() => dialog.current?.close()}>
            Keep it
          </button>
          <button
            type="button"
            class="button grave"
            onClick={() => {
              dialog.current?.close();
              onYes();
            }}
          >
            {yes}
          </button>
        </p>
      </dialog>
    </>
  );
}
