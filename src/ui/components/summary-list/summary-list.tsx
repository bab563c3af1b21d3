import type { Child } from 'hono/jsx'

export type SummaryRow = {
  key: Child
  value: Child
  /** `hidden` ends the link's name for who hears it: "Change" + "your address". */
  action?: { href: string; label: Child; hidden: Child } | undefined
}
export type SummaryListProps = { rows: readonly SummaryRow[] }

export function SummaryList({ rows }: SummaryListProps) {
  return (
    <dl class="summary">
      {rows.map(({ key, value, action }) => (
        <div>
          <dt>{key}</dt>
          <dd>{value}</dd>
          {action && (
            <dd class="action">
              <a href={action.href}>
                {action.label}
                <span class="hidden"> {action.hidden}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
