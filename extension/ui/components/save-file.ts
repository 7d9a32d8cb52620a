/** Hands a text to the browser as a file to be saved. Nothing leaves the device. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // the download has the content by then
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
