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
  pdf: 'Es un PDF. Las reclamaciones se leen de archivos 837, hojas de cálculo y JSON; pida uno de ellos a su programa.',
  image: 'Es una imagen. Las reclamaciones se leen de archivos 837, hojas de cálculo y JSON.',
  office:
    'Es un documento de Office, y no un libro de Excel. Las reclamaciones se leen de archivos 837, hojas de cálculo y JSON; pida uno de ellos a su programa.',
  workbook:
    'Es un libro de un formato más antiguo o distinto, o protegido con contraseña. Guárdelo en Excel como .xlsx sin contraseña, o como CSV, y abra ese archivo.',
  blank: 'Este libro no contiene filas.',
  texts:
    'Este libro contiene demasiado texto para leerlo aquí. Guarde su hoja como CSV, que puede tener cualquier tamaño.',
  mapping: 'Dice qué son las columnas de una hoja de cálculo. Ábralo junto con la hoja.',
  packed:
    'Está comprimido de una forma que aquí no se lee. Descomprímalo primero; .zip y .gz se leen como están.',
  records:
    'Contiene registros de inyecciones y ninguna reclamación. Abra también las reclamaciones: los registros se unen a ellas.',
  program: 'Es un programa, no un archivo de reclamaciones.',
};
