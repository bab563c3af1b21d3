/** The address as a link may carry it: http or https only, completed where the source left the scheme out. */
export function webAddress(text: string): string | undefined {
  const trimmed = text.trim()
  if (/[\s"<>\\^`{|}]/.test(trimmed)) return undefined
  const whole = /^https?:\/\//i.test(trimmed)
    ? trimmed
    : /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(trimmed)
      ? `https://${trimmed}`
      : ''
  if (!URL.canParse(whole)) return undefined
  const parsed = new URL(whole)
  return parsed.hostname.includes('.') && !parsed.username ? parsed.href : undefined
}

/** An address as mail servers commonly take it; rarer forms are left aside rather than handed on. */
export function emailAddress(text: string): string | undefined {
  const trimmed = text.trim()
  return /^(?!\.)(?!.*\.\.)[A-Za-z0-9_'+.-]*[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/.test(trimmed)
    ? trimmed
    : undefined
}
