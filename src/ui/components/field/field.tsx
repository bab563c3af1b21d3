import type { Child } from 'hono/jsx'

export type FieldText = { name: string; hint?: Child; error?: Child }

/** The ids of what explains a field, in reading order. */
export function describedBy({ name, hint, error }: FieldText): string | undefined {
  const ids = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** The hint and the error under a label; the error repeats what the summary says. */
export function FieldHelp({ name, hint, error }: FieldText) {
  return (
    <>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${name}-error`}>
          {error}
        </p>
      )}
    </>
  )
}

export function fieldClass(error: Child): string {
  return error ? 'field wrong' : 'field'
}

/** A legend, which is also the page's h1 when the page asks one thing only. */
export function Legend({ heading = false, children }: { heading?: boolean | undefined; children?: Child }) {
  return <legend>{heading ? <h1>{children}</h1> : children}</legend>
}
