/**
 * Puts `text` on the clipboard; false when the browser refuses. The clipboard API exists only on https and
 * localhost, so a console served over plain http falls back to copying a selection. `near` is the element that
 * was clicked: in a modal dialog, only what lies inside the dialog can be selected.
 */
export async function copyText(text: string, near: HTMLElement): Promise<boolean> {
  if (!navigator.clipboard) return copySelection(text, near);
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelection(text, near);
  }
}

function copySelection(text: string, near: HTMLElement) {
  const area = document.createElement("textarea");
  area.value = text;
  area.readOnly = true;
  area.className = "sr-only";
  near.after(area);
  area.select();
  const isCopied = document.execCommand("copy");
  area.remove();
  near.focus();
  return isCopied;
}
