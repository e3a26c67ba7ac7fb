/** Stands in a table's cell for a value that is not there; stacked rows leave its line out. */
export function None() {
  return (
    <span data-none className="text-muted">
      –
    </span>
  );
}
