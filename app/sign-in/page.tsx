import type { Metadata } from "next";
import { SignInForm } from "@/components/auth/sign-in-form";
import { AuthLayout } from "@/components/layout/auth-layout";
import { loadSignIn } from "@/lib/auth/loaders";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next, isFirstRun } = await loadSignIn((await searchParams).next);
  if (isFirstRun)
    return (
      <AuthLayout title="Make the first administrator">
        <p>
          Nobody can sign in yet. Open the one-time link that the start command printed in its terminal; it
          looks like <code className="font-mono text-sm">/setup?token=…</code>
        </p>
        <p className="mt-3 text-muted">Each start prints a new link and ends the one before.</p>
      </AuthLayout>
    );
  return (
    <AuthLayout title="Sign in">
      <SignInForm next={next} />
    </AuthLayout>
  );
}
