import type { Metadata } from "next";
import { SetupForm } from "@/components/auth/setup-form";
import { AuthLayout } from "@/components/layout/auth-layout";
import { ButtonLink } from "@/components/ui/button-link";
import { loadSetupLink } from "@/lib/auth/loaders";

// the address holds the token
export const metadata: Metadata = { title: "First administrator", referrer: "no-referrer" };

export default async function SetupPage({ searchParams }: PageProps<"/setup">) {
  const { token } = await searchParams;
  const link = await loadSetupLink(token);
  switch (link.kind) {
    case "good":
      return (
        <AuthLayout
          title="Make the first administrator"
          description="With this account you manage topics and subscriptions."
        >
          <SetupForm token={link.token} />
        </AuthLayout>
      );
    case "spent":
      return (
        <AuthLayout title="This link has been used">
          <p>An administrator exists already, so the one-time link does nothing any more.</p>
          <ButtonLink variant="primary" href="/sign-in" className="mt-4">
            Sign in
          </ButtonLink>
        </AuthLayout>
      );
    case "unknown":
      return (
        <AuthLayout title="This link is not valid">
          <p>
            It may be cut off, or older than the last start: each start prints a new link and ends the one
            before.
          </p>
          <p className="mt-3">
            Look for the newest link in the terminal of the start command. To get a new one, restart the
            console with <code className="font-mono text-sm">npm start</code>
          </p>
        </AuthLayout>
      );
    default:
      return link satisfies never;
  }
}
