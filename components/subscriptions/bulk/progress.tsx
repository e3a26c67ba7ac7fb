/** How far something long has come, in words and as a bar. */
export function Progress({ label, done, of }: { label: string; done: number; of: number }) {
  const text = `${label}: ${done.toLocaleString("en")} of ${of.toLocaleString("en")}`;
  return (
    <div className="grid gap-1">
      <p role="status">{text}</p>
      <svg
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={of}
        aria-valuenow={done}
        className="block h-1.5 w-full overflow-hidden rounded-full bg-neutral-soft"
      >
        <rect width={`${(done / of) * 100}%`} height="100%" rx="3" className="fill-fill" />
      </svg>
    </div>
  );
}
