import type { Example } from '../../example.ts'
import { Notice } from './notice.tsx'

export const examples: Example[] = [
  {
    name: 'information',
    render: () => (
      <Notice kind="info" title="C’est gratuit">
        <p>Aucun organisme ne peut vous demander d’argent pour vous accompagner.</p>
      </Notice>
    ),
  },
  {
    name: 'succès',
    render: () => (
      <Notice kind="success">
        <p>Votre rendez-vous est confirmé.</p>
      </Notice>
    ),
  },
  {
    name: 'attention',
    render: () => (
      <Notice kind="warning" title="À vérifier">
        <p>Cette adresse a été vérifiée il y a plus de 6 mois. Appelez avant de vous déplacer.</p>
      </Notice>
    ),
  },
  {
    name: 'danger',
    render: () => (
      <Notice kind="danger" title="Vous êtes en danger ?">
        <p>
          Appelez le{' '}
          <a href="tel:911">
            <bdi dir="ltr">911</bdi>
          </a>
          . C’est gratuit, jour et nuit, et on peut vous répondre dans votre langue.
        </p>
      </Notice>
    ),
  },
  {
    name: 'en arabe',
    lang: 'ar',
    dir: 'rtl',
    render: () => (
      <Notice kind="info" title="الخدمة مجانية">
        <p>لا يحق لأي جهة أن تطلب منك مالاً مقابل مرافقتك.</p>
      </Notice>
    ),
  },
]
