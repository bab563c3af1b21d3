import type { Example } from '../../example.ts'
import { Choices } from './choices.tsx'

const yesNo = [
  { value: 'yes', label: 'Oui' },
  { value: 'no', label: 'Non' },
  { value: 'unknown', label: 'Je ne sais pas' },
  { value: 'talk', label: 'Je préfère en parler', hint: 'Une personne vous appellera, avec un interprète au besoin.' },
]

export const examples: Example[] = [
  {
    name: 'un seul choix, la légende est le titre de la page',
    render: () => (
      <Choices
        name="housing"
        legend="Avez-vous un logement pour plus d’un mois ?"
        hint="Un hôtel ou une chambre chez des amis : répondez non."
        type="radio"
        options={yesNo}
        selected={['no']}
        heading
      />
    ),
  },
  {
    name: 'plusieurs choix, avec une erreur',
    render: () => (
      <Choices
        name="spoken"
        legend="Quelles langues parlez-vous ?"
        error="Choisissez au moins une langue"
        type="checkbox"
        options={[
          { value: 'ar', label: 'العربية', lang: 'ar', dir: 'rtl' },
          { value: 'en', label: 'English', lang: 'en' },
          { value: 'es', label: 'Español', lang: 'es' },
        ]}
        selected={['ar', 'es']}
      />
    ),
  },
  {
    name: 'en arabe',
    lang: 'ar',
    dir: 'rtl',
    render: () => (
      <Choices
        name="children"
        legend="هل معك أطفال؟"
        type="radio"
        options={[
          { value: 'yes', label: 'نعم' },
          { value: 'no', label: 'لا' },
          { value: 'talk', label: 'أفضّل التحدث عن ذلك', hint: 'سيتصل بك شخص يتكلم لغتك.' },
        ]}
        selected={[]}
      />
    ),
  },
]
