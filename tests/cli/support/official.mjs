// SPDX-License-Identifier: Apache-2.0
// Small files in the layouts of the official ones, for the command line, the engine and the page alike.

/** Lines as the official files end them. */
export const rows = (...lines) => `${lines.join('\r\n')}\r\n`;
export const pairs = (...lines) => rows('CPT codes only, of nobody.', 'Column 1/Column 2 Edits\t\t\t\t\t\t',
  'Column 1\tColumn 2\t* = In existence prior to 1996\tEffective Date\tDeletion Date *=no data\tModifier 0=not allowed 1=allowed 9=not applicable\tPTP Edit Rationale', ...lines);
export const pair = (first, second, from, to, indicator) => `${first}\t${second}\t\t${from}\t${to}\t${indicator}\tAny`;
/** The four files of a quarter, each with its name. */
export const quarter = [
  ['ccipra-v330r0-f1.txt', pairs(pair('00100', '96372', '20090101', '*', 0), pair('20610', '96372', '20090101', '*', 1))],
  ['ccipra-v330r0-f2.txt', pairs(pair('30000', '30001', '20090101', '*', 1))],
  ['ccipra-v330r0-f3.txt', pairs(pair('50000', '50001', '20090101', '*', 1))],
  ['ccipra-v330r0-f4.txt', pairs(pair('96372', '99213', '20130701', '20191231', 1), pair('96372', '99213', '20201001', '*', 1))],
];
export const limits = rows('Nobody\'s.', 'HCPCS/CPT Code,Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale', '96372,5,3 Date of Service Edit: Clinical,Any');
export const crosswalk = rows('July 2026 ASP NDC-HCPCS Crosswalk,,,,,,,,,',
  '_2026_CODE,Short Description,LABELER NAME,NDC2,Drug Name,HCPCS dosage,PKG SIZE,PKG QTY,BILLUNITS,BILLUNITSPKG', 'J1885,Any,Maker,00409-3795-01,Any,15 MG,1,1,2,2');
export const fees = rows('2026 National Physician Fee Schedule Relative Value File July Release,,,,,,,,,,,,,',
  ',,,STATUS,MEDICARE,WORK,NON-FAC,NA,FACILITY,NA,MP,NON-FACILITY,FACILITY,CONV',
  'HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,PE RVU,INDICATOR,RVU,TOTAL,TOTAL,FACTOR',
  '96372,,Any,A,,0.17,0.25,,0.25,NA,0.01,0.43,0.18,33.4009', '99213,,Any,A,,1.30,1.40,,0.55,,0.09,2.79,1.94,33.4009');
export const order = rows('00001 A00     0 Short                                                        Long',
  '00002 A000    1 Short                                                        Long', '00003 M5450   1 Short                                                        Long',
  '00004 Z9989   1 Short                                                        Long');
