import { useEffect, useRef, useState } from 'preact/hooks';
import { singleKeys, useShortcuts } from '../state/shortcuts.ts';
import { KeyHint } from './key-hint.tsx';

/** Long enough that a word typed at speed is asked once, short enough to feel immediate. */
const pauseMs = 120;

type Props = { label: string; value: string; search: (text: string) => void };

/** Search as you type; `/` jumps to it, Escape empties it, Arrow down leads into the results. */
export function SearchField({ label, value, search }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  useShortcuts([{ key: '/', does: 'keys.search', run: () => input.current?.focus() }]);
  useEffect(() => setText(value), [value]);
  // Only what is typed starts the pause.
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => search(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && text !== '') setText('');
    else if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('[data-row]')?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <label class="search">
      <span class="hidden">{label}</span>
      <input
        ref={input}
        type="search"
        dir="auto"
        placeholder={label}
        autocomplete="off"
        spellcheck={false}
        value={text}
        aria-keyshortcuts="/"
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={press}
      />
      {singleKeys.value && <KeyHint of="/" />}
    </label>
  );
}
