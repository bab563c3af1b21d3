import type { Context } from 'hono'
import qrcode from 'qrcode-generator'
import type { Env } from '#platform/http/env.ts'
import { Details } from '#ui/index.ts'

/** Ways to hand a page on; each opens the person's own application, and the address of whoever receives it never reaches us. */
export function Share({ c, path, title, print }: { c: Context<Env>; path: string; title: string; print: string }) {
  const { t, services } = c.var
  const address = `${services.config.publicUrl}${path}`
  const body = encodeURIComponent(`${title}\n${address}`)
  return (
    <Details summary={t('matching.share')}>
      <p class="muted">{t('matching.share.text')}</p>
      <ul>
        <li>
          <a href={print}>{t('matching.share.print')}</a>
        </li>
        <li>
          <a href={`mailto:?subject=${encodeURIComponent(title)}&body=${body}`}>{t('matching.share.mail')}</a>
        </li>
        <li>
          <a href={`sms:?&body=${body}`}>{t('matching.share.sms')}</a>
        </li>
      </ul>
      <p>
        <label for="address">{t('matching.share.link')}</label>
        <input id="address" type="text" readonly dir="ltr" value={address} />
      </p>
      <figure>
        <Qr text={address} />
        <figcaption class="muted">{t('matching.share.qr')}</figcaption>
      </figure>
    </Details>
  )
}

/** A QR code as one path; error correction M, as print wants. */
export function Qr({ text }: { text: string }) {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const size = code.getModuleCount()
  const cells = Array.from({ length: size * size }, (_none, at) => [Math.floor(at / size), at % size] as const)
  const path = cells
    .map(([row, column]) => (code.isDark(row, column) ? `M${column + 4} ${row + 4}h1v1h-1z` : ''))
    .join('')
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size + 8} ${size + 8}`}
      width="160"
      height="160"
      shape-rendering="crispEdges"
      aria-hidden="true"
    >
      <rect width={size + 8} height={size + 8} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
