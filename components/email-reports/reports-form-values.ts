import type { z } from "zod";
import type { ActionForm } from "@/components/forms/use-action-form";
import type { saveEmailReportsSchema } from "@/lib/email-reports/schema";

/** The form of the tab, as its fields know it. */
export type ReportsForm = ActionForm<z.input<typeof saveEmailReportsSchema>>;
