import type { Child } from 'hono/jsx'
import { describedBy, fieldClass, FieldHelp } from '../field/field.tsx'

export type TextFieldProps = {
  name: string
  label: Child
  hint?: Child
  error?: Child
  value?: string | undefined
  type?: 'text' | 'email' | 'tel' | 'search' | undefined
  autocomplete?: string | undefined
  inputmode?: 'none' | 'text' | 'tel' | 'url' | 'email' | 'numeric' | 'decimal' | 'search' | undefined
  maxlength?: number | undefined
  dir?: 'ltr' | 'rtl' | 'auto' | undefined
  required?: boolean | undefined
}

/** Addresses and numbers are written from left to right in every language; a name follows its own script. */
const directions = { text: 'auto', search: 'auto', email: 'ltr', tel: 'ltr' } as const

export function TextField(props: TextFieldProps) {
  const { name, label, hint, error, value, type = 'text' } = props
  return (
    <div class={fieldClass(error)}>
      <label for={name}>{label}</label>
      <FieldHelp name={name} hint={hint} error={error} />
      <input
        id={name}
        name={name}
        type={type}
        value={value}
        dir={props.dir ?? directions[type]}
        autocomplete={props.autocomplete}
        inputmode={props.inputmode}
        maxlength={props.maxlength}
        required={props.required}
        aria-describedby={describedBy({ name, hint, error })}
        aria-invalid={error ? 'true' : undefined}
      />
    </div>
  )
}
