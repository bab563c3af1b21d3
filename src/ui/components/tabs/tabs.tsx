import type { Child } from 'hono/jsx'

export type TabItem = { href: string; label: Child; count?: number | undefined; current: boolean }
export type TabsProps = { label: string; items: readonly TabItem[] }

/** Links, each to a page with an address of its own. */
export function Tabs({ label, items }: TabsProps) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {items.map(({ href, label: text, count, current }) => (
          <li>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {text}
              {count !== undefined && <span class="count"> {count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
