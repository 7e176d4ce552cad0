/** Hands a file to the reader. */
export function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // After the browser took it.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
