// SPDX-License-Identifier: Apache-2.0
// Profile and tables, in Spanish.
import type { settingsWords as english } from './en-settings.js';

export const settingsWords: typeof english = {
  title: 'Perfil y tablas en vigor',
  intro: 'Un perfil dice lo que piden sus pagadores. Las tablas traen ediciones que no vienen incluidas.',
  profile: 'Perfil',
  noProfile: 'Ninguno: cada pagador según su tipo',
  builtIn: 'Perfil incluido',
  builtInNames: {
    medicare_b: 'Medicare Parte B',
    medicare_advantage: 'Medicare Advantage',
    medicaid: 'Medicaid',
    medicaid_alabama: 'Medicaid, Alabama',
    unitedhealthcare: 'UnitedHealthcare',
    aetna: 'Aetna',
    cigna: 'Cigna',
    anthem: 'Anthem',
    humana: 'Humana',
    commercial: 'Comercial, los plazos más cortos',
  },
  ownProfile: (name: string) => `Suyo: ${name}`,
  loadProfile: 'Cargar un perfil',
  removeProfile: 'Quitar el perfil',
  profileHint: 'Un archivo JSON. Lo que puede decir está escrito en docs/profiles.md (en inglés).',
  notJson: (name: string) => `${name} no es JSON, así que no se tomó. Sigue en vigor lo que había.`,
  refused: (name: string) => `${name} no se tomó. Sigue en vigor lo que había.`,
  tables: 'Tablas',
  tablesHint: 'Cada edición vale para sus días. La suma distingue un archivo de otro.',
  table: 'Tabla',
  edition: 'Edición',
  days: 'Días',
  sum: 'SHA-256',
  open: 'abierta',
  yours: 'suya',
  removeTables: 'Quitar sus tablas',
  waiting: 'La lista aparece cuando el verificador ha arrancado.',
  keep: 'Conservarlos',
  keepHint:
    'La página no guarda nada, así que lo que usted carga se pierde al cerrarla. Una copia de la página puede llevar dentro el perfil y las tablas; se hace aquí mismo y no contiene ninguna reclamación.',
  save: 'Guardar una copia de esta página',
  saved: 'Guardada. Abra la copia con doble clic; tiene en vigor lo mismo.',
  nothingToSave: 'Cargue primero un perfil o tablas.',
  inForce: (profile: string, tables: number, kept: boolean) =>
    [
      profile ? `Perfil: ${profile}` : 'Sin perfil',
      tables > 0 ? `${tables} ${tables === 1 ? 'tabla suya' : 'tablas suyas'}` : 'tablas incluidas',
      kept ? 'guardado en esta página' : '',
    ]
      .filter(Boolean)
      .join(' · '),
  damaged:
    'No se pudo leer lo que estaba guardado en esta copia de la página. Están en vigor las tablas incluidas.',
};
