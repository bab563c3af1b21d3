import type { Child } from 'hono/jsx'

export type ButtonKind = 'primary' | 'secondary' | 'plain' | 'danger'

export type ButtonProps = {
  kind?: ButtonKind | undefined
  name?: string | undefined
  value?: string | undefined
  /** Sends the form elsewhere than its own action. */
  formaction?: string | undefined
  children?: Child
}

/** Submits the form it stands in. */
export function Button({ kind = 'primary', name, value, formaction, children }: ButtonProps) {
  return (
    <button type="submit" class={`button ${kind}`} name={name} value={value} formaction={formaction}>
      {children}
    </button>
  )
}
