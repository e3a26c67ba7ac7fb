"use client";

import { type ClipboardEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import { Chip } from "./chip.tsx";
import { splitTags } from "./split-tags.ts";
import { TagListbox } from "./tag-listbox.tsx";

export type TagSuggestion = { value: string; detail?: string };

type TagInputProps = {
  id: string;
  value: readonly string[];
  onValueChange: (value: string[]) => void;
  /** Known values, offered while typing; others can be entered as well. */
  suggestions?: readonly TagSuggestion[] | undefined;
  /** The indexes of the values that are not acceptable. */
  invalidItems?: readonly number[];
  placeholder?: string | undefined;
  onBlur?: () => void;
  focusRef?: (element: HTMLInputElement | null) => void;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: boolean | undefined;
  "aria-required"?: boolean | undefined;
};

/**
 * Several values as chips. Comma, Enter, leaving the field, or pasting a list adds; Backspace in the empty
 * field takes the last one back for editing.
 */
export function TagInput(props: TagInputProps) {
  const { id, value, onValueChange, suggestions = [], invalidItems = [], placeholder, onBlur } = props;
  const [text, setText] = useState("");
  const [said, setSaid] = useState("");
  const [isOpen, setIsOpen] = useState(false);
  const [activeIndex, setActiveIndex] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();

  const offered = suggestions.filter(
    (each) => !value.includes(each.value) && each.value.toLowerCase().includes(text.trim().toLowerCase()),
  );
  const isListOpen = isOpen && offered.length > 0;
  const active = isListOpen ? offered[activeIndex] : undefined;

  const type = (next: string) => {
    setText(next);
    setActiveIndex(-1);
    setIsOpen(true);
  };
  const add = (typed: string, rest = "") => {
    const added = splitTags(typed, value);
    if (added.length > 0) onValueChange([...value, ...added]);
    setSaid(added.length > 0 ? `Added ${added.join(", ")}` : "");
    setText(rest);
    setActiveIndex(-1);
  };
  const remove = (removed: string) => {
    onValueChange(value.filter((each) => each !== removed));
    setSaid(`Removed ${removed}`);
    input.current?.focus();
  };

  const onChange = (next: string) => {
    const lastComma = next.lastIndexOf(",");
    if (lastComma < 0) return type(next);
    add(next.slice(0, lastComma), next.slice(lastComma + 1).trimStart());
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData("text");
    if (!/[,\t\r\n]/.test(pasted.trim())) return;
    event.preventDefault();
    add(`${text}${pasted}`);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (active || text.trim())) {
      event.preventDefault();
      add(active?.value ?? text);
    } else if (event.key === "Backspace" && text === "" && value.length > 0) {
      event.preventDefault();
      const last = value.at(-1) ?? "";
      remove(last);
      setText(last);
    } else if (event.key === "Escape" && isListOpen) {
      event.preventDefault();
      setIsOpen(false);
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && offered.length > 0) {
      event.preventDefault();
      setIsOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActiveIndex((at) => (Math.max(at, step === 1 ? -1 : 0) + step + offered.length) % offered.length);
    }
  };
  const onLeave = () => {
    setIsOpen(false);
    if (text.trim()) add(text);
    onBlur?.();
  };

  return (
    <div className="popover-scope">
      <div className="control popover-trigger flex min-h-8 flex-wrap items-center gap-1 px-1 py-[3px] focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent">
        {value.map((each, index) => (
          <Chip
            key={each}
            invalid={invalidItems.includes(index)}
            remove={{ label: `Remove ${each}`, onRemove: () => remove(each) }}
          >
            {each}
          </Chip>
        ))}
        <input
          ref={(element) => {
            input.current = element;
            props.focusRef?.(element);
          }}
          id={id}
          role="combobox"
          aria-expanded={isListOpen}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active ? `${listId}-${activeIndex}` : undefined}
          aria-describedby={props["aria-describedby"]}
          aria-invalid={props["aria-invalid"]}
          aria-required={props["aria-required"]}
          autoComplete="off"
          spellCheck={false}
          placeholder={value.length === 0 ? placeholder : undefined}
          value={text}
          onChange={(event) => onChange(event.target.value)}
          onPaste={onPaste}
          onKeyDown={onKeyDown}
          onFocus={() => setIsOpen(true)}
          onClick={() => setIsOpen(true)}
          onBlur={onLeave}
          className="h-6 min-w-24 flex-1 bg-transparent px-1.5 outline-none"
        />
      </div>
      <TagListbox
        id={listId}
        isOpen={isListOpen}
        options={offered}
        activeIndex={activeIndex}
        onChoose={(chosen) => add(chosen)}
      />
      <span role="status" className="sr-only">
        {said}
      </span>
    </div>
  );
}
