"use client";

import { type ClipboardEvent, type KeyboardEvent, useState } from "react";
import { splitTags } from "./split-tags.ts";
import type { TagSuggestion } from "./tag-input.tsx";

type Options = {
  value: readonly string[];
  onValueChange: (value: string[]) => void;
  suggestions: readonly TagSuggestion[];
  onBlur: (() => void) | undefined;
};

/** Nobody looks through more; typing narrows them. */
const OFFERED_AT_MOST = 50;

/** What a `TagInput` holds besides its values: the text being typed, the offered list, what is read aloud. */
export function useTagEditing({ value, onValueChange, suggestions, onBlur }: Options) {
  const [text, setText] = useState("");
  const [said, setSaid] = useState("");
  const [isOpen, setIsOpen] = useState(false);
  const [activeIndex, setActiveIndex] = useState(-1);

  const query = text.trim().toLowerCase();
  const matching = suggestions.filter(
    (each) => !value.includes(each.value) && each.value.toLowerCase().includes(query),
  );
  const offered = matching.slice(0, OFFERED_AT_MOST);
  const isListOpen = isOpen && offered.length > 0;
  const active = isListOpen ? offered[activeIndex] : undefined;

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
  };
  const takeBackLast = () => {
    const last = value.at(-1);
    if (last === undefined) return;
    remove(last);
    setText(last);
  };
  const move = (step: 1 | -1) => {
    setIsOpen(true);
    const from = activeIndex < 0 && step === -1 ? 0 : activeIndex;
    setActiveIndex((from + step + offered.length) % offered.length);
  };

  const onChange = (typed: string) => {
    setIsOpen(true);
    const lastComma = typed.lastIndexOf(",");
    if (lastComma >= 0) return add(typed.slice(0, lastComma), typed.slice(lastComma + 1).trimStart());
    setText(typed);
    setActiveIndex(-1);
  };
  const onPaste = (event: ClipboardEvent) => {
    // an input turns line breaks into spaces, so a pasted column is read before it arrives there
    const pasted = event.clipboardData.getData("text");
    if (!/[,\t\r\n]/.test(pasted.trim())) return;
    event.preventDefault();
    add(`${text}${pasted}`);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const { key } = event;
    if (key === "Enter" && (active || query)) add(active?.value ?? text);
    else if (key === "Backspace" && text === "" && value.length > 0) takeBackLast();
    else if (key === "Escape" && isListOpen) setIsOpen(false);
    else if (key === "ArrowDown" && offered.length > 0) move(1);
    else if (key === "ArrowUp" && offered.length > 0) move(-1);
    else return;
    event.preventDefault();
  };
  const leave = () => {
    setIsOpen(false);
    if (query) add(text);
    onBlur?.();
  };

  const open = () => setIsOpen(true);
  return {
    text,
    said,
    offered,
    isListOpen,
    activeIndex,
    add,
    remove,
    open,
    leave,
    onChange,
    onPaste,
    onKeyDown,
  };
}
