import type { Metadata } from "next";
import { AuthLayout } from "@/components/layout/auth-layout";
import { ButtonLink } from "@/components/ui/button-link";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <AuthLayout title="Page not found">
      <p>There is nothing at this address. The link may be mistyped, or what it showed is gone.</p>
      <ButtonLink variant="primary" href="/" className="mt-4">
        Go to the dashboard
      </ButtonLink>
    </AuthLayout>
  );
}
