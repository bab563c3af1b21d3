import type { Child } from 'hono/jsx'

export type BackLinkProps = { href: string; children?: Child }

export function BackLink({ href, children }: BackLinkProps) {
  return (
    <a class="back" href={href}>
      {children}
    </a>
  )
}
