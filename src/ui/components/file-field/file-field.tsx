import type { Child } from 'hono/jsx'
import { describedBy, fieldClass, FieldHelp } from '../field/field.tsx'

export type FileFieldProps = {
  name: string
  label: Child
  hint?: Child
  error?: Child
  /** What the browser offers first: '.zip,.csv'. It is a help, not a check. */
  accept?: string | undefined
}

/** A browser never gives a chosen file back: after an error it is chosen again, and the hint may say so. */
export function FileField({ name, label, hint, error, accept }: FileFieldProps) {
  return (
    <div class={fieldClass(error)}>
      <label for={name}>{label}</label>
      <FieldHelp name={name} hint={hint} error={error} />
      <input
        id={name}
        name={name}
        type="file"
        accept={accept}
        aria-describedby={describedBy({ name, hint, error })}
        aria-invalid={error ? 'true' : undefined}
      />
    </div>
  )
}
