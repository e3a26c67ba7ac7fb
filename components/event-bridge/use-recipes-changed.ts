"use client";

import { useQueryClient } from "@tanstack/react-query";
import { recipesOptions } from "@/lib/event-bridge/query-options";

/** Has the list of rules asked for anew. */
export function useRecipesChanged(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: recipesOptions().queryKey });
}
