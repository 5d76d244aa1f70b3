{#- Generated from protocols/antwerpen.yml by `leerloopbaan protocol generate`: do not edit. -#}
{% macro register_antwerpen() %}
{% set inhoud %}{% raw %}
{
    "stad": "antwerpen",
    "protocolversie": "2024-05-31",
    "registerversie": 1,
    "bronvermelding": "Bron: Departement Onderwijs en Vorming (DOV), verwerking Stad Antwerpen, afdeling SSO – Studiedienst, onder het protocol van 31/05/2024",
    "geldigheid": [["2024-05-31", "2025-08-31"]],
    "eerste_schooljaar": "2015-2016",
    "sleutelbereik": "over_schooljaren",
    "drempels": {
        "minimum_getoond": 6,
        "nul_onderdrukken": true,
        "min_scholen": 3,
        "min_besturen": 2,
        "max_aandeel_grootste_school": 0.8,
        "gevoelig_min_pct": 5.0,
        "gevoelig_max_pct": 95.0,
        "school_niveau": "enkel_eigen_school",
        "toelichting": ""
    },
    "tabellen": {
        "deel_11a": {
            "tabel": "11a",
            "meetmoment": null,
            "schooljaar_kolom": "schooljaar",
            "sleutel": ["persoon_code"],
            "velden": [
                {
                    "naam": "persoon_code",
                    "kolom": "persoon_id",
                    "type": "code",
                    "data_type": "varchar",
                    "verplicht": true,
                    "persoonssleutel": true
                },
                {
                    "naam": "schooljaar",
                    "kolom": "schooljaar",
                    "type": "schooljaar",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "instellingsnummer",
                    "kolom": "instellingsnummer",
                    "type": "instellingsnummer",
                    "data_type": "varchar",
                    "verplicht": false
                },
                {
                    "naam": "intern_volgnummer",
                    "kolom": "intern_volgnummer",
                    "type": "volgnummer",
                    "data_type": "varchar",
                    "verplicht": false
                },
                {
                    "naam": "hoofdstructuur_code",
                    "kolom": "hoofdstructuur_code",
                    "type": "keuze",
                    "data_type": "varchar",
                    "verplicht": true,
                    "waarden": ["111", "121", "211", "221", "311", "312", "313", "315", "321"]
                },
                {
                    "naam": "administratieve_groep_code",
                    "kolom": "administratieve_groep_code",
                    "type": "code",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "an_inschrijfdatum",
                    "kolom": "an_inschrijfdatum",
                    "type": "datum",
                    "data_type": "date",
                    "verplicht": true
                },
                {
                    "naam": "an_einddatum",
                    "kolom": "an_einddatum",
                    "type": "datum",
                    "data_type": "date",
                    "verplicht": false
                },
                {
                    "naam": "geboortejaar",
                    "kolom": "geboortejaar",
                    "type": "geheel",
                    "data_type": "integer",
                    "verplicht": true
                },
                {
                    "naam": "leerjaar",
                    "kolom": "leerjaar",
                    "type": "keuze",
                    "data_type": "varchar",
                    "verplicht": false,
                    "waarden": ["0", "1", "2", "3", "4", "5", "6", "7", "nvt"]
                },
                {
                    "naam": "geslacht",
                    "kolom": "geslacht",
                    "type": "keuze",
                    "data_type": "varchar",
                    "verplicht": true,
                    "waarden": ["M", "V", "X"]
                },
                {
                    "naam": "nationaliteit_code",
                    "kolom": "nationaliteit_code",
                    "type": "code",
                    "data_type": "varchar",
                    "verplicht": true,
                    "waarden": ["onbekend"]
                },
                {
                    "naam": "ind_thuistaal",
                    "kolom": "ind_thuistaal",
                    "type": "janee",
                    "data_type": "boolean",
                    "verplicht": true,
                    "kansarm_waarde": "J"
                },
                {
                    "naam": "ind_schooltoelage",
                    "kolom": "ind_schooltoelage",
                    "type": "janee",
                    "data_type": "boolean",
                    "verplicht": true,
                    "kansarm_waarde": "J"
                },
                {
                    "naam": "ind_opleiding_moeder",
                    "kolom": "ind_opleiding_moeder",
                    "type": "janee",
                    "data_type": "boolean",
                    "verplicht": true,
                    "kansarm_waarde": "J"
                },
                {
                    "naam": "oki",
                    "kolom": "oki",
                    "type": "geheel",
                    "data_type": "integer",
                    "verplicht": false
                }
            ]
        },
        "deel_11b": {
            "tabel": "11b",
            "meetmoment": null,
            "schooljaar_kolom": "schooljaar",
            "sleutel": [],
            "velden": [
                {
                    "naam": "persoon_code",
                    "kolom": "persoon_id",
                    "type": "code",
                    "data_type": "varchar",
                    "verplicht": true,
                    "persoonssleutel": true
                },
                {
                    "naam": "schooljaar",
                    "kolom": "schooljaar",
                    "type": "schooljaar",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "nationaliteit_code",
                    "kolom": "nationaliteit_code",
                    "type": "code",
                    "data_type": "varchar",
                    "verplicht": true,
                    "waarden": ["onbekend"]
                },
                {
                    "naam": "ind_opleiding_moeder",
                    "kolom": "ind_opleiding_moeder",
                    "type": "janee",
                    "data_type": "boolean",
                    "verplicht": true,
                    "kansarm_waarde": "J"
                },
                {
                    "naam": "ind_schooltoelage",
                    "kolom": "ind_schooltoelage",
                    "type": "janee",
                    "data_type": "boolean",
                    "verplicht": true,
                    "kansarm_waarde": "J"
                },
                {
                    "naam": "oki",
                    "kolom": "oki",
                    "type": "geheel",
                    "data_type": "integer",
                    "verplicht": false
                },
                {
                    "naam": "instellingsnummer",
                    "kolom": "instellingsnummer",
                    "type": "instellingsnummer",
                    "data_type": "varchar",
                    "verplicht": false
                },
                {
                    "naam": "intern_volgnummer",
                    "kolom": "intern_volgnummer",
                    "type": "volgnummer",
                    "data_type": "varchar",
                    "verplicht": false
                },
                {
                    "naam": "hoofdstructuur_code",
                    "kolom": "hoofdstructuur_code",
                    "type": "keuze",
                    "data_type": "varchar",
                    "verplicht": true,
                    "waarden": ["111", "121", "211", "221", "311", "312", "313", "315", "321"]
                },
                {
                    "naam": "administratieve_groep_code",
                    "kolom": "administratieve_groep_code",
                    "type": "code",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "toestand_0102",
                    "kolom": "toestand_0102",
                    "type": "janee",
                    "data_type": "boolean",
                    "verplicht": false
                },
                {
                    "naam": "toestand_0110",
                    "kolom": "toestand_0110",
                    "type": "janee",
                    "data_type": "boolean",
                    "verplicht": false
                },
                {
                    "naam": "toestand_3006",
                    "kolom": "toestand_3006",
                    "type": "janee",
                    "data_type": "boolean",
                    "verplicht": false
                },
                {
                    "naam": "studiebewijs",
                    "kolom": "studiebewijs",
                    "type": "keuze",
                    "data_type": "varchar",
                    "verplicht": false,
                    "waarden": [
                        "diploma_so",
                        "studiegetuigschrift_bso",
                        "eindgetuigschrift_dbso",
                        "certificaat_leertijd",
                        "getuigschrift_ov3",
                        "certificaat_modulair_bso",
                        "getuigschrift_basisonderwijs",
                        "getuigschrift_graad_1",
                        "getuigschrift_graad_2"
                    ]
                },
                {
                    "naam": "cluster_orienteringsattest",
                    "kolom": "cluster_orienteringsattest",
                    "type": "keuze",
                    "data_type": "varchar",
                    "verplicht": false,
                    "waarden": ["A", "B", "C", "geen"]
                }
            ]
        },
        "deel_11c": {
            "tabel": "11c",
            "meetmoment": null,
            "schooljaar_kolom": "schooljaar",
            "sleutel": [],
            "velden": [
                {
                    "naam": "persoon_code",
                    "kolom": "persoon_id",
                    "type": "code",
                    "data_type": "varchar",
                    "verplicht": true,
                    "persoonssleutel": true
                },
                {
                    "naam": "schooljaar",
                    "kolom": "schooljaar",
                    "type": "schooljaar",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "vsv",
                    "kolom": "vsv",
                    "type": "janee",
                    "data_type": "boolean",
                    "verplicht": true
                },
                {
                    "naam": "nationaliteit_code",
                    "kolom": "nationaliteit_code",
                    "type": "code",
                    "data_type": "varchar",
                    "verplicht": true,
                    "waarden": ["onbekend"]
                },
                {
                    "naam": "oki",
                    "kolom": "oki",
                    "type": "geheel",
                    "data_type": "integer",
                    "verplicht": false
                },
                {
                    "naam": "ind_opleiding_moeder",
                    "kolom": "ind_opleiding_moeder",
                    "type": "janee",
                    "data_type": "boolean",
                    "verplicht": true,
                    "kansarm_waarde": "J"
                },
                {
                    "naam": "instellingsnummer",
                    "kolom": "instellingsnummer",
                    "type": "instellingsnummer",
                    "data_type": "varchar",
                    "verplicht": false
                },
                {
                    "naam": "intern_volgnummer",
                    "kolom": "intern_volgnummer",
                    "type": "volgnummer",
                    "data_type": "varchar",
                    "verplicht": false
                },
                {
                    "naam": "hoofdstructuur_code",
                    "kolom": "hoofdstructuur_code",
                    "type": "keuze",
                    "data_type": "varchar",
                    "verplicht": true,
                    "waarden": ["111", "121", "211", "221", "311", "312", "313", "315", "321"]
                },
                {
                    "naam": "administratieve_groep_code",
                    "kolom": "administratieve_groep_code",
                    "type": "code",
                    "data_type": "varchar",
                    "verplicht": true
                }
            ]
        },
        "ref_vestigingsplaatsen": {
            "tabel": "ref_vestigingsplaatsen",
            "meetmoment": null,
            "schooljaar_kolom": null,
            "sleutel": ["instellingsnummer", "intern_volgnummer", "geldig_van"],
            "velden": [
                {
                    "naam": "instellingsnummer",
                    "kolom": "instellingsnummer",
                    "type": "instellingsnummer",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "intern_volgnummer",
                    "kolom": "intern_volgnummer",
                    "type": "volgnummer",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "campus_code",
                    "kolom": "campus_code",
                    "type": "code",
                    "data_type": "varchar",
                    "verplicht": false
                },
                {
                    "naam": "schoolbestuur_code",
                    "kolom": "schoolbestuur_code",
                    "type": "code",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "statsector",
                    "kolom": "statsector",
                    "type": "statsector",
                    "data_type": "varchar",
                    "verplicht": false
                },
                {
                    "naam": "wijk_code",
                    "kolom": "wijk_code",
                    "type": "code",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "wijk_naam",
                    "kolom": "wijk_naam",
                    "type": "tekst",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "district_code",
                    "kolom": "district_code",
                    "type": "code",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "district_naam",
                    "kolom": "district_naam",
                    "type": "tekst",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "geldig_van",
                    "kolom": "geldig_van",
                    "type": "datum",
                    "data_type": "date",
                    "verplicht": true
                },
                {
                    "naam": "geldig_tot",
                    "kolom": "geldig_tot",
                    "type": "datum",
                    "data_type": "date",
                    "verplicht": false
                }
            ]
        },
        "ref_administratieve_groepen": {
            "tabel": "ref_administratieve_groepen",
            "meetmoment": null,
            "schooljaar_kolom": null,
            "sleutel": ["administratieve_groep_code", "geldig_van"],
            "velden": [
                {
                    "naam": "administratieve_groep_code",
                    "kolom": "administratieve_groep_code",
                    "type": "code",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "naam",
                    "kolom": "naam",
                    "type": "tekst",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "hoofdstructuur_code",
                    "kolom": "hoofdstructuur_code",
                    "type": "keuze",
                    "data_type": "varchar",
                    "verplicht": true,
                    "waarden": ["111", "121", "211", "221", "311", "312", "313", "315", "321"]
                },
                {
                    "naam": "graad",
                    "kolom": "graad",
                    "type": "keuze",
                    "data_type": "varchar",
                    "verplicht": false,
                    "waarden": ["1", "2", "3", "4"]
                },
                {
                    "naam": "leerjaar",
                    "kolom": "leerjaar",
                    "type": "geheel",
                    "data_type": "integer",
                    "verplicht": false
                },
                {
                    "naam": "onderwijsvorm",
                    "kolom": "onderwijsvorm",
                    "type": "keuze",
                    "data_type": "varchar",
                    "verplicht": false,
                    "waarden": ["ASO", "TSO", "KSO", "BSO", "GSO", "HBO"]
                },
                {
                    "naam": "finaliteit",
                    "kolom": "finaliteit",
                    "type": "keuze",
                    "data_type": "varchar",
                    "verplicht": false,
                    "waarden": ["DO", "DU", "A", "E", "7E"]
                },
                {
                    "naam": "stroom",
                    "kolom": "stroom",
                    "type": "keuze",
                    "data_type": "varchar",
                    "verplicht": false,
                    "waarden": ["A", "B"]
                },
                {
                    "naam": "studierichting_code",
                    "kolom": "studierichting_code",
                    "type": "code",
                    "data_type": "varchar",
                    "verplicht": false
                },
                {
                    "naam": "is_okan",
                    "kolom": "is_okan",
                    "type": "janee",
                    "data_type": "boolean",
                    "verplicht": true
                },
                {
                    "naam": "is_modulair",
                    "kolom": "is_modulair",
                    "type": "janee",
                    "data_type": "boolean",
                    "verplicht": true
                },
                {
                    "naam": "is_duaal",
                    "kolom": "is_duaal",
                    "type": "janee",
                    "data_type": "boolean",
                    "verplicht": true
                },
                {
                    "naam": "geldig_van",
                    "kolom": "geldig_van",
                    "type": "datum",
                    "data_type": "date",
                    "verplicht": true
                },
                {
                    "naam": "geldig_tot",
                    "kolom": "geldig_tot",
                    "type": "datum",
                    "data_type": "date",
                    "verplicht": false
                }
            ]
        },
        "ref_instellingen": {
            "tabel": "ref_instellingen",
            "meetmoment": null,
            "schooljaar_kolom": null,
            "sleutel": ["instellingsnummer", "geldig_van"],
            "velden": [
                {
                    "naam": "instellingsnummer",
                    "kolom": "instellingsnummer",
                    "type": "instellingsnummer",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "naam",
                    "kolom": "naam",
                    "type": "tekst",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "schoolbestuur_code",
                    "kolom": "schoolbestuur_code",
                    "type": "code",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "scholengemeenschap_code",
                    "kolom": "scholengemeenschap_code",
                    "type": "code",
                    "data_type": "varchar",
                    "verplicht": false
                },
                {
                    "naam": "net",
                    "kolom": "net",
                    "type": "keuze",
                    "data_type": "varchar",
                    "verplicht": true,
                    "waarden": ["GO", "OGO", "VGO"]
                },
                {
                    "naam": "opvolger_van",
                    "kolom": "opvolger_van",
                    "type": "instellingsnummer",
                    "data_type": "varchar",
                    "verplicht": false
                },
                {
                    "naam": "geldig_van",
                    "kolom": "geldig_van",
                    "type": "datum",
                    "data_type": "date",
                    "verplicht": true
                },
                {
                    "naam": "geldig_tot",
                    "kolom": "geldig_tot",
                    "type": "datum",
                    "data_type": "date",
                    "verplicht": false
                }
            ]
        },
        "ref_projectscholen": {
            "tabel": "ref_projectscholen",
            "meetmoment": null,
            "schooljaar_kolom": null,
            "sleutel": ["instellingsnummer", "product", "medewerker_rol", "geldig_van"],
            "velden": [
                {
                    "naam": "instellingsnummer",
                    "kolom": "instellingsnummer",
                    "type": "instellingsnummer",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "product",
                    "kolom": "product",
                    "type": "keuze",
                    "data_type": "varchar",
                    "verplicht": true,
                    "waarden": ["area_up", "schoolportretten", "early_warning"]
                },
                {
                    "naam": "medewerker_rol",
                    "kolom": "medewerker_rol",
                    "type": "code",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "geldig_van",
                    "kolom": "geldig_van",
                    "type": "datum",
                    "data_type": "date",
                    "verplicht": true
                },
                {
                    "naam": "geldig_tot",
                    "kolom": "geldig_tot",
                    "type": "datum",
                    "data_type": "date",
                    "verplicht": false
                }
            ]
        }
    },
    "niveaus": [
        {
            "code": "populatie",
            "naam": "Hele populatie van het protocol",
            "ouder": null,
            "gebruik": "gebied"
        },
        {"code": "stad", "naam": "Stad", "ouder": "populatie", "gebruik": "gebied"},
        {"code": "district", "naam": "District", "ouder": "stad", "gebruik": "gebied"},
        {"code": "wijk", "naam": "Wijk", "ouder": "district", "gebruik": "gebied"},
        {
            "code": "instelling",
            "naam": "Instelling",
            "ouder": null,
            "gebruik": "eigen_school"
        },
        {
            "code": "vestigingsplaats",
            "naam": "Vestigingsplaats",
            "ouder": "instelling",
            "gebruik": "eigen_school"
        }
    ],
    "producten": [
        {
            "code": "onderwijsmonitor",
            "naam": "Onderwijsmonitor",
            "uitgaven": [
                {
                    "publiek": "publiek",
                    "niveaus": ["populatie", "stad", "district", "wijk"],
                    "voorwaarden": ["geen_school_herkenbaar", "geen_schoolnaam", "bron_vermeld"]
                },
                {
                    "publiek": "beleid",
                    "niveaus": ["populatie", "stad", "district", "wijk"],
                    "voorwaarden": ["geen_school_herkenbaar", "bron_vermeld"]
                }
            ]
        },
        {
            "code": "area_up",
            "naam": "Monitoring programma A'REA UP",
            "uitgaven": [
                {
                    "publiek": "beleid",
                    "niveaus": ["populatie", "stad", "district", "wijk"],
                    "voorwaarden": ["geen_school_herkenbaar", "bron_vermeld"]
                },
                {
                    "publiek": "school",
                    "niveaus": ["instelling", "vestigingsplaats"],
                    "voorwaarden": [
                        "enkel_eigen_school",
                        "deelnemende_school",
                        "anonieme_benchmark",
                        "bron_vermeld"
                    ]
                },
                {
                    "publiek": "programma",
                    "niveaus": ["instelling", "vestigingsplaats"],
                    "voorwaarden": [
                        "enkel_projectscholen",
                        "enkel_toegewezen_medewerker",
                        "anonieme_benchmark",
                        "bron_vermeld"
                    ]
                }
            ]
        },
        {
            "code": "stadsfoto",
            "naam": "Stadsfoto \"Onderwijsaanbod\"",
            "uitgaven": [
                {
                    "publiek": "beleid",
                    "niveaus": ["populatie", "stad", "district", "wijk"],
                    "voorwaarden": ["geen_school_herkenbaar", "bron_vermeld"]
                }
            ]
        },
        {
            "code": "schoolportretten",
            "naam": "Schoolportretten \"Onderwijsaanbod\"",
            "uitgaven": [
                {
                    "publiek": "school",
                    "niveaus": ["instelling", "vestigingsplaats"],
                    "voorwaarden": ["enkel_eigen_school", "anonieme_benchmark", "bron_vermeld"]
                },
                {
                    "publiek": "programma",
                    "niveaus": ["instelling", "vestigingsplaats"],
                    "voorwaarden": [
                        "enkel_projectscholen",
                        "enkel_toegewezen_medewerker",
                        "anonieme_benchmark",
                        "bron_vermeld"
                    ]
                }
            ]
        },
        {
            "code": "early_warning",
            "naam": "Piloot Early Warning System",
            "uitgaven": [
                {
                    "publiek": "school",
                    "niveaus": ["instelling", "vestigingsplaats"],
                    "voorwaarden": [
                        "enkel_eigen_school",
                        "deelnemende_school",
                        "enkel_groepen",
                        "piloot",
                        "bron_vermeld"
                    ]
                },
                {
                    "publiek": "programma",
                    "niveaus": ["instelling", "vestigingsplaats"],
                    "voorwaarden": [
                        "enkel_projectscholen",
                        "enkel_toegewezen_medewerker",
                        "enkel_groepen",
                        "piloot",
                        "bron_vermeld"
                    ]
                }
            ]
        }
    ],
    "vragen": [
        {
            "code": "QA-01",
            "tekst": "Wat is het reële aantal anderstalige nieuwkomers, zonder dubbeltellingen?",
            "beantwoordbaar": "ja",
            "beperking": ""
        },
        {
            "code": "QA-02",
            "tekst": "Hoe evolueert dit door de tijd?",
            "beantwoordbaar": "ja",
            "beperking": "2015-2016 is links afgesneden (eerste inschrijving binnen het venster)."
        },
        {
            "code": "QA-03",
            "tekst": "Hoe zijn anderstalige nieuwkomers over de stad gespreid?",
            "beantwoordbaar": "ja",
            "beperking": "Ligging van de school, niet van de woonplaats."
        },
        {
            "code": "QA-04",
            "tekst": "Hoeveel anderstalige nieuwkomers stromen in vanuit een eerste inschrijving buiten Antwerpen?",
            "beantwoordbaar": "deels",
            "beperking": "Leeg betekent buiten Antwerpen of onbekend."
        },
        {
            "code": "QA-05",
            "tekst": "Hoe lang zit een leerling in een OKAN-traject?",
            "beantwoordbaar": "deels",
            "beperking": "Enkel de eerste inschrijving is gedateerd; einddatums staan vaak bij verstek op 31 augustus."
        },
        {
            "code": "QA-06",
            "tekst": "Leidt een latere start in OKAN tijdens het schooljaar tot meer schoolse vertraging?",
            "beantwoordbaar": "deels",
            "beperking": "De vertraging volgt uit de administratieve groep."
        },
        {
            "code": "QA-07",
            "tekst": "Verschillen onderwijsloopbanen naargelang het instapmoment?",
            "beantwoordbaar": "deels",
            "beperking": "Samenhang; geen oorzaak."
        },
        {
            "code": "QA-08",
            "tekst": "Op welke leeftijd start de onderwijsloopbaan in Vlaanderen en wat is de impact?",
            "beantwoordbaar": "ja",
            "beperking": "Leeftijd op jaar nauwkeurig."
        },
        {
            "code": "QA-09",
            "tekst": "In welke mate zitten anderstalige nieuwkomers op leeftijd en hoe groot is de vertraging?",
            "beantwoordbaar": "ja",
            "beperking": "Enkel waar een leerjaar bestaat (niet OKAN, buitengewoon, modulair)."
        },
        {
            "code": "QA-10",
            "tekst": "Wat is het profiel (leeftijd, geslacht, SES, herkomst) en hoe wijzigt het?",
            "beantwoordbaar": "ja",
            "beperking": "Nationaliteit, nooit herkomst."
        },
        {
            "code": "QA-11",
            "tekst": "Welke impact hebben kenmerken op het verloop van de schoolloopbaan?",
            "beantwoordbaar": "ja",
            "beperking": "Samenhang; geen oorzaak."
        },
        {
            "code": "QA-12",
            "tekst": "Hoeveel schoolwissels zijn er binnen de stad?",
            "beantwoordbaar": "deels",
            "beperking": "Drie meetmomenten per jaar; hernummerde instellingen en structurele overgangen apart."
        },
        {
            "code": "QA-13",
            "tekst": "Hoeveel instroom naar en uitstroom uit Antwerpse scholen is er?",
            "beantwoordbaar": "deels",
            "beperking": "Buiten Antwerpen, onbekend en einde van het onderwijs zijn niet te onderscheiden."
        },
        {
            "code": "QA-14",
            "tekst": "Gaat een schoolwissel gepaard met een verandering van administratieve groep?",
            "beantwoordbaar": "ja",
            "beperking": "Vergelijking op studierichting en onderwijsvorm, niet op de ruwe code."
        },
        {
            "code": "QA-15",
            "tekst": "Verschillen schoolwissels naargelang schoolse vertraging?",
            "beantwoordbaar": "deels",
            "beperking": "Beide definities van vertraging (leeftijd, herhaling)."
        },
        {
            "code": "QA-16",
            "tekst": "Lopen ze bijkomend schoolse vertraging op?",
            "beantwoordbaar": "deels",
            "beperking": "Verschil tussen jaren waarin de vertraging bepaald is."
        },
        {
            "code": "QA-17",
            "tekst": "Is er sprake van watervaleffecten?",
            "beantwoordbaar": "deels",
            "beperking": "Geen officiële definitie; een gedateerde en benoemde ladder."
        },
        {
            "code": "QA-18",
            "tekst": "Wordt er bij de jongste nieuwkomers herkleuterd?",
            "beantwoordbaar": "deels",
            "beperking": "Leeftijdsregel; het kleuterjaar wordt niet geleverd."
        },
        {
            "code": "QA-19",
            "tekst": "Welke overstap naar secundair onderwijs wordt gemaakt (A-stroom, B-stroom, buitengewoon)?",
            "beantwoordbaar": "ja",
            "beperking": ""
        },
        {
            "code": "QA-20",
            "tekst": "Welke instroom in de B-stroom is er vanuit OKAN en hoe evolueert die?",
            "beantwoordbaar": "ja",
            "beperking": "Strikt (1ste graad) en ruim (ook BSO) naast elkaar."
        },
        {
            "code": "QA-21",
            "tekst": "Welke schoolwissels en veranderingen van onderwijsvorm zijn er tijdens het schooljaar?",
            "beantwoordbaar": "ja",
            "beperking": ""
        },
        {
            "code": "QA-22",
            "tekst": "Welke attesten behalen anderstalige nieuwkomers, en wie behaalt geen A-attest?",
            "beantwoordbaar": "ja",
            "beperking": ""
        },
        {
            "code": "QA-23",
            "tekst": "Welke kwalificaties behalen wie buiten het voltijds gewoon secundair verder gaat?",
            "beantwoordbaar": "ja",
            "beperking": ""
        },
        {
            "code": "QA-24",
            "tekst": "Welk aandeel verlaat het onderwijs vroegtijdig tegenover voldoende gekwalificeerd?",
            "beantwoordbaar": "ja",
            "beperking": ""
        },
        {
            "code": "QA-25",
            "tekst": "Hangt vroegtijdig schoolverlaten samen met nationaliteit, OKI en opleiding van de moeder?",
            "beantwoordbaar": "ja",
            "beperking": ""
        },
        {
            "code": "QA-26",
            "tekst": "Hangt vroegtijdig schoolverlaten samen met schoolwissels en met inschrijving in of buiten Antwerpen?",
            "beantwoordbaar": "deels",
            "beperking": "Leeg betekent buiten Antwerpen of onbekend."
        },
        {
            "code": "QA-27",
            "tekst": "Verschilt het risico naargelang de opleiding na OKAN?",
            "beantwoordbaar": "ja",
            "beperking": ""
        },
        {
            "code": "QA-28",
            "tekst": "Welke leerlingen verlaten waar het onderwijs zonder diploma?",
            "beantwoordbaar": "ja",
            "beperking": "Enkel voor de ontvangers van artikel 2."
        },
        {
            "code": "QA-29",
            "tekst": "Hoe zijn anderstalige nieuwkomers verdeeld over OKAN en regulier onderwijs?",
            "beantwoordbaar": "ja",
            "beperking": ""
        },
        {
            "code": "QA-30",
            "tekst": "Welke instroom, spreiding en doorstroom is er in basis- en secundair onderwijs, voor gerichte acties?",
            "beantwoordbaar": "ja",
            "beperking": ""
        },
        {
            "code": "QA-31",
            "tekst": "Kernindicatoren van de Onderwijsmonitor voor alle leerlingen (zittenblijven, vertraging, spijbelen, uitstroom, kleuterparticipatie)",
            "beantwoordbaar": "nee",
            "beperking": "Enkel het deel over anderstalige nieuwkomers; de rest komt uit het protocol van 7 juni 2022."
        },
        {
            "code": "QA-32",
            "tekst": "Welke groepen van leerlingen hebben een verhoogde kans op uitval?",
            "beantwoordbaar": "deels",
            "beperking": "Zonder spijbelen en kleuterparticipatie; die worden onder dit protocol niet geleverd."
        },
        {
            "code": "QA-33",
            "tekst": "Kleuterparticipatie, tucht, ouderbetrokkenheid en lerarentekort",
            "beantwoordbaar": "nee",
            "beperking": "Niet geleverd onder dit protocol."
        }
    ],
    "niet_geleverd": [
        {
            "onderwerp": "Leerlingen die geen anderstalige nieuwkomer zijn",
            "toelichting": "De volledige leerlingenpopulatie komt uit het protocol van 7 juni 2022 en niet uit 11a tot 11c.",
            "vragen": ["QA-31"],
            "artikel": "considerans C, L32-34"
        },
        {
            "onderwerp": "Afwezigheden en spijbelen",
            "toelichting": "Geen enkel bestand van artikel 3 bevat afwezigheden.",
            "vragen": ["QA-31", "QA-32", "QA-33"],
            "artikel": "3, L84-220"
        },
        {
            "onderwerp": "Kleuterparticipatie",
            "toelichting": "Geen enkel bestand van artikel 3 bevat aanwezigheden van kleuters.",
            "vragen": ["QA-31", "QA-32", "QA-33"],
            "artikel": "3, L84-220"
        },
        {
            "onderwerp": "Tucht en ouderbetrokkenheid",
            "toelichting": "Geen enkel bestand van artikel 3 bevat deze gegevens.",
            "vragen": ["QA-33"],
            "artikel": "3, L84-220"
        },
        {
            "onderwerp": "Onderwijzend personeel",
            "toelichting": "Contextvariabele van Stadsfoto en Schoolportretten; niet in artikel 3 van dit protocol.",
            "vragen": ["QA-33"],
            "artikel": "2, L74-75"
        },
        {
            "onderwerp": "Woonplaats van de leerling",
            "toelichting": "Alle geografie is die van de vestigingsplaats.",
            "vragen": ["QA-03"],
            "artikel": "3, L102-104"
        },
        {
            "onderwerp": "Leerjaar, geslacht, geboortejaar en thuistaal in 11b en 11c",
            "toelichting": "Enkel in 11a; in 11b volgt het leerjaar uit de administratieve groep.",
            "vragen": ["QA-09", "QA-16"],
            "artikel": "3, L131-183"
        }
    ],
    "geografie": [
        {"niveau": "wijk", "kolom": "wijk_code"},
        {"niveau": "district", "kolom": "district_code"}
    ],
    "feiten": [
        {
            "code": "stand",
            "omschrijving": "leerlingen met een hoofdinschrijving op een meetmoment",
            "plaats": "school",
            "populaties": [{"code": "alle", "conditie": "true"}],
            "zelfde_als": null,
            "deelname": null
        },
        {
            "code": "instroom",
            "omschrijving": "eerste inschrijvingen als anderstalige nieuwkomer",
            "plaats": "school",
            "populaties": [
                {"code": "alle", "conditie": "true"},
                {"code": "okan", "conditie": "is_okan is true"}
            ],
            "zelfde_als": null,
            "deelname": null
        },
        {
            "code": "loopbaanjaar",
            "omschrijving": "leerlingen met een hoofdinschrijving op 1 februari",
            "plaats": "school",
            "populaties": [{"code": "alle", "conditie": "true"}],
            "zelfde_als": "stand",
            "deelname": null
        },
        {
            "code": "overstap",
            "omschrijving": "leerlingen met een hoofdinschrijving op twee opeenvolgende meetmomenten",
            "plaats": "school",
            "populaties": [
                {"code": "vertrek", "conditie": "richting = 'vertrek'"},
                {"code": "aankomst", "conditie": "richting = 'aankomst'"},
                {"code": "wisselaars", "conditie": "richting = 'vertrek' and schoolwissel"}
            ],
            "zelfde_als": null,
            "deelname": null
        },
        {
            "code": "overgang_so",
            "omschrijving": "leerlingen die van het basis- naar het secundair onderwijs overgaan",
            "plaats": "school",
            "populaties": [{"code": "alle", "conditie": "true"}],
            "zelfde_als": null,
            "deelname": null
        },
        {
            "code": "okan_uitstroom",
            "omschrijving": "leerlingen die na OKAN een andere opleiding volgen",
            "plaats": "school",
            "populaties": [{"code": "alle", "conditie": "true"}],
            "zelfde_als": null,
            "deelname": null
        },
        {
            "code": "uitkomst",
            "omschrijving": "leerlingen met een hoofdinschrijving op 30 juni van een voltooid schooljaar",
            "plaats": "school",
            "populaties": [{"code": "alle", "conditie": "true"}],
            "zelfde_als": "stand",
            "deelname": null
        },
        {
            "code": "vsv",
            "omschrijving": "leerlingen die in de indicator vroegtijdig schoolverlaten zijn opgenomen",
            "plaats": "school",
            "populaties": [{"code": "alle", "conditie": "true"}],
            "zelfde_als": null,
            "deelname": null
        },
        {
            "code": "vroegsignaal",
            "omschrijving": "leerlingen van deelnemende scholen met een hoofdinschrijving op 1 februari van het jongste schooljaar",
            "plaats": "school",
            "populaties": [{"code": "alle", "conditie": "true"}],
            "zelfde_als": "stand",
            "deelname": "early_warning"
        }
    ],
    "uitsplitsingen": [
        {
            "code": "geslacht",
            "naam": "Geslacht",
            "kolom": "geslacht",
            "feiten": [],
            "niveaus": ["populatie", "stad"],
            "publiek_bekend": true,
            "enkel_noemer": false,
            "categorieen": [
                {"code": "m", "label": "Man", "aliassen": ["M"]},
                {"code": "v_x", "label": "Vrouw of x", "aliassen": ["V", "X"]}
            ]
        },
        {
            "code": "nationaliteitsgroep",
            "naam": "Nationaliteit",
            "kolom": "nationaliteitsgroep",
            "feiten": [],
            "niveaus": ["populatie", "stad"],
            "publiek_bekend": true,
            "enkel_noemer": false,
            "categorieen": [
                {"code": "belg", "label": "Belg", "aliassen": []},
                {"code": "eu", "label": "EU (niet-Belg)", "aliassen": []},
                {
                    "code": "niet_eu",
                    "label": "Niet-EU of onbekend",
                    "aliassen": ["niet_eu", "onbekend"]
                }
            ]
        },
        {
            "code": "oki_klasse",
            "naam": "Onderwijskansarmoede-indicator (OKI)",
            "kolom": "oki_klasse",
            "feiten": [],
            "niveaus": ["populatie", "stad"],
            "publiek_bekend": false,
            "enkel_noemer": false,
            "categorieen": [
                {"code": "oki_0_1", "label": "OKI 0 of 1", "aliassen": ["0-1"]},
                {"code": "oki_2", "label": "OKI 2", "aliassen": ["2"]},
                {"code": "oki_3", "label": "OKI 3", "aliassen": ["3"]},
                {"code": "oki_4", "label": "OKI 4", "aliassen": ["4"]},
                {"code": "onbekend", "label": "OKI onbekend", "aliassen": []}
            ]
        },
        {
            "code": "opleiding_moeder",
            "naam": "Opleidingsniveau van de moeder",
            "kolom": "opleiding_moeder",
            "feiten": [],
            "niveaus": ["populatie", "stad"],
            "publiek_bekend": false,
            "enkel_noemer": false,
            "categorieen": [
                {"code": "laag", "label": "Laagopgeleid", "aliassen": []},
                {
                    "code": "niet_laag",
                    "label": "Niet laagopgeleid of onbekend",
                    "aliassen": ["niet_laag", "onbekend"]
                }
            ]
        },
        {
            "code": "schooltoelage",
            "naam": "Schooltoelage",
            "kolom": "schooltoelage",
            "feiten": [
                "stand",
                "instroom",
                "loopbaanjaar",
                "overstap",
                "overgang_so",
                "okan_uitstroom",
                "uitkomst"
            ],
            "niveaus": ["populatie", "stad"],
            "publiek_bekend": false,
            "enkel_noemer": false,
            "categorieen": [
                {"code": "ja", "label": "Met schooltoelage", "aliassen": []},
                {
                    "code": "nee",
                    "label": "Zonder schooltoelage of onbekend",
                    "aliassen": ["nee", "onbekend"]
                }
            ]
        },
        {
            "code": "thuistaal",
            "naam": "Thuistaal",
            "kolom": "thuistaal",
            "feiten": [],
            "niveaus": ["populatie", "stad"],
            "publiek_bekend": false,
            "enkel_noemer": false,
            "categorieen": [
                {"code": "niet_nederlands", "label": "Niet Nederlands", "aliassen": []},
                {
                    "code": "nederlands",
                    "label": "Nederlands of onbekend",
                    "aliassen": ["nederlands", "onbekend"]
                }
            ]
        },
        {
            "code": "leeftijd_instap",
            "naam": "Leeftijd bij instap",
            "kolom": "leeftijd_instap",
            "feiten": [],
            "niveaus": ["populatie", "stad"],
            "publiek_bekend": false,
            "enkel_noemer": false,
            "categorieen": [
                {"code": "j2_5", "label": "Jonger dan 6 jaar", "aliassen": ["2-5"]},
                {"code": "j6_11", "label": "6 tot 11 jaar", "aliassen": ["6-11"]},
                {"code": "j12_15", "label": "12 tot 15 jaar", "aliassen": ["12-15"]},
                {
                    "code": "j16_plus",
                    "label": "16 jaar of ouder",
                    "aliassen": ["16-17", "18+"]
                }
            ]
        },
        {
            "code": "instapmaand",
            "naam": "Maand van instap",
            "kolom": "instapmaand",
            "feiten": [],
            "niveaus": ["populatie", "stad"],
            "publiek_bekend": false,
            "enkel_noemer": false,
            "categorieen": [
                {"code": "september", "label": "September", "aliassen": []},
                {"code": "okt_dec", "label": "Oktober tot december", "aliassen": []},
                {"code": "jan_mrt", "label": "Januari tot maart", "aliassen": []},
                {
                    "code": "apr_aug",
                    "label": "April tot augustus",
                    "aliassen": ["apr_jun", "jul_aug"]
                }
            ]
        },
        {
            "code": "hoofdstructuur",
            "naam": "Hoofdstructuur",
            "kolom": "hoofdstructuur",
            "feiten": [],
            "niveaus": ["populatie", "stad"],
            "publiek_bekend": false,
            "enkel_noemer": false,
            "categorieen": [
                {
                    "code": "kleuter_gewoon",
                    "label": "Gewoon kleuteronderwijs",
                    "aliassen": ["111"]
                },
                {
                    "code": "lager_gewoon",
                    "label": "Gewoon lager onderwijs",
                    "aliassen": ["211"]
                },
                {
                    "code": "basis_buitengewoon",
                    "label": "Buitengewoon basisonderwijs",
                    "aliassen": ["121", "221"]
                },
                {
                    "code": "so_voltijds",
                    "label": "Gewoon voltijds secundair onderwijs",
                    "aliassen": ["311"]
                },
                {
                    "code": "so_deeltijds",
                    "label": "Deeltijds, duaal en leertijd",
                    "aliassen": ["312", "313", "315"]
                },
                {
                    "code": "so_buitengewoon",
                    "label": "Buitengewoon secundair onderwijs",
                    "aliassen": ["321"]
                }
            ]
        },
        {
            "code": "locatie",
            "naam": "Ligging van de school",
            "kolom": "locatie",
            "feiten": [],
            "niveaus": ["populatie"],
            "publiek_bekend": false,
            "enkel_noemer": false,
            "categorieen": [
                {"code": "antwerpen", "label": "In Antwerpen", "aliassen": []},
                {
                    "code": "buiten_of_onbekend",
                    "label": "Buiten Antwerpen of onbekend",
                    "aliassen": []
                }
            ]
        },
        {
            "code": "vertragingsklasse",
            "naam": "Schoolse vertraging",
            "kolom": "vertragingsklasse",
            "feiten": [
                "stand",
                "instroom",
                "loopbaanjaar",
                "overstap",
                "overgang_so",
                "okan_uitstroom",
                "uitkomst",
                "vroegsignaal"
            ],
            "niveaus": ["populatie", "stad"],
            "publiek_bekend": false,
            "enkel_noemer": false,
            "categorieen": [
                {"code": "op_leeftijd", "label": "Op leeftijd of voor", "aliassen": []},
                {"code": "jaar_1", "label": "Eén jaar vertraging", "aliassen": ["1_jaar"]},
                {
                    "code": "jaar_2_plus",
                    "label": "Twee jaar vertraging of meer",
                    "aliassen": ["2_plus"]
                },
                {"code": "onbepaald", "label": "Niet te bepalen", "aliassen": []}
            ]
        },
        {
            "code": "zitklasse",
            "naam": "Ooit zittenblijver",
            "kolom": "zitklasse",
            "feiten": [
                "stand",
                "loopbaanjaar",
                "overstap",
                "overgang_so",
                "okan_uitstroom",
                "uitkomst"
            ],
            "niveaus": ["populatie", "stad"],
            "publiek_bekend": false,
            "enkel_noemer": false,
            "categorieen": [
                {"code": "geen", "label": "Nooit zittengebleven", "aliassen": []},
                {
                    "code": "minstens_1",
                    "label": "Minstens één jaar zittengebleven",
                    "aliassen": []
                },
                {"code": "onbepaald", "label": "Niet te bepalen", "aliassen": []}
            ]
        },
        {
            "code": "onderwijsvorm_laatst",
            "naam": "Laatste onderwijsvorm",
            "kolom": "onderwijsvorm_laatst",
            "feiten": ["vsv"],
            "niveaus": ["populatie", "stad"],
            "publiek_bekend": false,
            "enkel_noemer": false,
            "categorieen": [
                {"code": "aso", "label": "aso", "aliassen": []},
                {"code": "tso_kso", "label": "tso en kso", "aliassen": ["tso", "kso"]},
                {"code": "bso", "label": "bso", "aliassen": []},
                {"code": "dbso", "label": "Deeltijds, duaal en leertijd", "aliassen": []},
                {"code": "okan", "label": "OKAN", "aliassen": []},
                {
                    "code": "buitengewoon",
                    "label": "Buitengewoon secundair onderwijs",
                    "aliassen": []
                },
                {"code": "onbekend", "label": "Andere of onbekend", "aliassen": []}
            ]
        },
        {
            "code": "vervolg_okan",
            "naam": "Opleiding na OKAN",
            "kolom": "vervolg_okan",
            "feiten": ["vsv"],
            "niveaus": ["populatie", "stad"],
            "publiek_bekend": false,
            "enkel_noemer": false,
            "categorieen": [
                {
                    "code": "eerste_graad",
                    "label": "Eerste graad (A- en B-stroom)",
                    "aliassen": ["a_stroom", "b_stroom"]
                },
                {
                    "code": "aso_tso_kso",
                    "label": "aso, tso of kso",
                    "aliassen": ["aso", "tso_kso"]
                },
                {"code": "bso", "label": "bso", "aliassen": []},
                {"code": "dbso", "label": "Deeltijds, duaal en leertijd", "aliassen": []},
                {
                    "code": "andere",
                    "label": "Buitengewoon of andere",
                    "aliassen": ["buitengewoon", "andere"]
                },
                {"code": "geen_okan", "label": "Geen OKAN gevolgd", "aliassen": []}
            ]
        },
        {
            "code": "wisselklasse",
            "naam": "Aantal schoolwissels",
            "kolom": "wisselklasse",
            "feiten": ["vsv"],
            "niveaus": ["populatie", "stad"],
            "publiek_bekend": false,
            "enkel_noemer": false,
            "categorieen": [
                {"code": "geen", "label": "Geen schoolwissel", "aliassen": ["0"]},
                {"code": "een", "label": "Eén schoolwissel", "aliassen": ["1"]},
                {
                    "code": "twee_plus",
                    "label": "Twee schoolwissels of meer",
                    "aliassen": ["2_plus"]
                }
            ]
        },
        {
            "code": "leerjaargroep",
            "naam": "Groep van leerjaren",
            "kolom": "leerjaargroep",
            "feiten": ["vroegsignaal"],
            "niveaus": [],
            "publiek_bekend": false,
            "enkel_noemer": true,
            "categorieen": [
                {"code": "okan", "label": "OKAN", "aliassen": []},
                {"code": "graad_1", "label": "Eerste graad", "aliassen": []},
                {"code": "graad_2", "label": "Tweede graad", "aliassen": []},
                {"code": "graad_3", "label": "Derde graad", "aliassen": []},
                {
                    "code": "deeltijds",
                    "label": "Deeltijds, duaal, leertijd en modulair",
                    "aliassen": []
                }
            ]
        }
    ],
    "indicatoren": [
        {
            "code": "an_leerlingen",
            "naam": "Anderstalige nieuwkomers in het onderwijs",
            "familie": "meetmomenten",
            "feit": "stand",
            "populatie": "alle",
            "noemer": "true",
            "teller": null,
            "klassen": null,
            "overigen": null,
            "eenheid": "aantal",
            "gevoelig": true,
            "producten": ["onderwijsmonitor", "stadsfoto", "area_up", "schoolportretten"],
            "uitsplitsingen": [
                "geslacht",
                "nationaliteitsgroep",
                "oki_klasse",
                "leeftijd_instap",
                "hoofdstructuur",
                "locatie"
            ],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "district", "wijk"],
            "eigen_school": {
                "niveaus": ["instelling", "vestigingsplaats"],
                "uitsplitsingen": ["geslacht"],
                "kruisingen": []
            },
            "meetmomenten": [],
            "vragen": ["QA-01", "QA-02", "QA-03", "QA-30"],
            "definitie": "Aantal leerlingen die ooit anderstalige nieuwkomer waren en op het meetmoment een hoofdinschrijving hebben.",
            "teller_omschrijving": "",
            "noemer_omschrijving": "alle leerlingen van bestand 11a met een hoofdinschrijving op het meetmoment",
            "beperkingen": "1 oktober en 1 februari zijn niet vergelijkbaar voor kleuters en OKAN (instroom tijdens het schooljaar). Wie vóór 2015-2016 instroomde, is onbekend.",
            "reeksbreuken": ["2015-2016: eerste schooljaar, links afgesneden"],
            "artikel": "3, L96"
        },
        {
            "code": "an_instroom",
            "naam": "Instroom van anderstalige nieuwkomers",
            "familie": "instroom",
            "feit": "instroom",
            "populatie": "alle",
            "noemer": "true",
            "teller": null,
            "klassen": null,
            "overigen": null,
            "eenheid": "aantal",
            "gevoelig": true,
            "producten": ["onderwijsmonitor", "stadsfoto", "area_up"],
            "uitsplitsingen": [
                "geslacht",
                "nationaliteitsgroep",
                "oki_klasse",
                "opleiding_moeder",
                "schooltoelage",
                "thuistaal",
                "leeftijd_instap",
                "instapmaand",
                "hoofdstructuur",
                "locatie"
            ],
            "kruisingen": [["geslacht", "nationaliteitsgroep"]],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "district", "wijk"],
            "eigen_school": {"niveaus": ["instelling"], "uitsplitsingen": [], "kruisingen": []},
            "meetmomenten": [],
            "vragen": ["QA-01", "QA-02", "QA-03", "QA-08", "QA-10", "QA-30"],
            "definitie": "Aantal leerlingen met hun eerste inschrijving als anderstalige nieuwkomer in het schooljaar.",
            "teller_omschrijving": "",
            "noemer_omschrijving": "alle leerlingen van bestand 11a",
            "beperkingen": "Plaats is de ligging van de school, niet van de woning. Nationaliteit is geen herkomst.",
            "reeksbreuken": [
                "2015-2016: eerste schooljaar, kan een latere inschrijving zijn",
                "2019-2020: schooltoeslag (Groeipakket) met ruimere voorwaarden"
            ],
            "artikel": "3, L96"
        },
        {
            "code": "an_via_elders",
            "naam": "Instroom via een school buiten Antwerpen",
            "familie": "instroom",
            "feit": "instroom",
            "populatie": "alle",
            "noemer": "true",
            "teller": "via_elders",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["stadsfoto"],
            "uitsplitsingen": ["geslacht", "leeftijd_instap", "hoofdstructuur"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QA-04", "QA-30"],
            "definitie": "Aandeel van de anderstalige nieuwkomers met een eerste inschrijving buiten Antwerpen (of onbekend) die later in een Antwerpse school school lopen.",
            "teller_omschrijving": "eerste vestigingsplaats leeg en later een hoofdinschrijving in Antwerpen",
            "noemer_omschrijving": "alle leerlingen van bestand 11a",
            "beperkingen": "Een lege vestigingsplaats betekent buiten Antwerpen of onbekend.",
            "reeksbreuken": ["2015-2016: eerste schooljaar, links afgesneden"],
            "artikel": "3, L104"
        },
        {
            "code": "an_okan",
            "naam": "Start in OKAN",
            "familie": "instroom",
            "feit": "instroom",
            "populatie": "alle",
            "noemer": "hoofdstructuur_code like '3%'",
            "teller": "is_okan is true",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["onderwijsmonitor", "stadsfoto"],
            "uitsplitsingen": ["geslacht", "nationaliteitsgroep", "instapmaand"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QA-29", "QA-30"],
            "definitie": "Aandeel van de anderstalige nieuwkomers in het secundair onderwijs die in OKAN starten in plaats van in een reguliere opleiding.",
            "teller_omschrijving": "administratieve groep is OKAN",
            "noemer_omschrijving": "eerste inschrijving in het secundair onderwijs",
            "beperkingen": "In het basisonderwijs bestaat geen aparte administratieve groep.",
            "reeksbreuken": [],
            "artikel": "considerans C, L38"
        },
        {
            "code": "an_late_instap",
            "naam": "Instap in de tweede helft van het schooljaar",
            "familie": "instroom",
            "feit": "instroom",
            "populatie": "alle",
            "noemer": "true",
            "teller": "late_instap",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["stadsfoto", "area_up"],
            "uitsplitsingen": ["geslacht", "nationaliteitsgroep", "leeftijd_instap", "hoofdstructuur"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "district"],
            "eigen_school": {"niveaus": ["instelling"], "uitsplitsingen": [], "kruisingen": []},
            "meetmomenten": [],
            "vragen": ["QA-06", "QA-07"],
            "definitie": "Aandeel dat tussen 1 januari en 30 juni van het schooljaar instapt.",
            "teller_omschrijving": "inschrijfdatum als AN van 1 januari tot en met 30 juni",
            "noemer_omschrijving": "alle leerlingen van bestand 11a",
            "beperkingen": "De datum is administratief, niet de eerste lesdag.",
            "reeksbreuken": [],
            "artikel": "3, L115"
        },
        {
            "code": "an_12_plus",
            "naam": "Instap op 12 jaar of later",
            "familie": "instroom",
            "feit": "instroom",
            "populatie": "alle",
            "noemer": "true",
            "teller": "leeftijd >= 12",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["onderwijsmonitor", "stadsfoto"],
            "uitsplitsingen": ["geslacht", "nationaliteitsgroep"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "district"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QA-08", "QA-10"],
            "definitie": "Aandeel dat bij de start van de loopbaan in Vlaanderen 12 jaar of ouder is.",
            "teller_omschrijving": "startjaar min geboortejaar is 12 of meer",
            "noemer_omschrijving": "alle leerlingen van bestand 11a",
            "beperkingen": "Op het jaar nauwkeurig.",
            "reeksbreuken": [],
            "artikel": "3, L120"
        },
        {
            "code": "an_moeder_laag",
            "naam": "Laagopgeleide moeder",
            "familie": "instroom",
            "feit": "instroom",
            "populatie": "alle",
            "noemer": "ind_opleiding_moeder is not null",
            "teller": "ind_opleiding_moeder = 1",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["onderwijsmonitor", "area_up"],
            "uitsplitsingen": ["geslacht", "nationaliteitsgroep"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "district"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QA-10"],
            "definitie": "Aandeel van de instroom dat aantikt op het opleidingsniveau van de moeder.",
            "teller_omschrijving": "aantikken op opleidingsniveau moeder is 1",
            "noemer_omschrijving": "leerlingen met een gekende indicator",
            "beperkingen": "",
            "reeksbreuken": [],
            "artikel": "3, L129"
        },
        {
            "code": "an_schooltoelage",
            "naam": "Schooltoelage bij instap",
            "familie": "instroom",
            "feit": "instroom",
            "populatie": "alle",
            "noemer": "ind_schooltoelage is not null",
            "teller": "ind_schooltoelage = 1",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["onderwijsmonitor", "area_up"],
            "uitsplitsingen": ["geslacht", "nationaliteitsgroep"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "district"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QA-10"],
            "definitie": "Aandeel van de instroom dat een schooltoelage krijgt.",
            "teller_omschrijving": "aantikken op schooltoelage is 1",
            "noemer_omschrijving": "leerlingen met een gekende indicator",
            "beperkingen": "",
            "reeksbreuken": ["2019-2020: schooltoeslag (Groeipakket) met ruimere voorwaarden"],
            "artikel": "3, L129"
        },
        {
            "code": "an_thuistaal",
            "naam": "Thuistaal niet Nederlands",
            "familie": "instroom",
            "feit": "instroom",
            "populatie": "alle",
            "noemer": "ind_thuistaal is not null",
            "teller": "ind_thuistaal = 1",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["onderwijsmonitor"],
            "uitsplitsingen": ["geslacht"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QA-10"],
            "definitie": "Aandeel van de instroom met een andere thuistaal dan het Nederlands.",
            "teller_omschrijving": "aantikken op thuistaal is 1",
            "noemer_omschrijving": "leerlingen met een gekende indicator",
            "beperkingen": "Voor anderstalige nieuwkomers is dit aandeel per definitie hoog.",
            "reeksbreuken": [],
            "artikel": "3, L129"
        },
        {
            "code": "an_oki_3_plus",
            "naam": "OKI van 3 of meer",
            "familie": "instroom",
            "feit": "instroom",
            "populatie": "alle",
            "noemer": "oki is not null",
            "teller": "oki >= 3",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["onderwijsmonitor", "area_up"],
            "uitsplitsingen": ["geslacht", "nationaliteitsgroep"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "district"],
            "eigen_school": {"niveaus": ["instelling"], "uitsplitsingen": [], "kruisingen": []},
            "meetmomenten": [],
            "vragen": ["QA-10"],
            "definitie": "Aandeel van de instroom dat op minstens drie van de vier kenmerken van onderwijskansarmoede aantikt.",
            "teller_omschrijving": "OKI is 3 of 4",
            "noemer_omschrijving": "leerlingen met een gekende OKI",
            "beperkingen": "",
            "reeksbreuken": [],
            "artikel": "3, L129"
        },
        {
            "code": "vertraging_bij_instap",
            "naam": "Schoolse vertraging bij instap",
            "familie": "instroom",
            "feit": "instroom",
            "populatie": "alle",
            "noemer": "jaren_vertraging is not null",
            "teller": "jaren_vertraging >= 1",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["onderwijsmonitor", "area_up"],
            "uitsplitsingen": ["geslacht", "nationaliteitsgroep", "leeftijd_instap", "instapmaand"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "district"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QA-09"],
            "definitie": "Aandeel dat bij de eerste inschrijving minstens één leerjaar lager zit dan bij de leeftijd past.",
            "teller_omschrijving": "minstens één jaar vertraging op basis van geboortejaar",
            "noemer_omschrijving": "leerlingen van wie het leerjaar bepaald is (niet: kleuter, OKAN, buitengewoon, modulair)",
            "beperkingen": "Methodescholen zijn in deze gegevens niet herkenbaar.",
            "reeksbreuken": [
                "2019-2020 tot 2025-2026: modernisering van het secundair onderwijs",
                "2025-2026: duaal binnen 311 en zevende leerjaar"
            ],
            "artikel": "3, L120"
        },
        {
            "code": "okan_langer_dan_een_jaar",
            "naam": "Meer dan één schooljaar in OKAN",
            "familie": "okan_duur",
            "feit": "instroom",
            "populatie": "okan",
            "noemer": "volgend_schooljaar_voltooid",
            "teller": "okan_schooljaren >= 2",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["stadsfoto", "area_up"],
            "uitsplitsingen": ["geslacht", "nationaliteitsgroep", "instapmaand"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "eigen_school": {"niveaus": ["instelling"], "uitsplitsingen": [], "kruisingen": []},
            "meetmomenten": [],
            "vragen": ["QA-05", "QA-07"],
            "definitie": "Aandeel van de OKAN-starters dat in minstens twee schooljaren OKAN volgt.",
            "teller_omschrijving": "OKAN-inschrijving in twee of meer schooljaren",
            "noemer_omschrijving": "OKAN-starters van wie het volgende schooljaar voltooid is",
            "beperkingen": "Enkel de eerste AN-inschrijving is gedateerd; latere OKAN-jaren tellen per schooljaar.",
            "reeksbreuken": [],
            "artikel": "3, L115"
        },
        {
            "code": "okan_kort",
            "naam": "Korter dan een half schooljaar in OKAN",
            "familie": "okan_duur",
            "feit": "instroom",
            "populatie": "okan",
            "noemer": "an_dagen is not null",
            "teller": "an_dagen < 150",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["stadsfoto", "area_up"],
            "uitsplitsingen": ["geslacht", "nationaliteitsgroep"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QA-05"],
            "definitie": "Aandeel van de OKAN-starters met een eerste inschrijving van minder dan 150 dagen, juli en augustus niet meegeteld.",
            "teller_omschrijving": "minder dan 150 dagen tussen in- en uitschrijving",
            "noemer_omschrijving": "OKAN-starters met een gekende einddatum",
            "beperkingen": "Administratieve data; een einde op 31/08 is de standaard van het registratiesysteem.",
            "reeksbreuken": [],
            "artikel": "3, L115"
        },
        {
            "code": "vertraging",
            "naam": "Schoolse vertraging",
            "familie": "schoolse_vordering",
            "feit": "loopbaanjaar",
            "populatie": "alle",
            "noemer": "jaren_vertraging is not null",
            "teller": "jaren_vertraging >= 1",
            "klassen": "vertraging",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": [
                "onderwijsmonitor",
                "stadsfoto",
                "area_up",
                "schoolportretten",
                "early_warning"
            ],
            "uitsplitsingen": [
                "geslacht",
                "nationaliteitsgroep",
                "oki_klasse",
                "opleiding_moeder",
                "schooltoelage",
                "leeftijd_instap",
                "instapmaand",
                "hoofdstructuur"
            ],
            "kruisingen": [["geslacht", "nationaliteitsgroep"]],
            "onmogelijk": {"hoofdstructuur": ["kleuter_gewoon", "basis_buitengewoon", "so_buitengewoon"]},
            "niveaus": ["stad", "district", "wijk"],
            "eigen_school": {
                "niveaus": ["instelling", "vestigingsplaats"],
                "uitsplitsingen": ["geslacht"],
                "kruisingen": []
            },
            "meetmomenten": [],
            "vragen": ["QA-06", "QA-07", "QA-09", "QA-11", "QA-32"],
            "definitie": "Aandeel leerlingen dat op 1 februari minstens één leerjaar lager zit dan bij de leeftijd past (definitie van Statistiek Vlaanderen).",
            "teller_omschrijving": "minstens één jaar vertraging op basis van geboortejaar",
            "noemer_omschrijving": "leerlingen van wie het leerjaar bepaald is (niet: kleuter, OKAN, buitengewoon, modulair, zevende leerjaar)",
            "beperkingen": "Vertraging is niet altijd zittenblijven (late start, ziekte). Methodescholen zijn niet herkenbaar.",
            "reeksbreuken": [
                "2019-2020 tot 2025-2026: modernisering van het secundair onderwijs",
                "2025-2026: duaal binnen 311 en zevende leerjaar"
            ],
            "artikel": "3, L120"
        },
        {
            "code": "vertraging_2_plus",
            "naam": "Twee jaar schoolse vertraging of meer",
            "familie": "schoolse_vordering",
            "feit": "loopbaanjaar",
            "populatie": "alle",
            "noemer": "jaren_vertraging is not null",
            "teller": "jaren_vertraging >= 2",
            "klassen": "vertraging",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["onderwijsmonitor", "stadsfoto", "area_up"],
            "uitsplitsingen": ["geslacht", "nationaliteitsgroep", "leeftijd_instap", "hoofdstructuur"],
            "kruisingen": [],
            "onmogelijk": {"hoofdstructuur": ["kleuter_gewoon", "basis_buitengewoon", "so_buitengewoon"]},
            "niveaus": ["stad", "district"],
            "eigen_school": {"niveaus": ["instelling"], "uitsplitsingen": [], "kruisingen": []},
            "meetmomenten": [],
            "vragen": ["QA-09", "QA-11"],
            "definitie": "Aandeel leerlingen dat op 1 februari minstens twee leerjaren achter zit op de leeftijd.",
            "teller_omschrijving": "minstens twee jaar vertraging op basis van geboortejaar",
            "noemer_omschrijving": "leerlingen van wie het leerjaar bepaald is",
            "beperkingen": "Zie schoolse vertraging.",
            "reeksbreuken": [
                "2019-2020 tot 2025-2026: modernisering van het secundair onderwijs",
                "2025-2026: duaal binnen 311 en zevende leerjaar"
            ],
            "artikel": "3, L120"
        },
        {
            "code": "vertraging_herhaling",
            "naam": "Vertraging door zittenblijven",
            "familie": "schoolse_vordering",
            "feit": "loopbaanjaar",
            "populatie": "alle",
            "noemer": "jaren_herhaald is not null",
            "teller": "jaren_herhaald >= 1",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["onderwijsmonitor", "area_up"],
            "uitsplitsingen": ["geslacht", "nationaliteitsgroep", "leeftijd_instap", "instapmaand"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["stad", "district"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QA-09", "QA-15"],
            "definitie": "Aandeel leerlingen dat sinds de instap minstens één leerjaar overdeed.",
            "teller_omschrijving": "minstens één schooljaar zittenblijver sinds de instap",
            "noemer_omschrijving": "leerlingen van wie zittenblijven minstens één keer bepaald kon worden",
            "beperkingen": "Enkel wat in de gegevens zichtbaar is; herhaling in OKAN telt niet mee.",
            "reeksbreuken": [
                "2019-2020 tot 2025-2026: modernisering van het secundair onderwijs",
                "2025-2026: duaal binnen 311 en zevende leerjaar"
            ],
            "artikel": "3, L165"
        },
        {
            "code": "bijkomende_vertraging",
            "naam": "Bijkomende vertraging",
            "familie": "schoolse_vordering",
            "feit": "loopbaanjaar",
            "populatie": "alle",
            "noemer": "bijkomende_vertraging is not null",
            "teller": "bijkomende_vertraging",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["onderwijsmonitor", "area_up", "early_warning"],
            "uitsplitsingen": ["geslacht", "nationaliteitsgroep", "leeftijd_instap", "instapmaand"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["stad", "district"],
            "eigen_school": {"niveaus": ["instelling"], "uitsplitsingen": [], "kruisingen": []},
            "meetmomenten": [],
            "vragen": ["QA-06", "QA-16", "QA-32"],
            "definitie": "Aandeel leerlingen met meer schoolse vertraging dan in het vorige schooljaar waarin ze bepaald kon worden.",
            "teller_omschrijving": "vertraging groter dan bij de vorige bepaling",
            "noemer_omschrijving": "leerlingen met een bepaalde vertraging nu en in een vroeger schooljaar",
            "beperkingen": "Een tussenliggend jaar zonder bepaling is toegelaten.",
            "reeksbreuken": [
                "2019-2020 tot 2025-2026: modernisering van het secundair onderwijs",
                "2025-2026: duaal binnen 311 en zevende leerjaar"
            ],
            "artikel": "3, L166"
        },
        {
            "code": "zittenblijven",
            "naam": "Zittenblijven",
            "familie": "zittenblijven",
            "feit": "loopbaanjaar",
            "populatie": "alle",
            "noemer": "zittenblijver is not null",
            "teller": "zittenblijver",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": [
                "onderwijsmonitor",
                "stadsfoto",
                "area_up",
                "schoolportretten",
                "early_warning"
            ],
            "uitsplitsingen": [
                "geslacht",
                "nationaliteitsgroep",
                "oki_klasse",
                "opleiding_moeder",
                "schooltoelage",
                "leeftijd_instap",
                "instapmaand",
                "hoofdstructuur"
            ],
            "kruisingen": [],
            "onmogelijk": {
                "hoofdstructuur": ["kleuter_gewoon", "basis_buitengewoon", "so_deeltijds", "so_buitengewoon"]
            },
            "niveaus": ["stad", "district"],
            "eigen_school": {
                "niveaus": ["instelling", "vestigingsplaats"],
                "uitsplitsingen": ["geslacht"],
                "kruisingen": []
            },
            "meetmomenten": [],
            "vragen": ["QA-07", "QA-11", "QA-32"],
            "definitie": "Aandeel leerlingen dat op 1 februari in hetzelfde leerjaar zit als een schooljaar eerder.",
            "teller_omschrijving": "zelfde leerjaar als op 1 februari van het vorige schooljaar",
            "noemer_omschrijving": "leerlingen in gewoon lager of voltijds secundair in beide schooljaren",
            "beperkingen": "Berekend door de stad; het departement levert zittenblijven niet aan Antwerpen. De reden is onbekend.",
            "reeksbreuken": [
                "2019-2020 tot 2025-2026: modernisering van het secundair onderwijs",
                "2025-2026: duaal binnen 311 en zevende leerjaar"
            ],
            "artikel": "3, L165-166"
        },
        {
            "code": "herkleuteren",
            "naam": "Herkleuteren",
            "familie": "zittenblijven",
            "feit": "loopbaanjaar",
            "populatie": "alle",
            "noemer": "eerste_in_kleuter and leeftijd = 6 and hoofdstructuur_code in ('111', '121', '211', '221')",
            "teller": "hoofdstructuur_code in ('111', '121')",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["onderwijsmonitor", "stadsfoto"],
            "uitsplitsingen": ["geslacht", "nationaliteitsgroep"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["stad", "district"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QA-18"],
            "definitie": "Aandeel van de jongste anderstalige nieuwkomers dat in het jaar waarin ze zes worden plus één nog in het kleuteronderwijs zit.",
            "teller_omschrijving": "op 1 februari nog in het kleuteronderwijs",
            "noemer_omschrijving": "leerlingen die in het kleuteronderwijs instapten, met startjaar min geboortejaar gelijk aan 6",
            "beperkingen": "Een leeftijdsregel, omdat de kleuterjaren niet te onderscheiden zijn.",
            "reeksbreuken": ["2020-2021: leerplicht vanaf 5 jaar"],
            "artikel": "3, L168"
        },
        {
            "code": "waterval",
            "naam": "Waterval",
            "familie": "waterval",
            "feit": "loopbaanjaar",
            "populatie": "alle",
            "noemer": "waterval is not null",
            "teller": "waterval",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["stadsfoto", "area_up", "schoolportretten"],
            "uitsplitsingen": ["geslacht", "nationaliteitsgroep", "leeftijd_instap", "instapmaand"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["stad", "district"],
            "eigen_school": {"niveaus": ["instelling"], "uitsplitsingen": [], "kruisingen": []},
            "meetmomenten": [],
            "vragen": ["QA-07", "QA-17"],
            "definitie": "Aandeel leerlingen dat op een lagere trede van de ladder zit dan een schooljaar eerder (ladder onderwijsvorm, anders finaliteit, anders stroom).",
            "teller_omschrijving": "trede lager dan een schooljaar eerder",
            "noemer_omschrijving": "leerlingen met een trede op dezelfde ladder in beide schooljaren",
            "beperkingen": "Er bestaat geen officiële definitie; de ladder is een keuze van de stad. De overgang van eerste naar tweede graad wordt niet vergeleken.",
            "reeksbreuken": [
                "2021-2022: finaliteiten in de tweede graad",
                "2023-2024: finaliteiten in de derde graad"
            ],
            "artikel": "3, L167"
        },
        {
            "code": "schoolwissel_tijdens_jaar",
            "naam": "Schoolwissel tijdens het schooljaar",
            "familie": "schoolwissels",
            "feit": "overstap",
            "populatie": "vertrek",
            "noemer": "moment_soort = 'tijdens_jaar' and beide_in_stad and not structureel",
            "teller": "schoolwissel",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["stadsfoto", "area_up", "schoolportretten", "early_warning"],
            "uitsplitsingen": [
                "geslacht",
                "nationaliteitsgroep",
                "leeftijd_instap",
                "vertragingsklasse",
                "zitklasse"
            ],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["stad", "district"],
            "eigen_school": {
                "niveaus": ["instelling", "vestigingsplaats"],
                "uitsplitsingen": [],
                "kruisingen": []
            },
            "meetmomenten": ["01/02", "30/06"],
            "vragen": ["QA-12", "QA-15", "QA-21", "QA-32"],
            "definitie": "Aandeel leerlingen dat tussen twee meetmomenten van hetzelfde schooljaar naar een andere Antwerpse school overstapt.",
            "teller_omschrijving": "andere school in Antwerpen; hernummerde scholen tellen als dezelfde school",
            "noemer_omschrijving": "leerlingen die op beide meetmomenten in Antwerpen school lopen, zonder overgang naar een ander onderwijsniveau",
            "beperkingen": "Een wissel heen en terug tussen twee meetmomenten is onzichtbaar. De plaats is die van de school van vertrek.",
            "reeksbreuken": [],
            "artikel": "3, L152"
        },
        {
            "code": "schoolwissel_tussen_jaren",
            "naam": "Schoolwissel tussen twee schooljaren",
            "familie": "schoolwissels",
            "feit": "overstap",
            "populatie": "vertrek",
            "noemer": "moment_soort = 'tussen_jaren' and beide_in_stad and not structureel",
            "teller": "schoolwissel",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["stadsfoto", "area_up", "schoolportretten"],
            "uitsplitsingen": [
                "geslacht",
                "nationaliteitsgroep",
                "leeftijd_instap",
                "vertragingsklasse",
                "zitklasse"
            ],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["stad", "district"],
            "eigen_school": {"niveaus": ["instelling"], "uitsplitsingen": [], "kruisingen": []},
            "meetmomenten": ["01/10"],
            "vragen": ["QA-12", "QA-15"],
            "definitie": "Aandeel leerlingen dat tussen 30 juni en 1 oktober naar een andere Antwerpse school overstapt.",
            "teller_omschrijving": "andere school in Antwerpen; hernummerde scholen tellen als dezelfde school",
            "noemer_omschrijving": "leerlingen die op beide meetmomenten in Antwerpen school lopen, zonder overgang naar een ander onderwijsniveau",
            "beperkingen": "De plaats is die van de school van vertrek.",
            "reeksbreuken": [],
            "artikel": "3, L152"
        },
        {
            "code": "vestigingswissel",
            "naam": "Andere vestigingsplaats van dezelfde school",
            "familie": "schoolwissels",
            "feit": "overstap",
            "populatie": "vertrek",
            "noemer": "beide_in_stad and not structureel",
            "teller": "vestigingswissel",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["stadsfoto"],
            "uitsplitsingen": [],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["stad"],
            "eigen_school": null,
            "meetmomenten": ["01/10", "01/02", "30/06"],
            "vragen": ["QA-12"],
            "definitie": "Aandeel leerlingen dat binnen dezelfde school van vestigingsplaats verandert.",
            "teller_omschrijving": "zelfde instellingsnummer, ander intern volgnummer",
            "noemer_omschrijving": "leerlingen die op beide meetmomenten in Antwerpen school lopen, zonder overgang naar een ander onderwijsniveau",
            "beperkingen": "",
            "reeksbreuken": [],
            "artikel": "3, L152"
        },
        {
            "code": "uitstroom_stad",
            "naam": "Uitstroom naar een school buiten Antwerpen",
            "familie": "schoolwissels",
            "feit": "overstap",
            "populatie": "vertrek",
            "noemer": "van_in_stad",
            "teller": "uitstroom",
            "klassen": null,
            "overigen": "schoolwissel_tijdens_jaar",
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["stadsfoto", "area_up"],
            "uitsplitsingen": ["geslacht", "leeftijd_instap", "hoofdstructuur"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["stad", "district"],
            "eigen_school": {"niveaus": ["instelling"], "uitsplitsingen": [], "kruisingen": []},
            "meetmomenten": ["01/10", "01/02", "30/06"],
            "vragen": ["QA-13", "QA-30"],
            "definitie": "Aandeel leerlingen van Antwerpse scholen dat op het volgende meetmoment buiten Antwerpen (of onbekend) school loopt.",
            "teller_omschrijving": "vestigingsplaats leeg op het tweede meetmoment",
            "noemer_omschrijving": "leerlingen in Antwerpen op het eerste meetmoment en ingeschreven op het tweede",
            "beperkingen": "Een lege vestigingsplaats betekent buiten Antwerpen of onbekend. Wie Vlaanderen of het onderwijs verlaat, telt niet mee.",
            "reeksbreuken": [],
            "artikel": "3, L154"
        },
        {
            "code": "instroom_stad",
            "naam": "Instroom van een school buiten Antwerpen",
            "familie": "schoolwissels",
            "feit": "overstap",
            "populatie": "aankomst",
            "noemer": "naar_in_stad",
            "teller": "instroom",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["stadsfoto", "area_up"],
            "uitsplitsingen": ["geslacht", "leeftijd_instap", "hoofdstructuur"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["stad", "district"],
            "eigen_school": null,
            "meetmomenten": ["01/10", "01/02", "30/06"],
            "vragen": ["QA-04", "QA-13", "QA-30"],
            "definitie": "Aandeel leerlingen van Antwerpse scholen dat op het vorige meetmoment buiten Antwerpen (of onbekend) school liep.",
            "teller_omschrijving": "vestigingsplaats leeg op het eerste meetmoment",
            "noemer_omschrijving": "leerlingen in Antwerpen op het tweede meetmoment en ingeschreven op het eerste",
            "beperkingen": "Een lege vestigingsplaats betekent buiten Antwerpen of onbekend.",
            "reeksbreuken": [],
            "artikel": "3, L153"
        },
        {
            "code": "schoolwissel_met_groepswissel",
            "naam": "Schoolwissel met verandering van administratieve groep",
            "familie": "schoolwissels",
            "feit": "overstap",
            "populatie": "wisselaars",
            "noemer": "moment_soort = 'tijdens_jaar'",
            "teller": "groepswissel",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["stadsfoto"],
            "uitsplitsingen": ["geslacht", "vertragingsklasse"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["stad"],
            "eigen_school": null,
            "meetmomenten": ["01/02", "30/06"],
            "vragen": ["QA-14", "QA-21"],
            "definitie": "Aandeel van de schoolwissels tijdens het schooljaar waarbij ook de administratieve groep verandert.",
            "teller_omschrijving": "andere administratieve groep op het tweede meetmoment",
            "noemer_omschrijving": "schoolwissels tijdens het schooljaar",
            "beperkingen": "",
            "reeksbreuken": [],
            "artikel": "3, L164"
        },
        {
            "code": "schoolwissel_met_studiewissel",
            "naam": "Schoolwissel met verandering van studierichting",
            "familie": "schoolwissels",
            "feit": "overstap",
            "populatie": "wisselaars",
            "noemer": "moment_soort = 'tussen_jaren' and studiewissel is not null",
            "teller": "studiewissel",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["stadsfoto"],
            "uitsplitsingen": ["geslacht"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["stad"],
            "eigen_school": null,
            "meetmomenten": ["01/10"],
            "vragen": ["QA-14"],
            "definitie": "Aandeel van de schoolwissels tussen twee schooljaren waarbij ook de studierichting verandert.",
            "teller_omschrijving": "andere studierichting op het tweede meetmoment",
            "noemer_omschrijving": "schoolwissels tussen twee schooljaren met gekende studierichtingen",
            "beperkingen": "",
            "reeksbreuken": [],
            "artikel": "3, L164"
        },
        {
            "code": "onderwijsvormwissel",
            "naam": "Verandering van onderwijsvorm tijdens het schooljaar",
            "familie": "schoolwissels",
            "feit": "overstap",
            "populatie": "vertrek",
            "noemer": "moment_soort = 'tijdens_jaar' and onderwijsvormwissel is not null",
            "teller": "onderwijsvormwissel",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["stadsfoto", "area_up"],
            "uitsplitsingen": ["geslacht", "nationaliteitsgroep"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["stad"],
            "eigen_school": null,
            "meetmomenten": ["01/02", "30/06"],
            "vragen": ["QA-21"],
            "definitie": "Aandeel leerlingen in het secundair dat tijdens het schooljaar van onderwijsvorm verandert.",
            "teller_omschrijving": "andere onderwijsvorm op het tweede meetmoment",
            "noemer_omschrijving": "leerlingen in het secundair met een gekende onderwijsvorm op beide meetmomenten",
            "beperkingen": "",
            "reeksbreuken": [
                "2019-2020 tot 2025-2026: modernisering van het secundair onderwijs",
                "2025-2026: duaal binnen 311 en zevende leerjaar"
            ],
            "artikel": "3, L178"
        },
        {
            "code": "overgang_a_stroom",
            "naam": "Overgang naar de A-stroom",
            "familie": "overgangen",
            "feit": "overgang_so",
            "populatie": "alle",
            "noemer": "true",
            "teller": "bestemming = 'a_stroom'",
            "klassen": "bestemming",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["onderwijsmonitor", "stadsfoto", "schoolportretten"],
            "uitsplitsingen": ["geslacht", "nationaliteitsgroep"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["stad"],
            "eigen_school": {"niveaus": ["instelling"], "uitsplitsingen": [], "kruisingen": []},
            "meetmomenten": [],
            "vragen": ["QA-19", "QA-30"],
            "definitie": "Aandeel van wie naar het secundair gaat en in de A-stroom van de eerste graad start.",
            "teller_omschrijving": "eerste graad, A-stroom",
            "noemer_omschrijving": "leerlingen op 1 februari voor het eerst in het secundair en een schooljaar eerder in het basisonderwijs",
            "beperkingen": "De plaats is die van de school van aankomst.",
            "reeksbreuken": [],
            "artikel": "3, L169"
        },
        {
            "code": "overgang_b_stroom",
            "naam": "Overgang naar de B-stroom",
            "familie": "overgangen",
            "feit": "overgang_so",
            "populatie": "alle",
            "noemer": "true",
            "teller": "bestemming = 'b_stroom'",
            "klassen": "bestemming",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["onderwijsmonitor", "stadsfoto", "schoolportretten"],
            "uitsplitsingen": ["geslacht", "nationaliteitsgroep"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["stad"],
            "eigen_school": {"niveaus": ["instelling"], "uitsplitsingen": [], "kruisingen": []},
            "meetmomenten": [],
            "vragen": ["QA-19", "QA-30"],
            "definitie": "Aandeel van wie naar het secundair gaat en in de B-stroom van de eerste graad start.",
            "teller_omschrijving": "eerste graad, B-stroom",
            "noemer_omschrijving": "zie overgang naar de A-stroom",
            "beperkingen": "De plaats is die van de school van aankomst.",
            "reeksbreuken": [],
            "artikel": "3, L169"
        },
        {
            "code": "overgang_buitengewoon",
            "naam": "Overgang naar het buitengewoon secundair",
            "familie": "overgangen",
            "feit": "overgang_so",
            "populatie": "alle",
            "noemer": "true",
            "teller": "bestemming = 'buitengewoon'",
            "klassen": "bestemming",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["stadsfoto"],
            "uitsplitsingen": ["geslacht"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["stad"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QA-19"],
            "definitie": "Aandeel van wie naar het secundair gaat en in het buitengewoon onderwijs start.",
            "teller_omschrijving": "buitengewoon secundair onderwijs",
            "noemer_omschrijving": "zie overgang naar de A-stroom",
            "beperkingen": "",
            "reeksbreuken": [],
            "artikel": "3, L169"
        },
        {
            "code": "okan_naar_b_strikt",
            "naam": "Van OKAN naar de B-stroom (eerste graad)",
            "familie": "overgangen",
            "feit": "okan_uitstroom",
            "populatie": "alle",
            "noemer": "true",
            "teller": "vervolg = 'b_stroom'",
            "klassen": "vervolg",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["onderwijsmonitor", "stadsfoto"],
            "uitsplitsingen": ["geslacht", "nationaliteitsgroep"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["stad"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QA-20", "QA-30"],
            "definitie": "Aandeel van de OKAN-verlaters dat in de B-stroom van de eerste graad start.",
            "teller_omschrijving": "eerste graad, B-stroom",
            "noemer_omschrijving": "leerlingen met een eerste inschrijving buiten OKAN na hun laatste OKAN-inschrijving",
            "beperkingen": "Wie OKAN op 16 jaar of later verlaat, stapt meestal in een hogere graad in.",
            "reeksbreuken": ["2015-2016: eerste schooljaar, links afgesneden"],
            "artikel": "3, L170"
        },
        {
            "code": "okan_naar_b_ruim",
            "naam": "Van OKAN naar B-stroom, bso of deeltijds",
            "familie": "overgangen",
            "feit": "okan_uitstroom",
            "populatie": "alle",
            "noemer": "true",
            "teller": "vervolg in ('b_stroom', 'bso', 'dbso')",
            "klassen": "vervolg",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["onderwijsmonitor", "stadsfoto"],
            "uitsplitsingen": ["geslacht", "nationaliteitsgroep"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["stad"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QA-20", "QA-30"],
            "definitie": "Aandeel van de OKAN-verlaters dat in de B-stroom, het bso of het deeltijds onderwijs start.",
            "teller_omschrijving": "B-stroom, bso (of finaliteit arbeidsmarkt), deeltijds, duaal of leertijd",
            "noemer_omschrijving": "zie van OKAN naar de B-stroom (eerste graad)",
            "beperkingen": "",
            "reeksbreuken": ["2015-2016: eerste schooljaar, links afgesneden"],
            "artikel": "3, L170"
        },
        {
            "code": "okan_naar_buitengewoon",
            "naam": "Van OKAN naar het buitengewoon secundair",
            "familie": "overgangen",
            "feit": "okan_uitstroom",
            "populatie": "alle",
            "noemer": "true",
            "teller": "vervolg = 'buitengewoon'",
            "klassen": "vervolg",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["stadsfoto"],
            "uitsplitsingen": ["geslacht"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["stad"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QA-19"],
            "definitie": "Aandeel van de OKAN-verlaters dat in het buitengewoon secundair onderwijs start.",
            "teller_omschrijving": "buitengewoon secundair onderwijs",
            "noemer_omschrijving": "zie van OKAN naar de B-stroom (eerste graad)",
            "beperkingen": "",
            "reeksbreuken": ["2015-2016: eerste schooljaar, links afgesneden"],
            "artikel": "3, L169"
        },
        {
            "code": "okan_naar_a_stroom",
            "naam": "Van OKAN naar de A-stroom (eerste graad)",
            "familie": "overgangen",
            "feit": "okan_uitstroom",
            "populatie": "alle",
            "noemer": "true",
            "teller": "vervolg = 'a_stroom'",
            "klassen": "vervolg",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["stadsfoto"],
            "uitsplitsingen": [],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["stad"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QA-20", "QA-30"],
            "definitie": "Aandeel van de OKAN-verlaters dat in de A-stroom van de eerste graad start.",
            "teller_omschrijving": "de A-stroom van de eerste graad",
            "noemer_omschrijving": "zie van OKAN naar de B-stroom (eerste graad)",
            "beperkingen": "",
            "reeksbreuken": ["2015-2016: eerste schooljaar, links afgesneden"],
            "artikel": "3, L170"
        },
        {
            "code": "okan_naar_aso_tso_kso",
            "naam": "Van OKAN naar aso, tso of kso",
            "familie": "overgangen",
            "feit": "okan_uitstroom",
            "populatie": "alle",
            "noemer": "true",
            "teller": "vervolg in ('aso', 'tso_kso')",
            "klassen": "vervolg",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["stadsfoto"],
            "uitsplitsingen": [],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["stad"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QA-20", "QA-30"],
            "definitie": "Aandeel van de OKAN-verlaters dat in aso, tso of kso (of finaliteit doorstroom of dubbel) start.",
            "teller_omschrijving": "aso, tso of kso (of finaliteit doorstroom of dubbel)",
            "noemer_omschrijving": "zie van OKAN naar de B-stroom (eerste graad)",
            "beperkingen": "",
            "reeksbreuken": ["2015-2016: eerste schooljaar, links afgesneden"],
            "artikel": "3, L170"
        },
        {
            "code": "okan_naar_bso",
            "naam": "Van OKAN naar bso",
            "familie": "overgangen",
            "feit": "okan_uitstroom",
            "populatie": "alle",
            "noemer": "true",
            "teller": "vervolg = 'bso'",
            "klassen": "vervolg",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["stadsfoto"],
            "uitsplitsingen": [],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["stad"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QA-20", "QA-30"],
            "definitie": "Aandeel van de OKAN-verlaters dat in bso (of finaliteit arbeidsmarkt) start.",
            "teller_omschrijving": "bso (of finaliteit arbeidsmarkt)",
            "noemer_omschrijving": "zie van OKAN naar de B-stroom (eerste graad)",
            "beperkingen": "",
            "reeksbreuken": ["2015-2016: eerste schooljaar, links afgesneden"],
            "artikel": "3, L170"
        },
        {
            "code": "okan_naar_dbso",
            "naam": "Van OKAN naar deeltijds, duaal of leertijd",
            "familie": "overgangen",
            "feit": "okan_uitstroom",
            "populatie": "alle",
            "noemer": "true",
            "teller": "vervolg = 'dbso'",
            "klassen": "vervolg",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["stadsfoto"],
            "uitsplitsingen": [],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["stad"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QA-20", "QA-30"],
            "definitie": "Aandeel van de OKAN-verlaters dat in deeltijds onderwijs, duaal leren of leertijd start.",
            "teller_omschrijving": "deeltijds onderwijs, duaal leren of leertijd",
            "noemer_omschrijving": "zie van OKAN naar de B-stroom (eerste graad)",
            "beperkingen": "",
            "reeksbreuken": ["2015-2016: eerste schooljaar, links afgesneden"],
            "artikel": "3, L170"
        },
        {
            "code": "geen_a_attest",
            "naam": "Geen A-attest",
            "familie": "attesten",
            "feit": "uitkomst",
            "populatie": "alle",
            "noemer": "hoofdstructuur_code = '311' and is_okan is not true and is_modulair is not true and cluster_orienteringsattest in ('A', 'B', 'C')",
            "teller": "cluster_orienteringsattest in ('B', 'C')",
            "klassen": "attest",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": [
                "onderwijsmonitor",
                "stadsfoto",
                "area_up",
                "schoolportretten",
                "early_warning"
            ],
            "uitsplitsingen": [
                "geslacht",
                "nationaliteitsgroep",
                "oki_klasse",
                "opleiding_moeder",
                "leeftijd_instap",
                "vertragingsklasse"
            ],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["stad", "district"],
            "eigen_school": {"niveaus": ["instelling"], "uitsplitsingen": ["geslacht"], "kruisingen": []},
            "meetmomenten": [],
            "vragen": ["QA-11", "QA-22", "QA-32"],
            "definitie": "Aandeel leerlingen in het gewoon voltijds secundair met een B- of C-attest op 30 juni.",
            "teller_omschrijving": "oriënteringsattest B of C",
            "noemer_omschrijving": "leerlingen met een attest A, B of C (niet in OKAN, niet modulair)",
            "beperkingen": "Na 1A en 1B bestaat geen B-attest meer sinds de modernisering.",
            "reeksbreuken": ["2019-2020: geen B-attest meer na het eerste leerjaar", "2019-2020: COVID-19"],
            "artikel": "3, L183"
        },
        {
            "code": "c_attest",
            "naam": "C-attest",
            "familie": "attesten",
            "feit": "uitkomst",
            "populatie": "alle",
            "noemer": "hoofdstructuur_code = '311' and is_okan is not true and is_modulair is not true and cluster_orienteringsattest in ('A', 'B', 'C')",
            "teller": "cluster_orienteringsattest = 'C'",
            "klassen": "attest",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["onderwijsmonitor", "stadsfoto", "area_up"],
            "uitsplitsingen": ["geslacht", "nationaliteitsgroep"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["stad"],
            "eigen_school": {"niveaus": ["instelling"], "uitsplitsingen": [], "kruisingen": []},
            "meetmomenten": [],
            "vragen": ["QA-22"],
            "definitie": "Aandeel leerlingen in het gewoon voltijds secundair met een C-attest op 30 juni.",
            "teller_omschrijving": "oriënteringsattest C",
            "noemer_omschrijving": "leerlingen met een attest A, B of C (niet in OKAN, niet modulair)",
            "beperkingen": "",
            "reeksbreuken": ["2019-2020: COVID-19"],
            "artikel": "3, L183"
        },
        {
            "code": "kwalificatie_buiten_voltijds",
            "naam": "Kwalificatie buiten het gewoon voltijds secundair",
            "familie": "attesten",
            "feit": "uitkomst",
            "populatie": "alle",
            "noemer": "hoofdstructuur_code in ('312', '313', '315', '321')",
            "teller": "kwalificerend",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["stadsfoto", "area_up"],
            "uitsplitsingen": ["geslacht", "hoofdstructuur"],
            "kruisingen": [],
            "onmogelijk": {
                "hoofdstructuur": ["kleuter_gewoon", "lager_gewoon", "basis_buitengewoon", "so_voltijds"]
            },
            "niveaus": ["stad"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QA-23"],
            "definitie": "Aandeel leerlingen in het deeltijds, duaal of buitengewoon secundair dat in het schooljaar een kwalificerend studiebewijs behaalt.",
            "teller_omschrijving": "een van de zes kwalificerende studiebewijzen",
            "noemer_omschrijving": "leerlingen in hoofdstructuur 312, 313, 315 of 321 op 30 juni",
            "beperkingen": "",
            "reeksbreuken": ["2025-2026: duaal binnen 311", "2026-2027: 312 en 315 opnieuw gesplitst"],
            "artikel": "3, L183"
        },
        {
            "code": "kwalificatie_zevende_of_zesde",
            "naam": "Kwalificatie in het laatste leerjaar",
            "familie": "attesten",
            "feit": "uitkomst",
            "populatie": "alle",
            "noemer": "hoofdstructuur_code = '311' and graad = 3 and leerjaar >= 2 and is_okan is not true and is_modulair is not true",
            "teller": "kwalificerend",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["onderwijsmonitor", "stadsfoto", "area_up"],
            "uitsplitsingen": ["geslacht", "nationaliteitsgroep", "leeftijd_instap"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["stad"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QA-23"],
            "definitie": "Aandeel leerlingen in het tweede of derde leerjaar van de derde graad dat een kwalificerend studiebewijs behaalt.",
            "teller_omschrijving": "een van de zes kwalificerende studiebewijzen",
            "noemer_omschrijving": "leerlingen in 311, derde graad, tweede of derde leerjaar",
            "beperkingen": "",
            "reeksbreuken": ["2025-2026: zevende leerjaar hervormd"],
            "artikel": "3, L183"
        },
        {
            "code": "vsv",
            "naam": "Vroegtijdig schoolverlaten",
            "familie": "vsv",
            "feit": "vsv",
            "populatie": "alle",
            "noemer": "true",
            "teller": "vsv",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["onderwijsmonitor", "stadsfoto", "area_up"],
            "uitsplitsingen": [
                "geslacht",
                "nationaliteitsgroep",
                "oki_klasse",
                "opleiding_moeder",
                "leeftijd_instap",
                "locatie",
                "onderwijsvorm_laatst",
                "vervolg_okan",
                "wisselklasse"
            ],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "district"],
            "eigen_school": {"niveaus": ["instelling"], "uitsplitsingen": [], "kruisingen": []},
            "meetmomenten": [],
            "vragen": ["QA-24", "QA-25", "QA-26", "QA-27", "QA-28"],
            "definitie": "Aandeel vroegtijdige schoolverlaters onder de anderstalige nieuwkomers die de school verlieten (administratieve indicator van het departement).",
            "teller_omschrijving": "vroegtijdig schoolverlater J",
            "noemer_omschrijving": "leerlingen van bestand 11c, J en N samen",
            "beperkingen": "Nooit de enquête-indicator. Jaren zijn enkel binnen één levering vergelijkbaar. De plaats is die van de laatst gekende inschrijving.",
            "reeksbreuken": ["2015-2016: links afgesneden loopbanen"],
            "artikel": "3, L205"
        },
        {
            "code": "vroegsignaal",
            "naam": "Verhoogde kans op vroegtijdig schoolverlaten",
            "familie": "vroegsignaal",
            "feit": "vroegsignaal",
            "populatie": "alle",
            "noemer": "beoordeeld",
            "teller": "verhoogd",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["early_warning"],
            "uitsplitsingen": [],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": [],
            "eigen_school": {
                "niveaus": ["instelling"],
                "uitsplitsingen": ["leerjaargroep", "oki_klasse", "opleiding_moeder", "vertragingsklasse"],
                "kruisingen": [["leerjaargroep", "oki_klasse"], ["leerjaargroep", "vertragingsklasse"]]
            },
            "meetmomenten": [],
            "vragen": ["QA-32"],
            "definitie": "Aandeel van een groep leerlingen met een geschatte kans op vroegtijdig schoolverlaten, in dit of het volgende schooljaar, van minstens twee keer het aandeel in eerdere jaren. Het model en zijn coëfficiënten staan in de modelkaart.",
            "teller_omschrijving": "geschatte kans op of boven de drempel van het model",
            "noemer_omschrijving": "anderstalige nieuwkomers van 15 jaar of ouder in het gewoon secundair onderwijs (met deeltijds, duaal en leertijd) op 1 februari van het jongste schooljaar",
            "beperkingen": "Piloot. Een groep, nooit een leerling: per leerling bestaat er geen score. Samenhang, geen oorzaak. Spijbelen en kleuterparticipatie worden niet geleverd en tellen niet mee.",
            "reeksbreuken": [],
            "artikel": "2, L76"
        }
    ],
    "eigen_school": {
        "niveaus": [
            {"niveau": "vestigingsplaats", "kolom": "vestigingsplaats"},
            {"niveau": "instelling", "kolom": "instellingsnummer"}
        ],
        "schooljaren": 5,
        "vergelijking": {
            "onderwijs": [
                {
                    "code": "basis",
                    "naam": "gewoon basisonderwijs",
                    "hoofdstructuren": ["111", "211"]
                },
                {
                    "code": "bubao",
                    "naam": "buitengewoon basisonderwijs",
                    "hoofdstructuren": ["121", "221"]
                },
                {
                    "code": "so",
                    "naam": "gewoon voltijds secundair onderwijs",
                    "hoofdstructuren": ["311"]
                },
                {
                    "code": "deeltijds",
                    "naam": "deeltijds, duaal en leertijd",
                    "hoofdstructuren": ["312", "313", "315"]
                },
                {
                    "code": "buso",
                    "naam": "buitengewoon secundair onderwijs",
                    "hoofdstructuren": ["321"]
                }
            ],
            "omvang": {"indicator": "an_leerlingen", "meetmoment": "01/02", "grenzen": [25, 75]},
            "omschrijving": "minstens drie andere scholen met hetzelfde soort onderwijs en een vergelijkbaar aantal anderstalige nieuwkomers, van een ander schoolbestuur en een andere scholengemeenschap"
        }
    }
}
{% endraw %}{% endset %}
{{ return(fromjson(inhoud)) }}
{% endmacro %}
