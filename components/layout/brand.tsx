/** The mark and name of the product, the same as in `app/icon.svg`. */
export function Brand() {
  return (
    <span className="inline-flex items-center gap-2 font-semibold">
      <svg viewBox="0 0 32 32" className="size-5 shrink-0" aria-hidden="true">
        <rect width="32" height="32" rx="7" className="fill-fill" />
        <path d="M7 9h18v12h-8l-5 4.5V21H7z" className="fill-on-fill" />
        <path
          d="m11.5 15 3 3 6-6"
          fill="none"
          className="stroke-fill"
          strokeWidth="2.2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      Proactive Notifications
    </span>
  );
}
