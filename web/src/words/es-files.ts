// SPDX-License-Identifier: Apache-2.0
// Why a file was not read, or not to its end, in Spanish.
import type { Reason } from './en-files.js';

export const fileWords: Record<Reason, string> = {
  changed:
    'El archivo cambió, se movió o desapareció mientras se leía. Lo leído hasta entonces está revisado; ábralo otra vez para el resto.',
  broken: 'Está dañado: no se pudo descomprimir hasta el final. Lo que salió hasta entonces está revisado.',
  encrypted: 'Está protegido con contraseña. Descomprímalo primero y abra los archivos que contiene.',
  bomb: 'Crece más de doscientas veces al descomprimirse, cosa que no hace ningún archivo de reclamaciones. Se dejó ahí.',
  large: 'Contiene más de 4 GB descomprimidos. Abra sus archivos uno por uno.',
  many: 'Contiene más de 2,000 archivos. Descomprímalo y abra una carpeta a la vez.',
  nested: 'Es un archivo comprimido dentro de otro. Descomprima primero el de fuera.',
  empty: 'No contiene archivos.',
  pdf: 'Es un PDF. Las reclamaciones se leen de archivos 837P y JSON; pida uno de ellos a su programa.',
  image: 'Es una imagen. Las reclamaciones se leen de archivos 837P y JSON.',
  office:
    'Es un documento de Office. Las reclamaciones se leen de archivos 837P y JSON; pida uno de ellos a su programa.',
  packed:
    'Está comprimido de una forma que aquí no se lee. Descomprímalo primero; .zip y .gz se leen como están.',
  records:
    'Contiene registros de inyecciones y ninguna reclamación. Abra también las reclamaciones: los registros se unen a ellas.',
  program: 'Es un programa, no un archivo de reclamaciones.',
};
