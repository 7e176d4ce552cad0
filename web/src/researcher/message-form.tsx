import { useId, useState } from 'preact/hooks';

interface Props {
  readonly label: string;
  readonly button: string;
  readonly most: number;
  readonly required?: boolean;
  /** Resolves to whether it was taken. */
  onSend(text: string): Promise<boolean>;
}

/** A text to be sent. It is kept until it has been taken. */
export function MessageForm({ label, button, most, required = false, onSend }: Props) {
  const id = useId();
  const [text, setText] = useState('');
  const [sending, setSending] = useState(false);
  const [sent, setSent] = useState(false);
  const send = async (event: Event) => {
    event.preventDefault();
    setSending(true);
    const taken = await onSend(text.trim());
    setSending(false);
    setSent(taken);
    if (taken) setText('');
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
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <button type="submit" class="button" disabled={sending}>
        {sending ? 'Sending…' : button}
      </button>
      <p role="status" class="small">
        {sent && 'Sent.'}
      </p>
    </form>
  );
}
