"use client";

import { useEffect, useEffectEvent, useSyncExternalStore } from "react";

const storageKey = "shortcuts";
const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

/** A browser may forbid storage altogether: then shortcuts stay on. */
function isOn() {
  try {
    return localStorage.getItem(storageKey) !== "off";
  } catch {
    return true;
  }
}

function setOn(on: boolean) {
  try {
    localStorage.setItem(storageKey, on ? "on" : "off");
  } catch {
    return;
  }
  for (const listener of listeners) listener();
}

/** Whether single keys do something, and the way to change that in this browser (WCAG 2.1.4). */
export function useShortcutPreference(): [on: boolean, setOn: (on: boolean) => void] {
  return [useSyncExternalStore(subscribe, isOn, () => true), setOn];
}

/**
 * Runs `press` when `key` is pressed alone, unless the user types, a dialog or a menu is open, or shortcuts are
 * turned off.
 */
export function useShortcut(key: string, press: () => void) {
  const [on] = useShortcutPreference();
  const onPress = useEffectEvent(press);

  useEffect(() => {
    if (!on) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== key || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || document.querySelector("dialog:modal, :popover-open")) return;
      event.preventDefault();
      onPress();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [key, on]);
}

function isTyping(target: EventTarget | null) {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"))
  );
}
