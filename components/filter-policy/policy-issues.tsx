import { CircleAlert, CircleCheck } from "lucide-react";
import type { FilterPolicyIssue } from "@/lib/filter-policy";
import { locateIssue, type TextRange } from "./locate-issue.ts";

type PolicyIssuesProps = {
  id: string;
  text: string;
  issues: readonly FilterPolicyIssue[];
  /** Asked to show the place of an issue. */
  onSelect: (range: TextRange) => void;
};

/** What AWS would refuse a policy for, each issue leading to its place in the text. */
export function PolicyIssues({ id, text, issues, onSelect }: PolicyIssuesProps) {
  return (
    <div id={id} role="status" className="mt-1.5 text-sm">
      {issues.length === 0 ? (
        <p className="flex items-start gap-1.5 text-positive">
          <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
          AWS accepts this policy
        </p>
      ) : (
        <ul className="grid gap-1">
          {issues.map((issue) => (
            <li key={`${issue.path} ${issue.message}`} className="flex items-start gap-1.5 text-negative">
              <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
              <Issue issue={issue} range={locateIssue(text, issue)} onSelect={onSelect} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type IssueProps = {
  issue: FilterPolicyIssue;
  range: TextRange | undefined;
  onSelect: (range: TextRange) => void;
};

function Issue({ issue: { path, message }, range, onSelect }: IssueProps) {
  const words = (
    <>
      {path ? <code className="font-mono">{path}</code> : null}
      {path ? ": " : null}
      {message}
    </>
  );
  if (!range) return <span className="min-w-0">{words}</span>;
  return (
    <button
      type="button"
      onClick={() => onSelect(range)}
      className="min-w-0 rounded-sm text-left underline decoration-dotted underline-offset-2 hover:decoration-solid"
    >
      {words}
    </button>
  );
}
