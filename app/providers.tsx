"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { FlashProvider } from "@/components/ui/flash";

/** What client components below expect around them. One query client per browser tab and per server render. */
export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={queryClient}>
      <FlashProvider>{children}</FlashProvider>
    </QueryClientProvider>
  );
}
