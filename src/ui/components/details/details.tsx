import type { Child } from 'hono/jsx'

export type DetailsProps = { summary: Child; open?: boolean | undefined; children?: Child }

/** What most people can skip. */
export function Details({ summary, open, children }: DetailsProps) {
  return (
    <details class="details" open={open}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  )
}
