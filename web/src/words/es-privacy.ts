// SPDX-License-Identifier: Apache-2.0
// The privacy panel's words, in Spanish. As modest as the facts: see docs/privacy.md.
import type { privacyWords as english } from './en-privacy.js';

export const privacyWords: typeof english = {
  title: '¿Cómo sé que nada sale de esta computadora?',
  intro:
    'No tiene que creer en nuestra palabra. El navegador hace cumplir casi todo, y lo demás se puede ver.',
  cannotTitle: 'Lo que esta página no puede hacer',
  cannot: [
    'Enviar nada: su política prohíbe toda conexión (connect-src ‘none’), y también imágenes, fuentes, estilos, marcos y formularios que pudieran llevar algo afuera.',
    'Cargar nada: el verificador, sus tablas y cada palabra están en este único archivo. Desconecte el cable de red y funciona igual.',
    'Ejecutar un programa que no sea suyo: solo dos, reconocidos por su huella, pueden ejecutarse, el de la página y el de la prueba de fuga. El proceso auxiliar hereda la misma política.',
  ],
  doesNotTitle: 'Lo que podría hacer y no hace',
  doesNot: [
    'Guardar algo: no usa cookies, ni almacenamiento, ni caché. Cierre la pestaña, o pulse Borrar, y ya no está.',
    'Ir a otra dirección, abrir una ventana o una conexión directa (WebRTC): ninguna política lo impide. Nuestros programas no contienen nada de eso, y una prueba nuestra lee el archivo para demostrarlo.',
    'Crear un marco: se bloquea antes de pedir nada, pero el navegador puede haber buscado ya el nombre de su servidor. Solo la prueba de fuga de abajo crea uno.',
  ],
  leak: {
    title: 'Intentar una fuga',
    hint: 'La página intenta una vez cada salida que conocemos, con una palabra inventada y sin datos de pacientes, hacia una dirección que no puede existir (leak-test.invalid). Usted ve qué pasó con cada una. La consola del navegador (F12) muestra lo mismo.',
    start: 'Intentar una fuga ahora',
    again: 'Intentar otra vez',
    running: 'Intentando …',
    missing: 'La prueba de fuga es parte de deltoid.html y no está en esta página.',
    channel: 'Salida',
    outcome: 'Qué pasó',
    done: (blocked: number, silent: number, open: number) => {
      if (open > 0)
        return `${open} de ${blocked + silent + open} salidas no quedaron bloqueadas. No use esta copia de la página con datos de pacientes.`;
      return silent > 0
        ? `${blocked} salidas quedaron bloqueadas; de otras ${silent} este navegador no informa a la página.`
        : `Las ${blocked} salidas que se podían intentar quedaron bloqueadas.`;
    },
    silent:
      'Este navegador no informa a la página ni de lo uno ni de lo otro. Mire su consola y su lista de red (F12).',
    states: {
      blocked: 'bloqueada',
      open: 'no bloqueada',
      silent: 'sin informe',
      absent: 'no existe en este navegador',
      empty: 'sin usar y vacía',
      kept: 'sin usar por nosotros',
      untried: 'no intentada',
    },
    by: (directive: string) => `por ${directive}`,
    entries: (count: string) => `${count} entradas de otras páginas en el mismo lugar`,
    channels: {
      fetch: 'Petición (fetch)',
      xhr: 'Petición, a la antigua (XHR)',
      websocket: 'Socket web',
      eventSource: 'Flujo de eventos',
      webTransport: 'Transporte web',
      dynamicImport: 'Módulo cargado después',
      beacon: 'Baliza',
      image: 'Imagen',
      styleImage: 'Imagen en un estilo',
      stylesheet: 'Hoja de estilo',
      font: 'Fuente tipográfica',
      icon: 'Icono de la página',
      prefetch: 'Enlace leído por adelantado',
      script: 'Programa',
      frame: 'Marco',
      object: 'Objeto incrustado',
      media: 'Video o sonido',
      form: 'Formulario',
      ping: 'Aviso de un enlace',
      urlWorker: 'Proceso auxiliar desde una dirección',
      'worker-fetch': 'Petición desde el proceso auxiliar',
      'worker-xhr': 'Petición antigua desde el proceso auxiliar',
      'worker-websocket': 'Socket web desde el proceso auxiliar',
      'worker-eventSource': 'Flujo de eventos desde el proceso auxiliar',
      'worker-webTransport': 'Transporte web desde el proceso auxiliar',
      'worker-dynamicImport': 'Módulo cargado por el proceso auxiliar',
      'worker-importScripts': 'Programa cargado por el proceso auxiliar',
      cookies: 'Galletas (cookies)',
      local: 'Almacenamiento local',
      session: 'Almacenamiento de sesión',
      databases: 'Bases de datos (IndexedDB)',
      caches: 'Cachés',
    },
    untried: [
      [
        'Ir a otra dirección',
        'Lo sacaría de aquí. Ninguna política lo impide; mire la barra de direcciones: no cambia.',
      ],
      [
        'Abrir una ventana',
        'La política de un archivo no lo impide; la de un servidor sí puede (sandbox). Mire: no se abre ninguna, y nuestros programas no pueden pedirla.',
      ],
      [
        'Conexión directa (WebRTC)',
        'Los navegadores no hacen caso de la política en esto. Mire chrome://webrtc-internals o about:webrtc: sigue vacío.',
      ],
    ],
  },
  engineTitle: 'Lo que puede hacer el verificador',
  engine: (imports: number) =>
    `El verificador es WebAssembly. No tiene acceso a la red ni a archivos; todo lo que puede llamar de esta página son ${imports} funciones, que avisan que su memoria creció y que tuvo que parar:`,
  engineWaiting: 'La lista aparece cuando el verificador ha arrancado.',
  policyTitle: 'La política en vigor',
  policyMissing: 'Esta página no lleva una política propia. Use deltoid.html tal como se entregó.',
  buildTitle: 'Qué versión es esta',
  build: {
    version: 'Versión',
    page: 'Esta página, SHA-256',
    pageWithMore: 'Esta página sin lo que se guardó en ella, SHA-256',
    engine: 'Su motor, SHA-256',
    working: 'se está calculando …',
    none: 'no disponible aquí: el navegador solo da sumas a archivos y a páginas https',
    compare:
      'Compárela con la suma publicada junto a deltoid.html, o con una calculada por usted. Una página que miente podría mentir también sobre su suma, así que vale más la que usted mismo calcula:',
    commands: [
      ['Windows', 'certutil -hashfile deltoid.html SHA256'],
      ['macOS', 'shasum -a 256 deltoid.html'],
      ['Linux', 'sha256sum deltoid.html'],
    ],
  },
  limitsTitle: 'Lo que nadie puede prometer',
  limits: [
    'Las extensiones del navegador, y quien controle esta computadora, ven lo que usted ve.',
    'Lo que usted imprime, copia o descarga sale de la página porque usted lo pide. Puede contener datos de pacientes.',
  ],
  checkTitle: 'Cómo comprobarlo usted mismo',
  check: [
    'Abra las herramientas del desarrollador (F12), elija Red y revise un archivo: la lista queda vacía.',
    'Desconéctese de la red y revise un archivo.',
  ],
};
