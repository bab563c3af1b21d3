import type { Child } from 'hono/jsx'
import { describedBy, fieldClass, FieldHelp } from '../field/field.tsx'

export type SelectProps = {
  name: string
  label: Child
  hint?: Child
  error?: Child
  options: readonly { value: string; label: string; lang?: string | undefined; dir?: 'ltr' | 'rtl' | undefined }[]
  value?: string | undefined
}

export function Select({ name, label, hint, error, options, value }: SelectProps) {
  return (
    <div class={fieldClass(error)}>
      <label for={name}>{label}</label>
      <FieldHelp name={name} hint={hint} error={error} />
      <select
        id={name}
        name={name}
        aria-describedby={describedBy({ name, hint, error })}
        aria-invalid={error ? 'true' : undefined}
      >
        {options.map((option) => (
          <option value={option.value} lang={option.lang} dir={option.dir} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
