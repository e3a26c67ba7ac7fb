"use client";

import { useId, useRef } from "react";
import { Chip } from "./chip.tsx";
import { TagListbox } from "./tag-listbox.tsx";
import { useTagEditing } from "./use-tag-editing.ts";

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
  const {
    id,
    value,
    onValueChange,
    suggestions = [],
    invalidItems = [],
    placeholder,
    onBlur,
    ...rest
  } = props;
  const { focusRef, ...aria } = rest;
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const editing = useTagEditing({ value, onValueChange, suggestions, onBlur });
  const { text, isListOpen, activeIndex } = editing;
  const removeChip = (chip: string) => {
    editing.remove(chip);
    input.current?.focus();
  };

  return (
    <div className="popover-scope">
      <div className="control popover-trigger flex min-h-8 flex-wrap items-center gap-1 px-1 py-[3px] focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent">
        {value.map((each, index) => (
          <Chip
            key={each}
            invalid={invalidItems.includes(index)}
            remove={{ label: `Remove ${each}`, onRemove: () => removeChip(each) }}
          >
            {each}
          </Chip>
        ))}
        <input
          {...aria}
          ref={(element) => {
            input.current = element;
            focusRef?.(element);
          }}
          id={id}
          role="combobox"
          aria-expanded={isListOpen}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={isListOpen && activeIndex >= 0 ? `${listId}-${activeIndex}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={value.length === 0 ? placeholder : undefined}
          value={text}
          onChange={(event) => editing.onChange(event.target.value)}
          onPaste={editing.onPaste}
          onKeyDown={editing.onKeyDown}
          onFocus={editing.open}
          onClick={editing.open}
          onBlur={editing.leave}
          className="h-6 min-w-24 flex-1 bg-transparent px-1.5 outline-none"
        />
      </div>
      <TagListbox
        id={listId}
        isOpen={isListOpen}
        options={editing.offered}
        activeIndex={activeIndex}
        onChoose={editing.add}
      />
      <span role="status" className="sr-only">
        {editing.said}
      </span>
    </div>
  );
}
