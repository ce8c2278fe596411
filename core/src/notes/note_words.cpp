// SPDX-License-Identifier: Apache-2.0
// The tables of words. Words are folded: upper case, no accents. Brand names and substances: FDA labels, as in
// rules/doc/drug_names.hpp; sites: the injection sites of the CDC's General Best Practice Guidelines for Immunization
// and the shorthand that charts use for them.
#include "notes/note_words.hpp"

#include <array>

namespace deltoid::notes {
namespace {

// clang-format off
constexpr Named route_table[] = {
    {"IM", "IM"}, {"INTRAMUSCULAR", "IM"}, {"INTRAMUSCULARLY", "IM"}, {"INTRAMUSC", "IM"}, {"DEEP IM", "IM"},
    {"I M", "IM"}, {"INTRAMUSULAR", "IM"}, {"INTRAMUSCULLAR", "IM"}, {"SC", "SC"}, {"SQ", "SC"}, {"SUBQ", "SC"},
    {"SUB Q", "SC"}, {"SUBCUT", "SC"}, {"SUBCUTANEOUS", "SC"}, {"SUBCU", "SC"}, {"SUBCUTANEOUSLY", "SC"},
    {"SUBCUTANEA", "SC"}, {"SUBCUTANEO", "SC"}, {"SUB CUTANEOUS", "SC"}, {"S Q", "SC"}, {"S C", "SC"}, {"IV", "IV"},
    {"INTRAVENOUS", "IV"}, {"INTRAVENOUSLY", "IV"}, {"INTRAVENOSA", "IV"}, {"INTRAVENOSO", "IV"},
    {"ENDOVENOSA", "IV"}, {"IVP", "IV push"}, {"IV PUSH", "IV push"}, {"IVPB", "IV infusion"},
    {"IV INFUSION", "IV infusion"}, {"INTRADERMAL", "intradermal"}, {"INTRADERMALLY", "intradermal"},
    {"INTRADERMICA", "intradermal"}, {"INTRA ARTICULAR", "intraarticular"}, {"INTRAARTICULAR", "intraarticular"},
    {"INTRALESIONAL", "intralesional"}, {"INTRAVITREAL", "intravitreal"}, {"PO", "oral"}, {"ORALLY", "oral"},
    {"BY MOUTH", "oral"}, {"ORAL", "oral"}, {"VIA ORAL", "oral"}, {"SL", "oral"}, {"ODT", "oral"},
    {"INTRANASAL", "intranasal"}, {"NEBULIZED", "inhaled"}, {"NEB", "inhaled"}, {"INHALED", "inhaled"},
    {"TOPICAL", "topical"},
};
// clang-format on

// clang-format off
constexpr Named container_table[] = {
    {"SDV", "single_dose"}, {"SINGLE DOSE", "single_dose"}, {"SINGLE DOSE VIAL", "single_dose"},
    {"SINGLE USE", "single_dose"}, {"SINGLE USE VIAL", "single_dose"}, {"SINGLEDOSE", "single_dose"},
    {"DOSIS UNICA", "single_dose"}, {"UNIDOSIS", "single_dose"}, {"MONODOSIS", "single_dose"}, {"MDV", "multi_dose"},
    {"MULTI DOSE", "multi_dose"}, {"MULTIDOSE", "multi_dose"}, {"MULTIPLE DOSE VIAL", "multi_dose"},
    {"MULTI DOSE VIAL", "multi_dose"}, {"MULTIDOSE VIAL", "multi_dose"}, {"MULTIDOSIS", "multi_dose"},
    {"MULTI USE VIAL", "multi_dose"}, {"MULTIDOSE VIALS", "multi_dose"},
};
// clang-format on

// clang-format off
constexpr Named source_table[] = {
    {"PATIENT SUPPLIED", "patient"}, {"PT SUPPLIED", "patient"}, {"OWN SUPPLY", "patient"},
    {"OWN MEDICATION", "patient"}, {"OWN MED", "patient"}, {"BROUGHT BY PATIENT", "patient"},
    {"BROUGHT BY PT", "patient"}, {"BROUGHT OWN", "patient"}, {"TRAIDO POR EL PACIENTE", "patient"},
    {"TRAIDO POR LA PACIENTE", "patient"}, {"TRAIDA POR LA PACIENTE", "patient"},
    {"SPECIALTY PHARMACY", "specialty_pharmacy"}, {"FARMACIA ESPECIALIZADA", "specialty_pharmacy"},
    {"OFFICE STOCK", "stock"}, {"CLINIC STOCK", "stock"}, {"FROM STOCK", "stock"}, {"PRACTICE STOCK", "stock"},
    {"FREE SAMPLE", "sample"}, {"DRUG SAMPLE", "sample"}, {"OFFICE SAMPLE", "sample"}, {"SAMPLE", "sample"},
    {"MUESTRA", "sample"}, {"STATE SUPPLIED", "state_supplied"}, {"VFC", "state_supplied"},
};
// clang-format on

// clang-format off
constexpr Named supervision_table[] = {
    {"ON SITE", "onsite"}, {"ONSITE", "onsite"}, {"IN OFFICE SUITE", "onsite"}, {"IN THE OFFICE SUITE", "onsite"},
    {"IN SUITE", "onsite"}, {"EN EL CONSULTORIO", "onsite"}, {"PRESENT IN OFFICE", "onsite"},
    {"IN THE SUITE", "onsite"}, {"PRESENT IN THE OFFICE", "onsite"}, {"PRESENTE EN EL CONSULTORIO", "onsite"},
};
// clang-format on

// clang-format off
constexpr Named credential_table[] = {
    {"RN", "RN"}, {"BSN", "BSN"}, {"LPN", "LPN"}, {"LVN", "LVN"}, {"MA", "MA"}, {"CMA", "CMA"}, {"RMA", "RMA"},
    {"CCMA", "CCMA"}, {"NCMA", "NCMA"}, {"PHARMD", "PharmD"}, {"RPH", "RPh"}, {"EMT", "EMT"}, {"CNA", "CNA"},
    {"MD", "MD"}, {"DO", "DO"}, {"MBBS", "MBBS"}, {"NP", "NP"}, {"FNP", "FNP"}, {"ANP", "ANP"}, {"PNP", "PNP"},
    {"AGNP", "AGNP"}, {"WHNP", "WHNP"}, {"PMHNP", "PMHNP"}, {"CRNP", "CRNP"}, {"ARNP", "ARNP"}, {"APRN", "APRN"},
    {"APN", "APN"}, {"DNP", "DNP"}, {"PA", "PA"}, {"PAC", "PA-C"}, {"CNS", "CNS"}, {"CNM", "CNM"}, {"NPC", "NP-C"},
    {"MEDICAL ASSISTANT", "MA"}, {"REGISTERED NURSE", "RN"}, {"CERTIFIED MEDICAL ASSISTANT", "CMA"},
    {"LICENSED PRACTICAL NURSE", "LPN"}, {"ASISTENTE MEDICO", "MA"}, {"ASISTENTE MEDICA", "MA"},
    {"ENFERMERA REGISTRADA", "RN"}, {"ENFERMERO REGISTRADO", "RN"}, {"ENFERMERA PRACTICA LICENCIADA", "LPN"},
};
// clang-format on

// clang-format off
constexpr Named alias_table[] = {
    {"TORADOL", "ketorolac"}, {"ROCEPHIN", "ceftriaxone"}, {"PROVERA", "medroxyprogesterone"},
    {"DEPO PROVERA", "medroxyprogesterone"}, {"DEPOPROVERA", "medroxyprogesterone"}, {"DMPA", "medroxyprogesterone"},
    {"KENALOG", "triamcinolone"}, {"DEPO MEDROL", "methylprednisolone"}, {"DEPOMEDROL", "methylprednisolone"},
    {"SOLU MEDROL", "methylprednisolone"}, {"SOLUMEDROL", "methylprednisolone"}, {"SOLU CORTEF", "hydrocortisone"},
    {"DEPO TESTOSTERONE", "testosterone"}, {"TESTOSTERONE CYPIONATE", "testosterone"}, {"TEST CYP", "testosterone"},
    {"B12", "cyanocobalamin"}, {"B 12", "cyanocobalamin"}, {"VIT B12", "cyanocobalamin"},
    {"VITAMIN B12", "cyanocobalamin"}, {"VITAMIN B 12", "cyanocobalamin"}, {"VIT B 12", "cyanocobalamin"},
    {"VITAMINA B12", "cyanocobalamin"}, {"VITAMINA B 12", "cyanocobalamin"}, {"COBALAMIN", "cyanocobalamin"},
    {"PROLIA", "denosumab"}, {"XGEVA", "denosumab"}, {"BICILLIN", "penicillin"}, {"BICILLIN L A", "penicillin"},
    {"BICILLIN LA", "penicillin"}, {"DECADRON", "dexamethasone"}, {"PHENERGAN", "promethazine"},
    {"ZOFRAN", "ondansetron"}, {"BENADRYL", "diphenhydramine"}, {"XOLAIR", "omalizumab"},
    {"INVEGA SUSTENNA", "paliperidone"}, {"INVEGA", "paliperidone"}, {"ARANESP", "darbepoetin"},
    {"PROCRIT", "epoetin"}, {"EPOGEN", "epoetin"}, {"RETACRIT", "epoetin"}, {"NEULASTA", "pegfilgrastim"},
    {"NEUPOGEN", "filgrastim"}, {"LUPRON", "leuprolide"}, {"LUPRON DEPOT", "leuprolide"}, {"ELIGARD", "leuprolide"},
    {"FASENRA", "benralizumab"}, {"NUCALA", "mepolizumab"}, {"EVENITY", "romosozumab"},
    {"CELESTONE", "betamethasone"}, {"CELESTONE SOLUSPAN", "betamethasone"}, {"HALDOL", "haloperidol"},
    {"HALDOL DECANOATE", "haloperidol"}, {"ABILIFY MAINTENA", "aripiprazole"}, {"ARISTADA", "aripiprazole"},
    {"VIVITROL", "naltrexone"}, {"SUBLOCADE", "buprenorphine"}, {"IMITREX", "sumatriptan"}, {"LASIX", "furosemide"},
    {"VISTARIL", "hydroxyzine"}, {"CIMZIA", "certolizumab"}, {"ATIVAN", "lorazepam"}, {"FASLODEX", "fulvestrant"},
    {"RHOGAM", "Rho(D)"}, {"GEODON", "ziprasidone"}, {"COMPAZINE", "prochlorperazine"}, {"REGLAN", "metoclopramide"},
    {"BENTYL", "dicyclomine"}, {"VITAMIN K", "phytonadione"}, {"THORAZINE", "chlorpromazine"}, {"INSULIN", "insulin"},
    {"INSULINA", "insulin"}, {"LOVENOX", "enoxaparin"}, {"PPD", "tuberculin"}, {"TST", "tuberculin"},
    {"RISPERDAL CONSTA", "risperidone"}, {"MAKENA", "hydroxyprogesterone"}, {"FORTEO", "teriparatide"},
    {"VITAMIN B1", "thiamine"}, {"VITAMIN B6", "pyridoxine"}, {"METHOTREXATE", "methotrexate"},
    {"MTX", "methotrexate"}, {"NORFLEX", "orphenadrine"}, {"COGENTIN", "benztropine"}, {"GENTAMYCIN", "gentamicin"},
    {"EPI", "epinephrine"}, {"FLU SHOT", "influenza"}, {"FLU VACCINE", "influenza"},
    {"INFLUENZA VACCINE", "influenza"}, {"FLUZONE", "influenza"}, {"AFLURIA", "influenza"}, {"FLUARIX", "influenza"},
    {"FLULAVAL", "influenza"}, {"TDAP", "tetanus"}, {"BOOSTRIX", "tetanus"}, {"ADACEL", "tetanus"},
    {"PREVNAR", "pneumococcal"}, {"PNEUMOVAX", "pneumococcal"}, {"SHINGRIX", "zoster"}, {"GARDASIL", "HPV"},
    {"ENGERIX", "hepatitis B"}, {"HEPLISAV", "hepatitis B"}, {"VACUNA DE INFLUENZA", "influenza"},
    {"VACUNA CONTRA LA INFLUENZA", "influenza"}, {"DEPO", ""}, {"DEPO SHOT", ""}, {"SOLU", ""},
};
// clang-format on

// clang-format off
constexpr Named measure_table[] = {
    {"UNIDADES", "units"}, {"UNIDAD", "unit"}, {"UI", "IU"}, {"MILIGRAMOS", "mg"}, {"MILIGRAMO", "mg"},
    {"MICROGRAMOS", "mcg"}, {"MICROGRAMO", "mcg"}, {"GRAMO", "g"}, {"GRAMOS", "g"}, {"GR", "g"}, {"MILILITRO", "mL"},
    {"MILILITROS", "mL"}, {"MILLONES", "million"}, {"MILLON", "million"}, {"INTERNACIONALES", ""},
};
// clang-format on

// clang-format off
constexpr Named side_table[] = {
    {"LEFT", "left"}, {"L", "left"}, {"LT", "left"}, {"LFT", "left"}, {"RIGHT", "right"}, {"R", "right"},
    {"RT", "right"}, {"RGT", "right"}, {"BILATERAL", "bilateral"}, {"BILAT", "bilateral"}, {"BOTH", "bilateral"},
    {"EACH", "bilateral"}, {"CADA", "bilateral"}, {"IZQUIERDO", "left"}, {"IZQUIERDA", "left"}, {"IZQ", "left"},
    {"DERECHO", "right"}, {"DERECHA", "right"}, {"DER", "right"}, {"DCHO", "right"}, {"DCHA", "right"},
    {"AMBOS", "bilateral"}, {"AMBAS", "bilateral"},
};
// clang-format on

// clang-format off
constexpr SitePart part_table[] = {
    {"DELTOID", "deltoid", true}, {"DELT", "deltoid", true}, {"DELTIOD", "deltoid", true},
    {"DELTOIDS", "deltoid", true}, {"DELTOIDES", "deltoid", true}, {"LD", "left deltoid", true},
    {"RD", "right deltoid", true}, {"DELTOID MUSCLE", "deltoid", true}, {"LDELT", "left deltoid", true},
    {"RDELT", "right deltoid", true}, {"MUSCULO DELTOIDES", "deltoid", true}, {"GLUT", "gluteal", true},
    {"GLUTE", "gluteal", true}, {"GLUTES", "gluteal", true}, {"GLUTEAL", "gluteal", true}, {"GLUTS", "gluteal", true},
    {"GLUTEUS", "gluteal", true}, {"GLUTEUS MEDIUS", "gluteus medius", true},
    {"GLUTEUS MAXIMUS", "gluteus maximus", true}, {"GLUTEAL MUSCLE", "gluteal", true}, {"GLUTEO", "gluteal", true},
    {"REGION GLUTEA", "gluteal", true}, {"GLUTEA", "gluteal", true}, {"VENTROGLUTEAL", "ventrogluteal", true},
    {"VENTRAL GLUTEAL", "ventrogluteal", true}, {"VG", "ventrogluteal", true}, {"LVG", "left ventrogluteal", true},
    {"RVG", "right ventrogluteal", true}, {"VENTROGLUTEO", "ventrogluteal", true},
    {"VENTROGLUTEA", "ventrogluteal", true}, {"LGM", "left gluteal", true}, {"RGM", "right gluteal", true},
    {"DORSOGLUTEAL", "dorsogluteal", true}, {"DG", "dorsogluteal", true},
    {"VASTUS LATERALIS", "vastus lateralis", true}, {"VL", "vastus lateralis", true},
    {"VASTO LATERAL", "vastus lateralis", true}, {"VASTO EXTERNO", "vastus lateralis", true},
    {"LVL", "left vastus lateralis", true}, {"RVL", "right vastus lateralis", true}, {"BUTTOCK", "buttock", true},
    {"BUTTOCKS", "buttock", true}, {"NALGA", "buttock", true}, {"HIP", "hip", false}, {"CADERA", "hip", false},
    {"THIGH", "thigh", false}, {"MUSLO", "thigh", false}, {"QUAD", "quadriceps", false}, {"ARM", "arm", false},
    {"BRAZO", "arm", false}, {"TRICEP", "triceps", false}, {"TRICEPS", "triceps", false},
    {"ABDOMEN", "abdomen", false}, {"ABD", "abdomen", false}, {"ABDOMINAL", "abdomen", false},
    {"FOREARM", "forearm", false}, {"ANTEBRAZO", "forearm", false},
};
// clang-format on

// clang-format off
constexpr Named adjective_table[] = {
    {"UPPER", "upper"}, {"OUTER", "outer"}, {"UPPER OUTER", "upper outer"}, {"UPPER OUTER QUADRANT", "upper outer"},
    {"LOWER", "lower"}, {"ANTEROLATERAL", "anterolateral"}, {"ANTERIOR", "anterior"}, {"LATERAL", "lateral"},
    {"MID", "mid"}, {"QUADRANT", "quadrant"}, {"LATERAL UPPER", "upper lateral"}, {"SUPERIOR", "upper"},
    {"EXTERNO", "outer"}, {"UOQ", "upper outer"}, {"RUOQ", "upper outer"}, {"LUOQ", "upper outer"},
    {"CUADRANTE SUPERIOR", "upper"}, {"CUADRANTE INFERIOR", "lower"}, {"CUADRANTE SUPERIOR EXTERNO", "upper outer"},
};
// clang-format on

}   // namespace

std::span<const Named> routes() { return route_table; }
std::span<const Named> containers() { return container_table; }
std::span<const Named> sources() { return source_table; }
std::span<const Named> supervisions() { return supervision_table; }
std::span<const Named> credentials() { return credential_table; }
std::span<const Named> drug_aliases() { return alias_table; }
std::span<const Named> measures() { return measure_table; }
std::span<const Named> sides() { return side_table; }
std::span<const SitePart> site_parts() { return part_table; }
std::span<const Named> site_adjectives() { return adjective_table; }

const WordList practitioner_credentials{
    " MD DO MBBS NP FNP ANP PNP AGNP WHNP PMHNP CRNP ARNP APRN APN DNP PA PAC NPC CNS CNM "};
const WordList person_titles{" DR DRA DOCTOR DOCTORA DOC "};
const WordList no_names{
    " AT IN ON THE WITH AND FOR TO LEFT RIGHT LOT EXP PER PT PATIENT TODAY IM SC SQ SUBQ IV PO LOTE HORA SIN CON EN EL "
    "LA LOS "
    "Y A AS VIA MEDICATION INJECTION GIVEN TOLERATED NO PROTOCOL STANDING ORDER ORDERS VERBAL MG ML MCG SITE ROUTE "
    "DOSE DATE "
    "TIME PROVIDER PHYSICIAN STAFF NURSE CLINIC OFFICE ME US MYSELF WRITER SELF ENFERMERA ENFERMERO L R LT RT ON-SITE "
    "ONSITE "
    "RESPONSE VIS NKDA DX MEDICO PARA POR QUE SE UNA UN GUIDELINES POLICY MANUFACTURER USING ELECTRONICALLY SIGNED "
    "THIS WHO "};
const WordList complaint_words{
    " PAIN PAINS PAINFUL ACHE ACHES TENDER TENDERNESS SWELLING SWOLLEN WEAKNESS REDNESS STRAIN SPRAIN INJURY SORE "
    "SORENESS RASH "
    "BRUISE BRUISING LESION CELLULITIS ABSCESS BURSITIS NUMBNESS FRACTURE DOLOR MOLESTIA HINCHAZON ENROJECIMIENTO "
    "DEBILIDAD "
    "LUMP MASS WOUND LACERATION SPASM SPASMS EDEMA SOFT NONTENDER REPLACEMENT ARTHRITIS CUFF "};
const WordList waste_words{
    " WASTED WASTE WASTAGE DISCARDED DISCARD DISCARDING REMAINING REMAINDER LEFTOVER DESECHADO DESECHADOS DESECHARON "
    "DESECHO DESCARTO "
    "DESCARTARON DESCARTADO DESCARTADOS DESPERDICIO SOBRANTE SOBRANTES RESTANTE RESTANTES WASTING "};
const WordList container_words{
    " VIAL VIALS SYRINGE SYRINGES AMP AMPS AMPULE AMPULES AMPOULE PEN PENS CARPUJECT TUBEX FRASCO AMPOLLA AMPULA "
    "JERINGA "};
const WordList frequency_words{
    " MONTHLY WEEKLY DAILY BID TID QID QD QDAY QHS QMONTH QWEEK QMONTHLY QWK Q EVERY CADA MENSUAL SEMANAL DIARIO "
    "DIARIA MENSUALES QAM QPM "};
const WordList good_response_words{
    " WELL REACTION REACTIONS DIFFICULTY COMPLICATION COMPLICATIONS INCIDENT ADVERSE COMPLAINTS DISTRESS BIEN "};
const WordList bad_response_words{
    " HIVES URTICARIA DIZZY DIZZINESS LIGHTHEADED LIGHTHEADEDNESS FAINT FAINTED SYNCOPE SYNCOPAL VASOVAGAL ANAPHYLAXIS "
    "RASH ITCHING "
    "PRURITUS NAUSEA NAUSEOUS NAUSEATED VOMITED FLUSHING FLUSHED MAREO MAREADO MAREADA NAUSEAS RONCHAS COMEZON DESMAYO "
    "DESMAYADA DESMAYADO "
    "BURNING REDNESS SWELLING WHEEZING "};
const WordList time_of_others{
    " UNTIL TIL TILL LEFT ARRIVED ARRIVAL OBSERVED DISCHARGED CHECKED SIGNED RECHECK RECHECKED ORDERED NEXT HASTA "
    "SALIO LLEGO SEEN DEPARTED "
    "ROOMED REASSESSED RELEASED DISCHARGE OUT BP VITALS CALLED NOTIFIED RETIRO EGRESO FIRMADO ORDER ORDEN PRIOR LAST "
    "BACK "};
const WordList date_of_others{
    " DOB BORN BIRTH NACIMIENTO FDN EXP EXPIRES LAST NEXT DUE LMP PRIOR SINCE ORDER ORDERED ORDEN ULTIMA PROXIMA "
    "RETURN SCHEDULED SIGNED "
    "ONSET LABS DRAWN UNTIL RTC FIRMADO REGRESAR VIS DATED EXPIRATION VENCE COLLECTED SURGERY "};
const WordList indication_ends{
    " GIVEN ADMINISTERED LOT LOTE EXP IM SC SQ SUBQ INTO PER BY TODAY TOLERATED SITE ROUTE DOSE USING VIA POR SE WAS "
    "RECEIVED INJECTED "
    "APLICADO ADMINISTRADO ADMINISTRO APLICO TOLERO HOY WITHOUT SIN ORDERED TOLERATES ALLERGIES NKDA DOSIS RUTA "
    "SITIO "};
const WordList indication_not{
    " INJECTION INJECTIONS HER HIS THEIR THE NEXT FOLLOW REACTION REACTIONS OBSERVATION SIGNS MONITORING ANY REFILL "
    "VISIT APPT APPOINTMENT "
    "NURSE SU INYECCION LA EL UNA UN ADVERSE ME YOU EACH BILLING INSURANCE AUTHORIZATION SAFETY REPEAT ADMINISTRATION "
    "REVIEW MONTHLY WEEKLY "
    "ROUTINE SCHEDULED SIDE REEVALUATION FURTHER MINUTES EVALUATION LAB LABS EL IM DETAILS NOW FAVOR "};
const WordList indication_not_behind{
    " OBSERVED MONITORED WATCHED WAITED SCHEDULED RETURN FOLLOW UP CALL STAYED OBSERVE MONITOR CONSENT CONSENTED "
    "EXCEPT NEGATIVE POSITIVE "
    "TESTED SCREENED RESPONSIBLE MINUTES WATCH KEPT OBSERVADO OBSERVO REMAINED HERE IN PRESENTS SEEN CHECKED LEFT DUE "
    "ASSESSED "
    "CLINIC OFFICE TODAY ADMINISTRADO APLICADO APLICADA ADMINISTRADA ORDENADO ORDENADA INDICADO SUPERVISADO "};

const WordList local_anaesthetics{" LIDOCAINE BUPIVACAINE ROPIVACAINE MEPIVACAINE CHLOROPROCAINE "};
const WordList short_conditions{" HA RA OA MS UC CA "};

// Words that tell a language: its little words, and those of a chart.
const WordList english_words{
    " THE AND OF WAS WERE IS GIVEN PATIENT PT WITH NO FOR TO IN BY AT ON INJECTION TOLERATED WELL LEFT RIGHT LOT EXP "
    "SITE ROUTE DOSE DATE "
    "TIME HERE TODAY ADMINISTERED ORDER ORDERED PER REACTION DELTOID HER HIS HE SHE THAT NOT GAVE MEDICATION SHOT "
    "REFUSED DECLINED NURSE "
    "NAME FROM THIS HAS HAD AFTER PAIN NOTE DELT GLUT RN MA IM SQ "};
const WordList spanish_words{
    " EL LA LOS LAS DEL SE LE PACIENTE CON POR SIN QUE PARA UNA UN AL SU DE EN Y ADMINISTRO APLICO ADMINISTRADO DOSIS "
    "LOTE VENCE VIA SITIO "
    "FECHA HORA INYECCION TOLERO BIEN REACCION REACCIONES DOCTOR DRA DELTOIDES GLUTEO IZQUIERDO DERECHO MEDICAMENTO "
    "ORDEN RECIBIO HOY "
    "REFIERE NO ACUDE DOLOR "};
const WordList foreign_words{
    " LE LES DES EST DANS AVEC POUR ETE DU ET AU AUX UNE SANS CHEZ PATIENTE FOI COM EM DO DA AO NAO UMA OS APLICADA "
    "DOSE SEM NO RECEBEU "
    "DER DIE DAS UND MIT WURDE NICHT IST BEI EIN EINE KEINE WAR DEM DEN IL DI PER CON NEL DELLA STATO SENZA E AL ALLA "
    "DAL "
    "POU NAN TE YO AK LI NOU PA BAY ANG NG SA MGA NA AY SI WALANG NIYA PIKI PASYAN CHO BENH NHAN DUOC KHONG VA "};

int month_named(std::string_view word) {
    constexpr std::string_view names[] = {"JAN JANUARY ENE ENERO",
                                          "FEB FEBRUARY FEBRERO",
                                          "MAR MARCH MARZO",
                                          "APR APRIL ABR ABRIL",
                                          "MAY MAYO",
                                          "JUN JUNE JUNIO",
                                          "JUL JULY JULIO",
                                          "AUG AUGUST AGO AGOSTO",
                                          "SEP SEPT SEPTEMBER SEPTIEMBRE",
                                          "OCT OCTOBER OCTUBRE",
                                          "NOV NOVEMBER NOVIEMBRE",
                                          "DEC DECEMBER DIC DICIEMBRE"};
    int month = 0;
    for (const std::string_view list : names) {
        ++month;
        for (std::size_t at = 0; at < list.size();) {
            const std::size_t end = list.find(' ', at);
            const std::string_view name = list.substr(at, end == std::string_view::npos ? end : end - at);
            if (name == word) return month;
            at += name.size() + 1;
        }
    }
    return 0;
}

bool parts_sentences(std::string_view word) {
    return word == "BUT" || word == "HOWEVER" || word == "PERO" || word == "INSTEAD" || word == "THEN" ||
           word == "LUEGO";
}

bool WordList::has(std::string_view word) const {
    if (word.empty()) return false;
    for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1))
        if (words[at - 1] == ' ' && words[at + word.size()] == ' ') return true;
    return false;
}

}   // namespace deltoid::notes
