import type { Example } from '../../example.ts'
import { BackLink } from './back-link.tsx'

export const examples: Example[] = [
  { name: 'retour', render: () => <BackLink href="#before">Retour</BackLink> },
  { name: 'en arabe', lang: 'ar', dir: 'rtl', render: () => <BackLink href="#before">رجوع</BackLink> },
]
