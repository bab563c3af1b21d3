import type { Example } from '../../example.ts'
import { French } from '../french/french.tsx'
import { PhoneList } from './phone-list.tsx'

export const examples: Example[] = [
  {
    name: 'lignes d’aide',
    render: () => (
      <PhoneList
        lines={[
          { name: 'Urgence : police, pompiers, ambulance', tel: '911', display: '911', hours: 'Jour et nuit' },
          {
            name: 'Info-Santé et Info-Social',
            tel: '811',
            display: '811',
            note: 'Une infirmière ou une travailleuse sociale vous répond.',
            hours: 'Jour et nuit',
          },
        ]}
      />
    ),
  },
  {
    name: 'en arabe',
    lang: 'ar',
    dir: 'rtl',
    render: () => (
      <PhoneList
        lines={[
          { name: <French>Info-Santé</French>, tel: '811', display: '811', note: 'تجيبك ممرضة.' },
          { name: 'مكتب الاستقبال', tel: '+14185550123', display: '418 555-0123', hours: 'من الاثنين إلى الجمعة' },
        ]}
      />
    ),
  },
]
