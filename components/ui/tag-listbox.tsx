"use client";

import clsx from "clsx";
import { useLayoutEffect, useRef } from "react";
import type { TagSuggestion } from "./tag-input.tsx";

type TagListboxProps = {
  id: string;
  isOpen: boolean;
  options: readonly TagSuggestion[];
  activeIndex: number;
  onChoose: (value: string) => void;
};

/** The values a `TagInput` offers; the focus stays in the input, which names the active option. */
export function TagListbox({ id, isOpen, options, activeIndex, onChoose }: TagListboxProps) {
  const list = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (isOpen) list.current?.showPopover();
    else list.current?.hidePopover();
  }, [isOpen]);

  useLayoutEffect(() => {
    list.current?.children[activeIndex]?.scrollIntoView({ block: "nearest" });
  }, [activeIndex]);

  return (
    <div
      ref={list}
      id={id}
      popover="manual"
      role="listbox"
      aria-label="Suggestions"
      className="popover-panel popover-start max-h-60 min-w-[anchor-size(width)] rounded-lg bg-raised p-1 text-ink shadow-float"
    >
      {options.map((option, index) => (
        <div
          key={option.value}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === activeIndex}
          // pressed, not clicked: a click would first take the focus from the input and close the list
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(option.value);
          }}
          className={clsx(
            "flex min-h-8 cursor-pointer items-center justify-between gap-4 rounded-md px-2",
            index === activeIndex ? "bg-accent-soft text-accent" : "hover:bg-hover",
          )}
        >
          {option.value}
          {option.detail ? <span className="text-sm text-muted">{option.detail}</span> : null}
        </div>
      ))}
    </div>
  );
}
