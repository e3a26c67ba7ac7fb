"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";

export type Theme = "system" | "light" | "dark";

const choices = [
  { theme: "system", label: "System theme", icon: Monitor },
  { theme: "light", label: "Light theme", icon: Sun },
  { theme: "dark", label: "Dark theme", icon: Moon },
] as const;

function applyTheme(theme: Theme) {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store API is missing on plain http
  document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax`;
}

/**
 * Chooses the theme at once and keeps the choice in the cookie `theme`, from which the server writes
 * `data-theme` on `<html>` (absent for "system").
 */
export function ThemeToggle({ initial }: { initial: Theme }) {
  const [current, setCurrent] = useState(initial);
  return (
    <fieldset className="inline-flex gap-0.5 rounded-md bg-neutral-soft p-0.5">
      <legend className="sr-only">Theme</legend>
      {choices.map(({ theme, label, icon: Icon }) => (
        <label
          key={theme}
          title={label}
          className="inline-flex h-6 w-8 items-center justify-center rounded-sm text-muted hover:text-ink has-checked:bg-raised has-checked:text-ink has-checked:shadow-card has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name="theme"
            value={theme}
            checked={current === theme}
            aria-label={label}
            onChange={() => {
              setCurrent(theme);
              applyTheme(theme);
            }}
            className="sr-only"
          />
          <Icon aria-hidden className="size-4" />
        </label>
      ))}
    </fieldset>
  );
}
