import { useId, useRef, useState } from 'preact/hooks';

interface Props {
  readonly label: string;
  readonly button: string;
  readonly most: number;
  readonly required?: boolean;
  /** Whether Enter sends, as in a conversation; with Shift it begins a new line. */
  readonly enterSends?: boolean;
  /** Resolves to whether it was taken. */
  onSend(text: string): Promise<boolean>;
}

/** A text to be sent. It is kept until it has been taken. */
export function MessageForm({ label, button, most, required = false, enterSends = false, onSend }: Props) {
  const id = useId();
  const [text, setText] = useState('');
  const [sending, setSending] = useState(false);
  const [sent, setSent] = useState(false);
  const busy = useRef(false);
  const send = async (event: Event) => {
    event.preventDefault();
    // Not by a disabled button: that would lose the focus.
    if (busy.current) return;
    busy.current = true;
    setSending(true);
    setSent(false);
    const taken = await onSend(text.trim());
    busy.current = false;
    setSending(false);
    setSent(taken);
    // What was typed meanwhile is the next text.
    if (taken) setText((now) => (now === text ? '' : now));
  };
  const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: HTMLTextAreaElement }) => {
    // Enter that ends the composing of a character is no Enter.
    if (!enterSends || event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };
  return (
    <form class="message" onSubmit={send}>
      <label for={id}>{label}</label>
      <textarea
        id={id}
        rows={3}
        maxLength={most}
        required={required}
        value={text}
        aria-describedby={enterSends ? `${id}-hint` : undefined}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {enterSends && (
        <p id={`${id}-hint`} class="quiet small">
          Enter sends, Shift with Enter begins a new line.
        </p>
      )}
      <button type="submit" class="button" aria-disabled={sending}>
        {sending ? 'Sending…' : button}
      </button>
      <p role="status" class="small">
        {sent && 'Sent.'}
      </p>
    </form>
  );
}
