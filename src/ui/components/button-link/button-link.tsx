import type { Child } from 'hono/jsx'
import type { ButtonKind } from '../button/button.tsx'

export type ButtonLinkProps = { href: string; kind?: ButtonKind | undefined; children?: Child }

/** Goes somewhere and changes nothing, with the weight of a button. */
export function ButtonLink({ href, kind = 'primary', children }: ButtonLinkProps) {
  return (
    <a class={`button ${kind}`} href={href}>
      {children}
    </a>
  )
}
