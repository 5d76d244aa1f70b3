{#- Generated from protocols/gent.yml by `leerloopbaan protocol generate`: do not edit. -#}
{% macro register_gent() %}
{% set inhoud %}{% raw %}
{
    "stad": "gent",
    "protocolversie": "2020-08-27",
    "registerversie": 1,
    "bronvermelding": "Bron: Agentschap voor Onderwijsdiensten (AGODI) en Departement Onderwijs en Vorming (DOV), verwerking Stad Gent, onder het protocol van 27/08/2020",
    "geldigheid": [["2020-08-27", null]],
    "eerste_schooljaar": "2015-2016",
    "sleutelbereik": "binnen_schooljaar",
    "drempels": {
        "minimum_getoond": 6,
        "nul_onderdrukken": true,
        "min_scholen": 3,
        "min_besturen": 2,
        "max_aandeel_grootste_school": 0.8,
        "gevoelig_min_pct": 5.0,
        "gevoelig_max_pct": 95.0,
        "school_niveau": "verboden",
        "toelichting": "De tekst spreekt zichzelf tegen: \"5 of minder\" wordt niet weergegeven (considerans D) en \"minder dan 5\" wordt niet gepubliceerd (artikel 3). De strengste lezing geldt overal: 0 tot 5 worden onderdrukt, het eerste getoonde aantal is 6."
    },
    "tabellen": {
        "leerlingen_0102": {
            "tabel": "leerlingen_0102",
            "meetmoment": "01/02",
            "schooljaar_kolom": "schooljaar",
            "sleutel": ["schooljaar", "aim_code"],
            "velden": [
                {
                    "naam": "aim_code",
                    "kolom": "leerling_id",
                    "type": "code",
                    "data_type": "varchar",
                    "verplicht": true,
                    "persoonssleutel": true
                },
                {
                    "naam": "dom_postnummer",
                    "kolom": "dom_postnummer",
                    "type": "code",
                    "data_type": "varchar",
                    "verplicht": false
                },
                {
                    "naam": "dom_gemeente",
                    "kolom": "dom_gemeente",
                    "type": "tekst",
                    "data_type": "varchar",
                    "verplicht": false
                },
                {
                    "naam": "dom_statsector",
                    "kolom": "dom_statsector",
                    "type": "statsector",
                    "data_type": "varchar",
                    "verplicht": false
                },
                {
                    "naam": "dom_landcode",
                    "kolom": "dom_landcode",
                    "type": "code",
                    "data_type": "varchar",
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
                    "naam": "nationaliteit_code",
                    "kolom": "nationaliteit_code",
                    "type": "code",
                    "data_type": "varchar",
                    "verplicht": true,
                    "waarden": ["onbekend"]
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
                    "naam": "schooljaar",
                    "kolom": "schooljaar",
                    "type": "schooljaar",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "jaren_schoolse_vordering",
                    "kolom": "jaren_schoolse_vordering",
                    "type": "geheel",
                    "data_type": "integer",
                    "verplicht": false
                },
                {
                    "naam": "is_zittenblijver",
                    "kolom": "is_zittenblijver",
                    "type": "keuze",
                    "data_type": "varchar",
                    "verplicht": false,
                    "waarden": ["ja", "nee", "onbepaald"]
                },
                {
                    "naam": "instellingsnummer",
                    "kolom": "instellingsnummer",
                    "type": "instellingsnummer",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "instelling_naam",
                    "kolom": "instelling_naam",
                    "type": "tekst",
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
                    "naam": "vpl_postnummer",
                    "kolom": "vpl_postnummer",
                    "type": "code",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "vpl_gemeente",
                    "kolom": "vpl_gemeente",
                    "type": "tekst",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "vpl_straat_nr",
                    "kolom": "vpl_straat_nr",
                    "type": "tekst",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "vpl_statsector",
                    "kolom": "vpl_statsector",
                    "type": "statsector",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "inrichtende_macht",
                    "kolom": "inrichtende_macht",
                    "type": "code",
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
                    "naam": "onderwijsvorm",
                    "kolom": "onderwijsvorm",
                    "type": "keuze",
                    "data_type": "varchar",
                    "verplicht": false,
                    "waarden": ["ASO", "TSO", "KSO", "BSO", "GSO", "HBO"]
                },
                {
                    "naam": "is_okan",
                    "kolom": "is_okan",
                    "type": "janee",
                    "data_type": "boolean",
                    "verplicht": true
                },
                {
                    "naam": "administratieve_groep_code",
                    "kolom": "administratieve_groep_code",
                    "type": "code",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "administratieve_groep_naam",
                    "kolom": "administratieve_groep_naam",
                    "type": "tekst",
                    "data_type": "varchar",
                    "verplicht": true
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
                    "naam": "pedagogische_methode",
                    "kolom": "pedagogische_methode",
                    "type": "keuze",
                    "data_type": "varchar",
                    "verplicht": false,
                    "waarden": [
                        "klassiek",
                        "freinet",
                        "steiner",
                        "montessori",
                        "dalton",
                        "jenaplan",
                        "ervaringsgericht"
                    ]
                },
                {
                    "naam": "vj_instellingsnummer",
                    "kolom": "vj_instellingsnummer",
                    "type": "instellingsnummer",
                    "data_type": "varchar",
                    "verplicht": false
                },
                {
                    "naam": "vj_intern_volgnummer",
                    "kolom": "vj_intern_volgnummer",
                    "type": "volgnummer",
                    "data_type": "varchar",
                    "verplicht": false
                },
                {
                    "naam": "vj_vpl_naam",
                    "kolom": "vj_vpl_naam",
                    "type": "tekst",
                    "data_type": "varchar",
                    "verplicht": false
                },
                {
                    "naam": "vj_administratieve_groep_code",
                    "kolom": "vj_administratieve_groep_code",
                    "type": "code",
                    "data_type": "varchar",
                    "verplicht": false
                },
                {
                    "naam": "vj_administratieve_groep_naam",
                    "kolom": "vj_administratieve_groep_naam",
                    "type": "tekst",
                    "data_type": "varchar",
                    "verplicht": false
                },
                {
                    "naam": "type_buitengewoon",
                    "kolom": "type_buitengewoon",
                    "type": "keuze",
                    "data_type": "varchar",
                    "verplicht": false,
                    "waarden": ["BA", "1", "2", "3", "4", "5", "6", "7", "8", "9"]
                },
                {
                    "naam": "opleidingsvorm",
                    "kolom": "opleidingsvorm",
                    "type": "keuze",
                    "data_type": "varchar",
                    "verplicht": false,
                    "waarden": ["1", "2", "3", "4"]
                },
                {
                    "naam": "gezinstaal_nederlands",
                    "kolom": "ind_thuistaal",
                    "type": "janee",
                    "data_type": "boolean",
                    "verplicht": true,
                    "kansarm_waarde": "N"
                },
                {
                    "naam": "moeder_diploma_so",
                    "kolom": "ind_opleiding_moeder",
                    "type": "janee",
                    "data_type": "boolean",
                    "verplicht": true,
                    "kansarm_waarde": "N"
                },
                {
                    "naam": "schooltoelage",
                    "kolom": "ind_schooltoelage",
                    "type": "janee",
                    "data_type": "boolean",
                    "verplicht": true,
                    "kansarm_waarde": "J"
                },
                {
                    "naam": "buurt_schoolse_vertraging",
                    "kolom": "ind_buurt",
                    "type": "janee",
                    "data_type": "boolean",
                    "verplicht": true,
                    "kansarm_waarde": "J"
                }
            ]
        },
        "leerlingen_3006": {
            "tabel": "leerlingen_3006",
            "meetmoment": "30/06",
            "schooljaar_kolom": "schooljaar",
            "sleutel": ["schooljaar", "aim_code"],
            "velden": [
                {
                    "naam": "aim_code",
                    "kolom": "leerling_id",
                    "type": "code",
                    "data_type": "varchar",
                    "verplicht": true,
                    "persoonssleutel": true
                },
                {
                    "naam": "dom_postnummer",
                    "kolom": "dom_postnummer",
                    "type": "code",
                    "data_type": "varchar",
                    "verplicht": false
                },
                {
                    "naam": "dom_gemeente",
                    "kolom": "dom_gemeente",
                    "type": "tekst",
                    "data_type": "varchar",
                    "verplicht": false
                },
                {
                    "naam": "dom_statsector",
                    "kolom": "dom_statsector",
                    "type": "statsector",
                    "data_type": "varchar",
                    "verplicht": false
                },
                {
                    "naam": "dom_landcode",
                    "kolom": "dom_landcode",
                    "type": "code",
                    "data_type": "varchar",
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
                    "naam": "nationaliteit_code",
                    "kolom": "nationaliteit_code",
                    "type": "code",
                    "data_type": "varchar",
                    "verplicht": true,
                    "waarden": ["onbekend"]
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
                    "naam": "schooljaar",
                    "kolom": "schooljaar",
                    "type": "schooljaar",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "jaren_schoolse_vordering",
                    "kolom": "jaren_schoolse_vordering",
                    "type": "geheel",
                    "data_type": "integer",
                    "verplicht": false
                },
                {
                    "naam": "is_zittenblijver",
                    "kolom": "is_zittenblijver",
                    "type": "keuze",
                    "data_type": "varchar",
                    "verplicht": false,
                    "waarden": ["ja", "nee", "onbepaald"]
                },
                {
                    "naam": "instellingsnummer",
                    "kolom": "instellingsnummer",
                    "type": "instellingsnummer",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "instelling_naam",
                    "kolom": "instelling_naam",
                    "type": "tekst",
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
                    "naam": "vpl_postnummer",
                    "kolom": "vpl_postnummer",
                    "type": "code",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "vpl_gemeente",
                    "kolom": "vpl_gemeente",
                    "type": "tekst",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "vpl_straat_nr",
                    "kolom": "vpl_straat_nr",
                    "type": "tekst",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "vpl_statsector",
                    "kolom": "vpl_statsector",
                    "type": "statsector",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "inrichtende_macht",
                    "kolom": "inrichtende_macht",
                    "type": "code",
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
                    "naam": "onderwijsvorm",
                    "kolom": "onderwijsvorm",
                    "type": "keuze",
                    "data_type": "varchar",
                    "verplicht": false,
                    "waarden": ["ASO", "TSO", "KSO", "BSO", "GSO", "HBO"]
                },
                {
                    "naam": "is_okan",
                    "kolom": "is_okan",
                    "type": "janee",
                    "data_type": "boolean",
                    "verplicht": true
                },
                {
                    "naam": "administratieve_groep_code",
                    "kolom": "administratieve_groep_code",
                    "type": "code",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "administratieve_groep_naam",
                    "kolom": "administratieve_groep_naam",
                    "type": "tekst",
                    "data_type": "varchar",
                    "verplicht": true
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
                    "naam": "pedagogische_methode",
                    "kolom": "pedagogische_methode",
                    "type": "keuze",
                    "data_type": "varchar",
                    "verplicht": false,
                    "waarden": [
                        "klassiek",
                        "freinet",
                        "steiner",
                        "montessori",
                        "dalton",
                        "jenaplan",
                        "ervaringsgericht"
                    ]
                },
                {
                    "naam": "type_buitengewoon",
                    "kolom": "type_buitengewoon",
                    "type": "keuze",
                    "data_type": "varchar",
                    "verplicht": false,
                    "waarden": ["BA", "1", "2", "3", "4", "5", "6", "7", "8", "9"]
                },
                {
                    "naam": "opleidingsvorm",
                    "kolom": "opleidingsvorm",
                    "type": "keuze",
                    "data_type": "varchar",
                    "verplicht": false,
                    "waarden": ["1", "2", "3", "4"]
                },
                {
                    "naam": "gezinstaal_nederlands",
                    "kolom": "ind_thuistaal",
                    "type": "janee",
                    "data_type": "boolean",
                    "verplicht": true,
                    "kansarm_waarde": "N"
                },
                {
                    "naam": "moeder_diploma_so",
                    "kolom": "ind_opleiding_moeder",
                    "type": "janee",
                    "data_type": "boolean",
                    "verplicht": true,
                    "kansarm_waarde": "N"
                },
                {
                    "naam": "schooltoelage",
                    "kolom": "ind_schooltoelage",
                    "type": "janee",
                    "data_type": "boolean",
                    "verplicht": true,
                    "kansarm_waarde": "J"
                },
                {
                    "naam": "buurt_schoolse_vertraging",
                    "kolom": "ind_buurt",
                    "type": "janee",
                    "data_type": "boolean",
                    "verplicht": true,
                    "kansarm_waarde": "J"
                },
                {
                    "naam": "halve_dagen_aanwezig",
                    "kolom": "halve_dagen_aanwezig",
                    "type": "geheel",
                    "data_type": "integer",
                    "verplicht": false
                },
                {
                    "naam": "afw_b",
                    "kolom": "afw_b",
                    "type": "geheel_of_band",
                    "data_type": "varchar",
                    "verplicht": false
                },
                {
                    "naam": "afw_z",
                    "kolom": "afw_z",
                    "type": "geheel_of_band",
                    "data_type": "varchar",
                    "verplicht": false
                },
                {
                    "naam": "afw_m",
                    "kolom": "afw_m",
                    "type": "geheel_of_band",
                    "data_type": "varchar",
                    "verplicht": false
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
                    "naam": "deelgemeente_code",
                    "kolom": "deelgemeente_code",
                    "type": "code",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "deelgemeente_naam",
                    "kolom": "deelgemeente_naam",
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
        "ref_statsectoren": {
            "tabel": "ref_statsectoren",
            "meetmoment": null,
            "schooljaar_kolom": null,
            "sleutel": ["statsector", "geldig_van"],
            "velden": [
                {
                    "naam": "statsector",
                    "kolom": "statsector",
                    "type": "statsector",
                    "data_type": "varchar",
                    "verplicht": true
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
                    "naam": "deelgemeente_code",
                    "kolom": "deelgemeente_code",
                    "type": "code",
                    "data_type": "varchar",
                    "verplicht": true
                },
                {
                    "naam": "deelgemeente_naam",
                    "kolom": "deelgemeente_naam",
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
        {
            "code": "deelgemeente",
            "naam": "Deelgemeente",
            "ouder": "stad",
            "gebruik": "gebied"
        },
        {"code": "wijk", "naam": "Wijk", "ouder": "deelgemeente", "gebruik": "gebied"},
        {
            "code": "statsector",
            "naam": "Statistische sector",
            "ouder": "wijk",
            "gebruik": "intern"
        }
    ],
    "producten": [
        {
            "code": "monitor",
            "naam": "Gentse onderwijsmonitor",
            "uitgaven": [
                {
                    "publiek": "publiek",
                    "niveaus": ["populatie", "stad", "deelgemeente", "wijk"],
                    "voorwaarden": ["geen_school_herkenbaar", "geen_schoolnaam", "bron_vermeld"]
                },
                {
                    "publiek": "data_informatie",
                    "niveaus": ["populatie", "stad", "deelgemeente", "wijk"],
                    "voorwaarden": ["geen_school_herkenbaar", "bron_vermeld"]
                },
                {
                    "publiek": "onderwijscentrum",
                    "niveaus": ["populatie", "stad", "deelgemeente", "wijk"],
                    "voorwaarden": ["geen_school_herkenbaar", "bron_vermeld"]
                },
                {
                    "publiek": "staf_onderwijs",
                    "niveaus": ["populatie", "stad", "deelgemeente", "wijk"],
                    "voorwaarden": ["geen_school_herkenbaar", "bron_vermeld"]
                }
            ]
        },
        {
            "code": "statistisch_onderzoek",
            "naam": "Statistisch onderzoek",
            "uitgaven": [
                {
                    "publiek": "data_informatie",
                    "niveaus": ["populatie", "stad", "deelgemeente", "wijk"],
                    "voorwaarden": ["geen_school_herkenbaar", "bron_vermeld"]
                },
                {
                    "publiek": "onderwijscentrum",
                    "niveaus": ["populatie", "stad", "deelgemeente", "wijk"],
                    "voorwaarden": ["geen_school_herkenbaar", "bron_vermeld"]
                },
                {
                    "publiek": "staf_onderwijs",
                    "niveaus": ["populatie", "stad", "deelgemeente", "wijk"],
                    "voorwaarden": ["geen_school_herkenbaar", "bron_vermeld"]
                }
            ]
        }
    ],
    "vragen": [
        {
            "code": "QG-01",
            "tekst": "Hoe is de kleuterparticipatie vanaf 3 jaar, ook bij wie op meerdere risico-indicatoren aantikt, naar wijk, SES en nationaliteit?",
            "beantwoordbaar": "ja",
            "beperking": "Op 30/06, voor leerlingen van 01/02."
        },
        {
            "code": "QG-02",
            "tekst": "Wie is leerplichtig en wie niet?",
            "beantwoordbaar": "ja",
            "beperking": "Per kalenderjaar: 6 jaar, 5 jaar sinds 2020-2021."
        },
        {
            "code": "QG-03",
            "tekst": "Hoe groot is de schoolse achterstand per groep en gebied?",
            "beantwoordbaar": "ja",
            "beperking": "De geleverde waarde; zonder methodescholen."
        },
        {
            "code": "QG-04",
            "tekst": "Hoeveel leerlingen zijn zittenblijver tegenover het vorige schooljaar?",
            "beantwoordbaar": "ja",
            "beperking": "De reden is niet gekend."
        },
        {
            "code": "QG-05",
            "tekst": "Hoeveel leerlingen veranderden van school tegenover het vorige schooljaar?",
            "beantwoordbaar": "ja",
            "beperking": "Enkel binnen de rij van 01/02."
        },
        {
            "code": "QG-06",
            "tekst": "Hoeveel leerlingen veranderden van studiekeuze?",
            "beantwoordbaar": "ja",
            "beperking": "Enkel binnen de rij van 01/02."
        },
        {
            "code": "QG-07",
            "tekst": "Hoe liggen de afwezigheden (B, Z) in het lager onderwijs naar wijk, SES en nationaliteit?",
            "beantwoordbaar": "ja",
            "beperking": "Reeksbreuk in code Z in 2019-2020."
        },
        {
            "code": "QG-08",
            "tekst": "Hoe liggen de afwezigheden (B, Z, M) in het secundair onderwijs?",
            "beantwoordbaar": "ja",
            "beperking": "Reeksbreuk in code Z in 2019-2020."
        },
        {
            "code": "QG-09",
            "tekst": "Hoe zijn leerlingen verdeeld over onderwijsvormen en studierichtingen, en waar zitten de kansleerlingen?",
            "beantwoordbaar": "ja",
            "beperking": ""
        },
        {
            "code": "QG-10",
            "tekst": "Hoe zijn de leerlingen over het Gentse onderwijs gespreid (capaciteit)?",
            "beantwoordbaar": "ja",
            "beperking": ""
        },
        {
            "code": "QG-11",
            "tekst": "Welke centrumfunctie heeft Gent (wonen buiten en schoollopen in Gent)?",
            "beantwoordbaar": "deels",
            "beperking": "Wie in Gent woont en elders schoolloopt wordt niet geleverd."
        },
        {
            "code": "QG-12",
            "tekst": "Hoeveel leerlingen zitten in OKAN en hoe stromen zij door?",
            "beantwoordbaar": "deels",
            "beperking": "Doorstroom enkel via de administratieve groep van het vorige schooljaar."
        },
        {
            "code": "QG-13",
            "tekst": "Wat is het profiel van leerlingen in het buitengewoon onderwijs (types, opleidingsvormen)?",
            "beantwoordbaar": "ja",
            "beperking": ""
        },
        {
            "code": "QG-14",
            "tekst": "Hoe groot is de groep intra-Europese migratie (IEM)?",
            "beantwoordbaar": "ja",
            "beperking": "Met een gedateerde lijst van nationaliteiten."
        },
        {
            "code": "QG-15",
            "tekst": "Hoeveel vroegtijdige schoolverlaters zijn er en hoe verloopt de overgang naar werk?",
            "beantwoordbaar": "nee",
            "beperking": "Niet geleverd onder dit protocol."
        },
        {
            "code": "QG-16",
            "tekst": "Hoeveel leerlingen volgen duaal leren?",
            "beantwoordbaar": "deels",
            "beperking": "Via administratieve groep en hoofdstructuur."
        },
        {
            "code": "QG-17",
            "tekst": "Hoe verhoudt Gent zich tot Vlaanderen met dezelfde methode?",
            "beantwoordbaar": "ja",
            "beperking": "Naast publieke Vlaamse cijfers gelegd, niet gekoppeld."
        },
        {
            "code": "QG-18",
            "tekst": "Hoe evolueren de cijfers door de tijd?",
            "beantwoordbaar": "ja",
            "beperking": "Herhaalde doorsneden; nooit door codes van jaren te koppelen."
        },
        {
            "code": "QG-19",
            "tekst": "Wie stroomt het volgende schooljaar opnieuw in (01/09)?",
            "beantwoordbaar": "nee",
            "beperking": "Geen veld in de tabel van artikel 3."
        },
        {
            "code": "QG-20",
            "tekst": "Welke studiebewijzen behalen de leerlingen (30/06)?",
            "beantwoordbaar": "nee",
            "beperking": "Geen veld in de tabel van artikel 3."
        },
        {
            "code": "QG-21",
            "tekst": "Welke gevolgen heeft het M-decreet (van gewoon naar buitengewoon onderwijs)?",
            "beantwoordbaar": "deels",
            "beperking": "Enkel tegenover het vorige schooljaar."
        }
    ],
    "niet_geleverd": [
        {
            "onderwerp": "Studiebewijzen",
            "toelichting": "In de tekst vermeld maar zonder rij in de tabel van artikel 3.",
            "vragen": ["QG-20"],
            "artikel": "3, L184"
        },
        {
            "onderwerp": "Opnieuw instromen op 1 september",
            "toelichting": "In de tekst vermeld maar zonder rij in de tabel van artikel 3; jaren worden nooit gekoppeld.",
            "vragen": ["QG-19"],
            "artikel": "3, L184"
        },
        {
            "onderwerp": "Vroegtijdig schoolverlaten en overgang naar de arbeidsmarkt",
            "toelichting": "Geen veld; de rapporten VSV zijn een andere bron.",
            "vragen": ["QG-15"],
            "artikel": "2, L150"
        },
        {
            "onderwerp": "Personeel en lerarentekort",
            "toelichting": "Doeleinde vermeld; geen personeelsgegevens in artikel 3.",
            "vragen": [],
            "artikel": "2, L111-113"
        },
        {
            "onderwerp": "Deeltijds kunstonderwijs",
            "toelichting": "Doeleinde vermeld; geen gegevens in artikel 3.",
            "vragen": [],
            "artikel": "2, L111"
        },
        {
            "onderwerp": "Gentse leerlingen in scholen buiten Gent",
            "toelichting": "De levering gaat over scholen gelegen in Stad Gent.",
            "vragen": ["QG-11"],
            "artikel": "considerans D, L35"
        },
        {
            "onderwerp": "Rondtrekkende bevolking en opname buiten het gezin",
            "toelichting": "Uitgezonderd op beide meetmomenten tot de leveranciers het anders bevestigen.",
            "vragen": [],
            "artikel": "3, L213"
        }
    ],
    "geografie": [
        {"niveau": "wijk", "kolom": "wijk_code"},
        {"niveau": "deelgemeente", "kolom": "district_code"}
    ],
    "feiten": [
        {
            "code": "stand",
            "omschrijving": "leerlingen van Gentse scholen, naar de plaats van de school",
            "plaats": "school",
            "populaties": [{"code": "alle", "conditie": "true"}],
            "zelfde_als": null,
            "deelname": null
        },
        {
            "code": "woonplaats",
            "omschrijving": "leerlingen van Gentse scholen, naar de plaats van de woning",
            "plaats": "woonplaats",
            "populaties": [{"code": "alle", "conditie": "true"}],
            "zelfde_als": null,
            "deelname": null
        },
        {
            "code": "vordering",
            "omschrijving": "leerlingen op 1 februari met de geleverde schoolse vordering, naar woning",
            "plaats": "woonplaats",
            "populaties": [{"code": "alle", "conditie": "true"}],
            "zelfde_als": null,
            "deelname": null
        },
        {
            "code": "verandering",
            "omschrijving": "leerlingen op 1 februari naast hun vorig schooljaar, naar woning",
            "plaats": "woonplaats",
            "populaties": [{"code": "alle", "conditie": "true"}],
            "zelfde_als": null,
            "deelname": null
        },
        {
            "code": "aanwezigheid",
            "omschrijving": "leerlingen op 30 juni die er op 1 februari al waren, naar woning",
            "plaats": "woonplaats",
            "populaties": [{"code": "alle", "conditie": "true"}],
            "zelfde_als": null,
            "deelname": null
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
            "code": "onderwijsniveau",
            "naam": "Onderwijsniveau",
            "kolom": "onderwijsniveau",
            "feiten": [],
            "niveaus": ["populatie", "stad"],
            "publiek_bekend": true,
            "enkel_noemer": false,
            "categorieen": [
                {"code": "kleuter", "label": "Kleuteronderwijs", "aliassen": []},
                {"code": "lager", "label": "Lager onderwijs", "aliassen": []},
                {"code": "secundair", "label": "Secundair onderwijs", "aliassen": []}
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
            "code": "thuistaal",
            "naam": "Taal in het gezin",
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
            "feiten": [],
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
            "code": "kenmerken_klasse",
            "naam": "Aantal aangetikte leerlingenkenmerken",
            "kolom": "kenmerken_klasse",
            "feiten": [],
            "niveaus": ["populatie", "stad"],
            "publiek_bekend": false,
            "enkel_noemer": false,
            "categorieen": [
                {"code": "geen", "label": "Geen", "aliassen": ["0"]},
                {"code": "een", "label": "Eén", "aliassen": ["1"]},
                {"code": "twee_plus", "label": "Twee of meer", "aliassen": ["2_plus"]},
                {"code": "onbekend", "label": "Onbekend", "aliassen": []}
            ]
        },
        {
            "code": "leeftijdsgroep",
            "naam": "Leeftijd op 31 december",
            "kolom": "leeftijdsgroep",
            "feiten": [],
            "niveaus": ["populatie", "stad"],
            "publiek_bekend": false,
            "enkel_noemer": false,
            "categorieen": [
                {"code": "j2_5", "label": "Jonger dan 6 jaar", "aliassen": ["2-5"]},
                {"code": "j6_11", "label": "6 tot 11 jaar", "aliassen": ["6-11"]},
                {"code": "j12_17", "label": "12 tot 17 jaar", "aliassen": ["12-17"]},
                {"code": "j18_plus", "label": "18 jaar of ouder", "aliassen": ["18+"]}
            ]
        },
        {
            "code": "hoofdstructuur",
            "naam": "Hoofdstructuur",
            "kolom": "hoofdstructuur",
            "feiten": [],
            "niveaus": ["populatie", "stad"],
            "publiek_bekend": true,
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
            "code": "woongebied",
            "naam": "Woonplaats",
            "kolom": "woongebied",
            "feiten": ["stand"],
            "niveaus": ["populatie", "stad"],
            "publiek_bekend": false,
            "enkel_noemer": false,
            "categorieen": [
                {"code": "gent", "label": "In Gent", "aliassen": []},
                {"code": "belgie", "label": "Elders in België", "aliassen": []},
                {
                    "code": "andere",
                    "label": "Buitenland of onbekend",
                    "aliassen": ["buitenland", "onbekend"]
                }
            ]
        },
        {
            "code": "graad",
            "naam": "Graad",
            "kolom": "graad",
            "feiten": ["stand"],
            "niveaus": ["populatie", "stad"],
            "publiek_bekend": true,
            "enkel_noemer": false,
            "categorieen": [
                {"code": "graad_1", "label": "1ste graad", "aliassen": ["1"]},
                {"code": "graad_2", "label": "2de graad", "aliassen": ["2"]},
                {"code": "graad_3_4", "label": "3de of 4de graad", "aliassen": ["3", "4"]},
                {"code": "geen", "label": "Geen graad", "aliassen": []}
            ]
        },
        {
            "code": "onderwijsvorm",
            "naam": "Onderwijsvorm",
            "kolom": "onderwijsvorm",
            "feiten": ["stand"],
            "niveaus": ["populatie", "stad"],
            "publiek_bekend": true,
            "enkel_noemer": false,
            "categorieen": [
                {"code": "aso", "label": "aso", "aliassen": []},
                {"code": "tso_kso", "label": "tso en kso", "aliassen": ["tso", "kso"]},
                {"code": "bso", "label": "bso", "aliassen": []},
                {
                    "code": "geen",
                    "label": "Geen of andere",
                    "aliassen": ["gso", "hbo", "geen"]
                }
            ]
        },
        {
            "code": "type_buitengewoon",
            "naam": "Type buitengewoon onderwijs",
            "kolom": "type_buitengewoon",
            "feiten": ["stand"],
            "niveaus": ["populatie", "stad"],
            "publiek_bekend": false,
            "enkel_noemer": false,
            "categorieen": [
                {
                    "code": "ba",
                    "label": "Type basisaanbod (en 1 en 8)",
                    "aliassen": ["BA", "1", "8"]
                },
                {"code": "t2", "label": "Type 2", "aliassen": ["2"]},
                {"code": "t3", "label": "Type 3", "aliassen": ["3"]},
                {"code": "t9", "label": "Type 9", "aliassen": ["9"]},
                {
                    "code": "andere",
                    "label": "Andere types",
                    "aliassen": ["4", "5", "6", "7", "geen"]
                }
            ]
        },
        {
            "code": "opleidingsvorm",
            "naam": "Opleidingsvorm",
            "kolom": "opleidingsvorm",
            "feiten": ["stand"],
            "niveaus": ["populatie", "stad"],
            "publiek_bekend": false,
            "enkel_noemer": false,
            "categorieen": [
                {"code": "ov1", "label": "Opleidingsvorm 1", "aliassen": ["1"]},
                {"code": "ov2", "label": "Opleidingsvorm 2", "aliassen": ["2"]},
                {"code": "ov3", "label": "Opleidingsvorm 3", "aliassen": ["3"]},
                {"code": "ov4", "label": "Opleidingsvorm 4", "aliassen": ["4"]},
                {"code": "geen", "label": "Geen (basisonderwijs)", "aliassen": []}
            ]
        },
        {
            "code": "kleuterleeftijd",
            "naam": "Leeftijd van de kleuter",
            "kolom": "kleuterleeftijd",
            "feiten": ["aanwezigheid"],
            "niveaus": ["populatie", "stad"],
            "publiek_bekend": false,
            "enkel_noemer": false,
            "categorieen": [
                {"code": "j3", "label": "3 jaar", "aliassen": ["tot_3"]},
                {"code": "j4", "label": "4 jaar", "aliassen": ["4"]},
                {"code": "j5", "label": "5 jaar", "aliassen": ["vanaf_5"]}
            ]
        }
    ],
    "indicatoren": [
        {
            "code": "leerlingen_school",
            "naam": "Leerlingen naar plaats van de school",
            "familie": "spreiding",
            "feit": "stand",
            "populatie": "alle",
            "noemer": "true",
            "teller": null,
            "klassen": null,
            "overigen": null,
            "eenheid": "aantal",
            "gevoelig": false,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": [
                "geslacht",
                "onderwijsniveau",
                "hoofdstructuur",
                "leeftijdsgroep",
                "nationaliteitsgroep",
                "kenmerken_klasse",
                "woongebied",
                "graad",
                "onderwijsvorm"
            ],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "deelgemeente", "wijk"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QG-10", "QG-17", "QG-18"],
            "definitie": "Aantal leerlingen ingeschreven in een school in Gent, naar de wijk van de vestigingsplaats.",
            "teller_omschrijving": "",
            "noemer_omschrijving": "alle leerlingen van Gentse scholen",
            "beperkingen": "Op 30 juni zonder wie na 1 februari instroomde. Elk jaar is een nieuwe dwarsdoorsnede.",
            "reeksbreuken": [],
            "artikel": "2, L121"
        },
        {
            "code": "leerlingen_woonplaats",
            "naam": "Leerlingen naar plaats van de woning",
            "familie": "spreiding",
            "feit": "woonplaats",
            "populatie": "alle",
            "noemer": "true",
            "teller": null,
            "klassen": null,
            "overigen": null,
            "eenheid": "aantal",
            "gevoelig": false,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": [
                "geslacht",
                "onderwijsniveau",
                "leeftijdsgroep",
                "nationaliteitsgroep",
                "kenmerken_klasse"
            ],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "deelgemeente", "wijk"],
            "eigen_school": null,
            "meetmomenten": ["01/02"],
            "vragen": ["QG-10", "QG-18"],
            "definitie": "Aantal leerlingen van Gentse scholen naar de wijk waar zij wonen.",
            "teller_omschrijving": "",
            "noemer_omschrijving": "alle leerlingen van Gentse scholen",
            "beperkingen": "Wie in Gent woont maar elders school loopt, wordt niet geleverd.",
            "reeksbreuken": [],
            "artikel": "3, L187"
        },
        {
            "code": "woont_buiten_gent",
            "naam": "Woont buiten Gent",
            "familie": "centrumfunctie",
            "feit": "stand",
            "populatie": "alle",
            "noemer": "woongebied != 'onbekend'",
            "teller": "woongebied != 'gent'",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["onderwijsniveau", "hoofdstructuur", "graad", "onderwijsvorm"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "deelgemeente", "wijk"],
            "eigen_school": null,
            "meetmomenten": ["01/02"],
            "vragen": ["QG-11"],
            "definitie": "Aandeel van de leerlingen van Gentse scholen dat niet in Gent woont.",
            "teller_omschrijving": "woonplaats elders in België of in het buitenland",
            "noemer_omschrijving": "leerlingen met een gekende woonplaats",
            "beperkingen": "Wie in Gent woont maar elders school loopt, wordt niet geleverd.",
            "reeksbreuken": [],
            "artikel": "3, L197"
        },
        {
            "code": "woont_in_wijk_van_school",
            "naam": "Woont in de wijk van de school",
            "familie": "capaciteit",
            "feit": "stand",
            "populatie": "alle",
            "noemer": "woongebied = 'gent' and woont_in_wijk is not null",
            "teller": "woont_in_wijk",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["onderwijsniveau"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "deelgemeente", "wijk"],
            "eigen_school": null,
            "meetmomenten": ["01/02"],
            "vragen": ["QG-10"],
            "definitie": "Aandeel van de in Gent wonende leerlingen dat woont in de wijk waar de school ligt.",
            "teller_omschrijving": "wijk van de woning is de wijk van de school",
            "noemer_omschrijving": "leerlingen die in Gent wonen, naar de wijk van de school",
            "beperkingen": "Zegt niets over vrije plaatsen: de capaciteit zelf wordt niet geleverd.",
            "reeksbreuken": [],
            "artikel": "2, L121"
        },
        {
            "code": "school_in_eigen_wijk",
            "naam": "Loopt school in de eigen wijk",
            "familie": "capaciteit",
            "feit": "woonplaats",
            "populatie": "alle",
            "noemer": "in_stad and school_in_wijk is not null",
            "teller": "school_in_wijk",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["onderwijsniveau", "kenmerken_klasse"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "deelgemeente", "wijk"],
            "eigen_school": null,
            "meetmomenten": ["01/02"],
            "vragen": ["QG-10"],
            "definitie": "Aandeel van de in Gent wonende leerlingen dat school loopt in de eigen wijk.",
            "teller_omschrijving": "wijk van de school is de wijk van de woning",
            "noemer_omschrijving": "leerlingen die in Gent wonen, naar de wijk van de woning",
            "beperkingen": "Wie in Gent woont maar elders school loopt, wordt niet geleverd.",
            "reeksbreuken": [],
            "artikel": "3, L187"
        },
        {
            "code": "leerplichtig",
            "naam": "Leerplichtig",
            "familie": "profiel",
            "feit": "woonplaats",
            "populatie": "alle",
            "noemer": "true",
            "teller": "leerplicht = 'ja'",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": [],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "deelgemeente"],
            "eigen_school": null,
            "meetmomenten": ["01/02"],
            "vragen": ["QG-02"],
            "definitie": "Aandeel leerplichtige leerlingen (op het kalenderjaar van geboorte).",
            "teller_omschrijving": "leerplichtig in het schooljaar",
            "noemer_omschrijving": "alle leerlingen van Gentse scholen",
            "beperkingen": "",
            "reeksbreuken": ["2020-2021: leerplicht vanaf 5 jaar"],
            "artikel": "3, L189"
        },
        {
            "code": "niet_belg",
            "naam": "Niet-Belgische nationaliteit",
            "familie": "profiel",
            "feit": "woonplaats",
            "populatie": "alle",
            "noemer": "nationaliteitsgroep != 'onbekend'",
            "teller": "nationaliteitsgroep in ('eu', 'niet_eu')",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["onderwijsniveau", "geslacht"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "deelgemeente", "wijk"],
            "eigen_school": null,
            "meetmomenten": ["01/02"],
            "vragen": ["QG-14"],
            "definitie": "Aandeel leerlingen met een niet-Belgische nationaliteit.",
            "teller_omschrijving": "nationaliteit van een ander land dan België",
            "noemer_omschrijving": "leerlingen met een gekende nationaliteit",
            "beperkingen": "Nationaliteit is geen herkomst.",
            "reeksbreuken": [],
            "artikel": "3, L190"
        },
        {
            "code": "iem",
            "naam": "Intra-Europese migratie",
            "familie": "profiel",
            "feit": "woonplaats",
            "populatie": "alle",
            "noemer": "iem_groep != 'onbekend'",
            "teller": "iem_groep = 'iem'",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["onderwijsniveau", "geslacht"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "deelgemeente"],
            "eigen_school": null,
            "meetmomenten": ["01/02"],
            "vragen": ["QG-14"],
            "definitie": "Aandeel leerlingen met een nationaliteit van de IEM-lijst (toetreding 2004-2013).",
            "teller_omschrijving": "nationaliteit op de gedateerde IEM-lijst",
            "noemer_omschrijving": "leerlingen met een gekende nationaliteit",
            "beperkingen": "De IEM-lijst is een beleidskeuze (seed iem_landen), geen officiële lijst.",
            "reeksbreuken": [],
            "artikel": "3, L190"
        },
        {
            "code": "thuistaal_niet_nederlands",
            "naam": "Taal in het gezin niet Nederlands",
            "familie": "profiel",
            "feit": "woonplaats",
            "populatie": "alle",
            "noemer": "thuistaal != 'onbekend'",
            "teller": "thuistaal = 'niet_nederlands'",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["onderwijsniveau", "geslacht"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "deelgemeente", "wijk"],
            "eigen_school": null,
            "meetmomenten": ["01/02"],
            "vragen": ["QG-01", "QG-13"],
            "definitie": "Aandeel leerlingen waarvan de taal in het gezin niet het Nederlands is.",
            "teller_omschrijving": "kenmerk is aangetikt (niet_nederlands)",
            "noemer_omschrijving": "leerlingen met een gekend kenmerk",
            "beperkingen": "",
            "reeksbreuken": [],
            "artikel": "3, L213"
        },
        {
            "code": "moeder_laag",
            "naam": "Laagopgeleide moeder",
            "familie": "profiel",
            "feit": "woonplaats",
            "populatie": "alle",
            "noemer": "opleiding_moeder != 'onbekend'",
            "teller": "opleiding_moeder = 'laag'",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["onderwijsniveau", "geslacht"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "deelgemeente", "wijk"],
            "eigen_school": null,
            "meetmomenten": ["01/02"],
            "vragen": ["QG-01", "QG-13"],
            "definitie": "Aandeel leerlingen met een moeder zonder diploma secundair onderwijs.",
            "teller_omschrijving": "kenmerk is aangetikt (laag)",
            "noemer_omschrijving": "leerlingen met een gekend kenmerk",
            "beperkingen": "",
            "reeksbreuken": [],
            "artikel": "3, L214"
        },
        {
            "code": "schooltoelage",
            "naam": "Schooltoelage",
            "familie": "profiel",
            "feit": "woonplaats",
            "populatie": "alle",
            "noemer": "schooltoelage != 'onbekend'",
            "teller": "schooltoelage = 'ja'",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["onderwijsniveau", "geslacht"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "deelgemeente", "wijk"],
            "eigen_school": null,
            "meetmomenten": ["01/02"],
            "vragen": ["QG-01", "QG-13"],
            "definitie": "Aandeel leerlingen met een schooltoelage.",
            "teller_omschrijving": "kenmerk is aangetikt (ja)",
            "noemer_omschrijving": "leerlingen met een gekend kenmerk",
            "beperkingen": "",
            "reeksbreuken": ["2019-2020: schooltoeslag (Groeipakket) met ruimere voorwaarden"],
            "artikel": "3, L215"
        },
        {
            "code": "buurt_vertraging",
            "naam": "Buurt met veel schoolse vertraging",
            "familie": "profiel",
            "feit": "woonplaats",
            "populatie": "alle",
            "noemer": "buurt != 'onbekend'",
            "teller": "buurt = 'ja'",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["onderwijsniveau", "geslacht"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "deelgemeente", "wijk"],
            "eigen_school": null,
            "meetmomenten": ["01/02"],
            "vragen": ["QG-01", "QG-13"],
            "definitie": "Aandeel leerlingen uit een buurt met veel schoolse vertraging op 15 jaar.",
            "teller_omschrijving": "kenmerk is aangetikt (ja)",
            "noemer_omschrijving": "leerlingen met een gekend kenmerk",
            "beperkingen": "",
            "reeksbreuken": [],
            "artikel": "3, L218"
        },
        {
            "code": "kenmerken_2_plus",
            "naam": "Twee of meer leerlingenkenmerken",
            "familie": "profiel",
            "feit": "woonplaats",
            "populatie": "alle",
            "noemer": "kenmerken_klasse != 'onbekend'",
            "teller": "kenmerken_klasse = '2_plus'",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["onderwijsniveau", "geslacht", "leeftijdsgroep"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "deelgemeente", "wijk"],
            "eigen_school": null,
            "meetmomenten": ["01/02"],
            "vragen": ["QG-01", "QG-09"],
            "definitie": "Aandeel leerlingen dat op twee of meer van de vier leerlingenkenmerken aantikt.",
            "teller_omschrijving": "minstens twee kenmerken aangetikt",
            "noemer_omschrijving": "leerlingen met vier gekende kenmerken",
            "beperkingen": "Geen OKI: die wordt niet geleverd.",
            "reeksbreuken": ["2019-2020: schooltoeslag (Groeipakket) met ruimere voorwaarden"],
            "artikel": "2, L125"
        },
        {
            "code": "vertraging",
            "naam": "Schoolse vertraging",
            "familie": "vordering",
            "feit": "vordering",
            "populatie": "alle",
            "noemer": "jaren_vertraging is not null",
            "teller": "jaren_vertraging >= 1",
            "klassen": "vordering",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": [
                "geslacht",
                "onderwijsniveau",
                "nationaliteitsgroep",
                "thuistaal",
                "opleiding_moeder",
                "kenmerken_klasse"
            ],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "deelgemeente", "wijk"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QG-03"],
            "definitie": "Aandeel leerlingen met minstens één jaar schoolse vertraging.",
            "teller_omschrijving": "minstens één jaar achter",
            "noemer_omschrijving": "leerlingen met een geleverde schoolse vordering",
            "beperkingen": "Zoals geleverd door het ministerie; methodescholen tellen niet mee. Vertraging is niet altijd zittenblijven.",
            "reeksbreuken": [
                "2019-2020 tot 2025-2026: modernisering van het secundair onderwijs",
                "2025-2026: duaal en zevende jaar binnen 311"
            ],
            "artikel": "3, L194"
        },
        {
            "code": "vertraging_2_plus",
            "naam": "Twee jaar schoolse vertraging of meer",
            "familie": "vordering",
            "feit": "vordering",
            "populatie": "alle",
            "noemer": "jaren_vertraging is not null",
            "teller": "jaren_vertraging >= 2",
            "klassen": "vordering",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["geslacht", "onderwijsniveau"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QG-03"],
            "definitie": "Aandeel leerlingen met minstens twee jaar schoolse vertraging.",
            "teller_omschrijving": "minstens twee jaar achter",
            "noemer_omschrijving": "leerlingen met een geleverde schoolse vordering",
            "beperkingen": "Zoals geleverd door het ministerie; methodescholen tellen niet mee. Vertraging is niet altijd zittenblijven.",
            "reeksbreuken": [
                "2019-2020 tot 2025-2026: modernisering van het secundair onderwijs",
                "2025-2026: duaal en zevende jaar binnen 311"
            ],
            "artikel": "3, L194"
        },
        {
            "code": "voorsprong",
            "naam": "Schoolse voorsprong",
            "familie": "vordering",
            "feit": "vordering",
            "populatie": "alle",
            "noemer": "jaren_vertraging is not null",
            "teller": "jaren_vertraging <= -1",
            "klassen": "vordering",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["geslacht", "onderwijsniveau"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QG-03"],
            "definitie": "Aandeel leerlingen met minstens één jaar voorsprong.",
            "teller_omschrijving": "minstens één jaar voor",
            "noemer_omschrijving": "leerlingen met een geleverde schoolse vordering",
            "beperkingen": "Zoals geleverd door het ministerie; methodescholen tellen niet mee. Vertraging is niet altijd zittenblijven.",
            "reeksbreuken": [
                "2019-2020 tot 2025-2026: modernisering van het secundair onderwijs",
                "2025-2026: duaal en zevende jaar binnen 311"
            ],
            "artikel": "3, L194"
        },
        {
            "code": "zittenblijven",
            "naam": "Zittenblijven",
            "familie": "vordering",
            "feit": "vordering",
            "populatie": "alle",
            "noemer": "zittenblijver is not null",
            "teller": "zittenblijver",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": [
                "geslacht",
                "onderwijsniveau",
                "nationaliteitsgroep",
                "thuistaal",
                "opleiding_moeder",
                "kenmerken_klasse"
            ],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "deelgemeente"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QG-04"],
            "definitie": "Aandeel leerlingen in hetzelfde leerjaar als het vorige schooljaar.",
            "teller_omschrijving": "geleverd als zittenblijver",
            "noemer_omschrijving": "leerlingen voor wie het bepaald is",
            "beperkingen": "Zoals geleverd; enkel tegenover het vorige schooljaar, zonder de reden. Methodescholen tellen niet mee.",
            "reeksbreuken": [
                "2019-2020 tot 2025-2026: modernisering van het secundair onderwijs",
                "2025-2026: duaal en zevende jaar binnen 311"
            ],
            "artikel": "3, L195"
        },
        {
            "code": "schoolverandering",
            "naam": "Andere school dan vorig schooljaar",
            "familie": "verandering",
            "feit": "verandering",
            "populatie": "alle",
            "noemer": "schoolverandering is not null",
            "teller": "schoolverandering",
            "klassen": "school",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["geslacht", "onderwijsniveau", "kenmerken_klasse", "nationaliteitsgroep"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "deelgemeente"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QG-05"],
            "definitie": "Aandeel leerlingen in een andere instelling dan het vorige schooljaar, op hetzelfde onderwijsniveau.",
            "teller_omschrijving": "andere instelling; hernummeringen niet meegerekend",
            "noemer_omschrijving": "leerlingen met een vorige school op hetzelfde niveau",
            "beperkingen": "Vergeleken binnen één geleverde rij; leerlingen worden nooit over schooljaren gevolgd.",
            "reeksbreuken": [],
            "artikel": "3, L207"
        },
        {
            "code": "vestigingsverandering",
            "naam": "Andere vestigingsplaats van dezelfde school",
            "familie": "verandering",
            "feit": "verandering",
            "populatie": "alle",
            "noemer": "schoolverandering is not null",
            "teller": "vestigingsverandering",
            "klassen": "school",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["onderwijsniveau"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QG-05"],
            "definitie": "Aandeel leerlingen in dezelfde instelling maar op een andere vestigingsplaats.",
            "teller_omschrijving": "zelfde instelling, ander volgnummer",
            "noemer_omschrijving": "leerlingen met een vorige school op hetzelfde niveau",
            "beperkingen": "Vergeleken binnen één geleverde rij; leerlingen worden nooit over schooljaren gevolgd.",
            "reeksbreuken": [],
            "artikel": "3, L207"
        },
        {
            "code": "studieverandering",
            "naam": "Andere studierichting dan vorig schooljaar",
            "familie": "verandering",
            "feit": "verandering",
            "populatie": "alle",
            "noemer": "studieverandering is not null",
            "teller": "studieverandering",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["geslacht", "kenmerken_klasse", "nationaliteitsgroep"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "deelgemeente"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QG-06"],
            "definitie": "Aandeel leerlingen in een andere studierichting dan het vorige schooljaar.",
            "teller_omschrijving": "andere studierichting",
            "noemer_omschrijving": "leerlingen met een studierichting in beide schooljaren",
            "beperkingen": "Ook de overgang naar een graad met andere studierichtingen telt mee.",
            "reeksbreuken": [],
            "artikel": "3, L208"
        },
        {
            "code": "studieverandering_met_schoolverandering",
            "naam": "Andere studierichting én andere school",
            "familie": "verandering",
            "feit": "verandering",
            "populatie": "alle",
            "noemer": "studieverandering and schoolverandering is not null",
            "teller": "schoolverandering",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["geslacht", "kenmerken_klasse"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QG-05", "QG-06"],
            "definitie": "Aandeel van wie van studierichting verandert dat ook van school verandert.",
            "teller_omschrijving": "ook een andere instelling",
            "noemer_omschrijving": "leerlingen met een andere studierichting en een gekende vorige school",
            "beperkingen": "Vergeleken binnen één geleverde rij; leerlingen worden nooit over schooljaren gevolgd.",
            "reeksbreuken": [],
            "artikel": "3, L207-208"
        },
        {
            "code": "onderwijsvormverandering",
            "naam": "Andere onderwijsvorm dan vorig schooljaar",
            "familie": "verandering",
            "feit": "verandering",
            "populatie": "alle",
            "noemer": "onderwijsvormverandering is not null",
            "teller": "onderwijsvormverandering",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["geslacht", "kenmerken_klasse"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QG-06"],
            "definitie": "Aandeel leerlingen in een andere onderwijsvorm dan het vorige schooljaar.",
            "teller_omschrijving": "andere onderwijsvorm",
            "noemer_omschrijving": "leerlingen in het secundair met een onderwijsvorm in beide schooljaren",
            "beperkingen": "Vergeleken binnen één geleverde rij; leerlingen worden nooit over schooljaren gevolgd.",
            "reeksbreuken": [],
            "artikel": "3, L202"
        },
        {
            "code": "okan_instroom",
            "naam": "Nieuw in OKAN",
            "familie": "okan",
            "feit": "verandering",
            "populatie": "alle",
            "noemer": "is_okan and (not vj_groep_geleverd or vj_is_okan is not null)",
            "teller": "vj_is_okan is not true",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["geslacht"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QG-12"],
            "definitie": "Aandeel van de OKAN-leerlingen dat het vorige schooljaar niet in OKAN zat.",
            "teller_omschrijving": "vorige groep leeg of geen OKAN",
            "noemer_omschrijving": "OKAN-leerlingen met een gekende of lege vorige groep",
            "beperkingen": "Enkel wie het jaar voordien in het Vlaamse onderwijs zat, heeft een vorige groep (deels).",
            "reeksbreuken": [],
            "artikel": "3, L203"
        },
        {
            "code": "okan_naar_regulier",
            "naam": "Van OKAN naar een andere opleiding",
            "familie": "okan",
            "feit": "verandering",
            "populatie": "alle",
            "noemer": "vj_is_okan",
            "teller": "not is_okan",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["geslacht"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QG-12"],
            "definitie": "Aandeel van wie vorig schooljaar OKAN volgde dat nu een andere opleiding volgt.",
            "teller_omschrijving": "nu niet in OKAN",
            "noemer_omschrijving": "leerlingen met OKAN als vorige groep",
            "beperkingen": "Enkel wie het jaar voordien in het Vlaamse onderwijs zat, heeft een vorige groep (deels).",
            "reeksbreuken": [],
            "artikel": "3, L203"
        },
        {
            "code": "okan_naar_b_stroom",
            "naam": "Van OKAN naar de B-stroom",
            "familie": "okan",
            "feit": "verandering",
            "populatie": "alle",
            "noemer": "vj_is_okan and not is_okan",
            "teller": "opleiding = 'b_stroom'",
            "klassen": "na_okan",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": [],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QG-12"],
            "definitie": "Aandeel van wie na OKAN een andere opleiding volgt in de B-stroom van de eerste graad.",
            "teller_omschrijving": "eerste graad, B-stroom",
            "noemer_omschrijving": "leerlingen met OKAN als vorige groep en nu niet in OKAN",
            "beperkingen": "Enkel wie het jaar voordien in het Vlaamse onderwijs zat, heeft een vorige groep (deels).",
            "reeksbreuken": [],
            "artikel": "3, L203-204"
        },
        {
            "code": "okan_naar_bso",
            "naam": "Van OKAN naar bso of deeltijds",
            "familie": "okan",
            "feit": "verandering",
            "populatie": "alle",
            "noemer": "vj_is_okan and not is_okan",
            "teller": "opleiding = 'bso'",
            "klassen": "na_okan",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": [],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QG-12"],
            "definitie": "Aandeel van wie na OKAN een andere opleiding volgt in bso, deeltijds, duaal of leertijd.",
            "teller_omschrijving": "bso, of hoofdstructuur 312, 313 of 315",
            "noemer_omschrijving": "leerlingen met OKAN als vorige groep en nu niet in OKAN",
            "beperkingen": "Enkel wie het jaar voordien in het Vlaamse onderwijs zat, heeft een vorige groep (deels).",
            "reeksbreuken": [],
            "artikel": "3, L202-203"
        },
        {
            "code": "naar_buitengewoon",
            "naam": "Van gewoon naar buitengewoon onderwijs",
            "familie": "m_decreet",
            "feit": "verandering",
            "populatie": "alle",
            "noemer": "vj_soort = 'gewoon'",
            "teller": "onderwijssoort = 'buitengewoon'",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["geslacht", "onderwijsniveau", "kenmerken_klasse"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QG-21"],
            "definitie": "Aandeel van wie vorig schooljaar gewoon onderwijs volgde dat nu buitengewoon onderwijs volgt.",
            "teller_omschrijving": "nu in het buitengewoon onderwijs",
            "noemer_omschrijving": "leerlingen met een vorige groep in het gewoon onderwijs",
            "beperkingen": "Toont beweging, geen effect van het M-decreet (deels).",
            "reeksbreuken": [],
            "artikel": "2, L100"
        },
        {
            "code": "naar_gewoon",
            "naam": "Van buitengewoon naar gewoon onderwijs",
            "familie": "m_decreet",
            "feit": "verandering",
            "populatie": "alle",
            "noemer": "vj_soort = 'buitengewoon'",
            "teller": "onderwijssoort = 'gewoon'",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["geslacht", "onderwijsniveau"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QG-21"],
            "definitie": "Aandeel van wie vorig schooljaar buitengewoon onderwijs volgde dat nu gewoon onderwijs volgt.",
            "teller_omschrijving": "nu in het gewoon onderwijs",
            "noemer_omschrijving": "leerlingen met een vorige groep in het buitengewoon onderwijs",
            "beperkingen": "Toont beweging, geen effect van het M-decreet (deels).",
            "reeksbreuken": [],
            "artikel": "2, L100"
        },
        {
            "code": "okan_leerlingen",
            "naam": "Leerlingen in OKAN",
            "familie": "okan",
            "feit": "stand",
            "populatie": "alle",
            "noemer": "onderwijsniveau = 'secundair'",
            "teller": "is_okan",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["geslacht", "nationaliteitsgroep"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "deelgemeente"],
            "eigen_school": null,
            "meetmomenten": ["01/02"],
            "vragen": ["QG-12"],
            "definitie": "Aandeel van de leerlingen van het secundair onderwijs dat in OKAN zit.",
            "teller_omschrijving": "onthaaljaar voor anderstalige nieuwkomers",
            "noemer_omschrijving": "leerlingen in het secundair onderwijs",
            "beperkingen": "1 februari is voor OKAN niet vergelijkbaar met 1 oktober.",
            "reeksbreuken": [],
            "artikel": "3, L203"
        },
        {
            "code": "b_stroom",
            "naam": "B-stroom",
            "familie": "aanbod",
            "feit": "stand",
            "populatie": "alle",
            "noemer": "hoofdstructuur = '311' and graad_code = '1' and stroom_code is not null",
            "teller": "stroom_code = 'B'",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["geslacht", "kenmerken_klasse", "nationaliteitsgroep"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "deelgemeente"],
            "eigen_school": null,
            "meetmomenten": ["01/02"],
            "vragen": ["QG-09"],
            "definitie": "Aandeel van de eerste graad dat de B-stroom volgt.",
            "teller_omschrijving": "B-stroom",
            "noemer_omschrijving": "leerlingen in de eerste graad met een gekende stroom",
            "beperkingen": "",
            "reeksbreuken": [
                "2019-2020 tot 2025-2026: modernisering van het secundair onderwijs",
                "2025-2026: duaal en zevende jaar binnen 311"
            ],
            "artikel": "3, L204"
        },
        {
            "code": "vorm_aso",
            "naam": "Algemeen secundair onderwijs (aso)",
            "familie": "aanbod",
            "feit": "stand",
            "populatie": "alle",
            "noemer": "hoofdstructuur = '311' and graad_code in ('2', '3') and not is_okan and onderwijsvorm_code is not null",
            "teller": "onderwijsvorm_code = 'ASO'",
            "klassen": "vorm",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["geslacht", "kenmerken_klasse", "nationaliteitsgroep"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "eigen_school": null,
            "meetmomenten": ["01/02"],
            "vragen": ["QG-09"],
            "definitie": "Aandeel van de tweede en derde graad dat aso volgt.",
            "teller_omschrijving": "aso",
            "noemer_omschrijving": "leerlingen in de tweede of derde graad met een gekende onderwijsvorm",
            "beperkingen": "Studierichtingen apart zijn meestal te klein om te tonen.",
            "reeksbreuken": [
                "2019-2020 tot 2025-2026: modernisering van het secundair onderwijs",
                "2025-2026: duaal en zevende jaar binnen 311"
            ],
            "artikel": "3, L202"
        },
        {
            "code": "vorm_tso_kso",
            "naam": "Technisch of kunstsecundair onderwijs (tso, kso)",
            "familie": "aanbod",
            "feit": "stand",
            "populatie": "alle",
            "noemer": "hoofdstructuur = '311' and graad_code in ('2', '3') and not is_okan and onderwijsvorm_code is not null",
            "teller": "onderwijsvorm_code in ('TSO', 'KSO')",
            "klassen": "vorm",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["geslacht", "kenmerken_klasse", "nationaliteitsgroep"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "eigen_school": null,
            "meetmomenten": ["01/02"],
            "vragen": ["QG-09"],
            "definitie": "Aandeel van de tweede en derde graad dat tso of kso volgt.",
            "teller_omschrijving": "tso of kso",
            "noemer_omschrijving": "leerlingen in de tweede of derde graad met een gekende onderwijsvorm",
            "beperkingen": "Studierichtingen apart zijn meestal te klein om te tonen.",
            "reeksbreuken": [
                "2019-2020 tot 2025-2026: modernisering van het secundair onderwijs",
                "2025-2026: duaal en zevende jaar binnen 311"
            ],
            "artikel": "3, L202"
        },
        {
            "code": "vorm_bso",
            "naam": "Beroepssecundair onderwijs (bso)",
            "familie": "aanbod",
            "feit": "stand",
            "populatie": "alle",
            "noemer": "hoofdstructuur = '311' and graad_code in ('2', '3') and not is_okan and onderwijsvorm_code is not null",
            "teller": "onderwijsvorm_code = 'BSO'",
            "klassen": "vorm",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["geslacht", "kenmerken_klasse", "nationaliteitsgroep"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "eigen_school": null,
            "meetmomenten": ["01/02"],
            "vragen": ["QG-09"],
            "definitie": "Aandeel van de tweede en derde graad dat bso volgt.",
            "teller_omschrijving": "bso",
            "noemer_omschrijving": "leerlingen in de tweede of derde graad met een gekende onderwijsvorm",
            "beperkingen": "Studierichtingen apart zijn meestal te klein om te tonen.",
            "reeksbreuken": [
                "2019-2020 tot 2025-2026: modernisering van het secundair onderwijs",
                "2025-2026: duaal en zevende jaar binnen 311"
            ],
            "artikel": "3, L202"
        },
        {
            "code": "finaliteit_doorstroom",
            "naam": "Doorstroomfinaliteit",
            "familie": "aanbod",
            "feit": "stand",
            "populatie": "alle",
            "noemer": "hoofdstructuur = '311' and graad_code in ('2', '3') and not is_okan and finaliteit_code in ('DO', 'DU', 'A')",
            "teller": "finaliteit_code = 'DO'",
            "klassen": "finaliteit",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["geslacht", "kenmerken_klasse"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "eigen_school": null,
            "meetmomenten": ["01/02"],
            "vragen": ["QG-09"],
            "definitie": "Aandeel van de tweede en derde graad in de doorstroomfinaliteit.",
            "teller_omschrijving": "de doorstroomfinaliteit",
            "noemer_omschrijving": "leerlingen in de tweede of derde graad met een gekende finaliteit",
            "beperkingen": "Uit de gedateerde lijst van administratieve groepen; nooit afgeleid uit de onderwijsvorm.",
            "reeksbreuken": ["2021-2022: tweede graad", "2023-2024: derde graad"],
            "artikel": "3, L204"
        },
        {
            "code": "finaliteit_dubbel",
            "naam": "Dubbele finaliteit",
            "familie": "aanbod",
            "feit": "stand",
            "populatie": "alle",
            "noemer": "hoofdstructuur = '311' and graad_code in ('2', '3') and not is_okan and finaliteit_code in ('DO', 'DU', 'A')",
            "teller": "finaliteit_code = 'DU'",
            "klassen": "finaliteit",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["geslacht", "kenmerken_klasse"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "eigen_school": null,
            "meetmomenten": ["01/02"],
            "vragen": ["QG-09"],
            "definitie": "Aandeel van de tweede en derde graad in de dubbele finaliteit.",
            "teller_omschrijving": "de dubbele finaliteit",
            "noemer_omschrijving": "leerlingen in de tweede of derde graad met een gekende finaliteit",
            "beperkingen": "Uit de gedateerde lijst van administratieve groepen; nooit afgeleid uit de onderwijsvorm.",
            "reeksbreuken": ["2021-2022: tweede graad", "2023-2024: derde graad"],
            "artikel": "3, L204"
        },
        {
            "code": "finaliteit_arbeidsmarkt",
            "naam": "Arbeidsmarktfinaliteit",
            "familie": "aanbod",
            "feit": "stand",
            "populatie": "alle",
            "noemer": "hoofdstructuur = '311' and graad_code in ('2', '3') and not is_okan and finaliteit_code in ('DO', 'DU', 'A')",
            "teller": "finaliteit_code = 'A'",
            "klassen": "finaliteit",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["geslacht", "kenmerken_klasse"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "eigen_school": null,
            "meetmomenten": ["01/02"],
            "vragen": ["QG-09"],
            "definitie": "Aandeel van de tweede en derde graad in de arbeidsmarktfinaliteit.",
            "teller_omschrijving": "de arbeidsmarktfinaliteit",
            "noemer_omschrijving": "leerlingen in de tweede of derde graad met een gekende finaliteit",
            "beperkingen": "Uit de gedateerde lijst van administratieve groepen; nooit afgeleid uit de onderwijsvorm.",
            "reeksbreuken": ["2021-2022: tweede graad", "2023-2024: derde graad"],
            "artikel": "3, L204"
        },
        {
            "code": "buitengewoon",
            "naam": "Buitengewoon onderwijs",
            "familie": "buitengewoon",
            "feit": "stand",
            "populatie": "alle",
            "noemer": "true",
            "teller": "onderwijssoort = 'buitengewoon'",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": false,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["geslacht", "onderwijsniveau", "kenmerken_klasse"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "eigen_school": null,
            "meetmomenten": ["01/02"],
            "vragen": ["QG-13"],
            "definitie": "Aandeel leerlingen in het buitengewoon onderwijs.",
            "teller_omschrijving": "hoofdstructuur 121, 221 of 321",
            "noemer_omschrijving": "alle leerlingen van Gentse scholen",
            "beperkingen": "",
            "reeksbreuken": [],
            "artikel": "3, L209"
        },
        {
            "code": "buitengewoon_leerlingen",
            "naam": "Leerlingen in het buitengewoon onderwijs",
            "familie": "buitengewoon",
            "feit": "stand",
            "populatie": "alle",
            "noemer": "onderwijssoort = 'buitengewoon'",
            "teller": null,
            "klassen": null,
            "overigen": null,
            "eenheid": "aantal",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": [
                "geslacht",
                "type_buitengewoon",
                "opleidingsvorm",
                "kenmerken_klasse",
                "nationaliteitsgroep"
            ],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "eigen_school": null,
            "meetmomenten": ["01/02"],
            "vragen": ["QG-13"],
            "definitie": "Aantal leerlingen in het buitengewoon onderwijs, naar type en opleidingsvorm.",
            "teller_omschrijving": "",
            "noemer_omschrijving": "leerlingen met hoofdstructuur 121, 221 of 321",
            "beperkingen": "Type 5 (ziekenhuisscholen) ontbreekt in de publieke tellingen.",
            "reeksbreuken": [],
            "artikel": "3, L209-210"
        },
        {
            "code": "duaal",
            "naam": "Duaal leren",
            "familie": "aanbod",
            "feit": "stand",
            "populatie": "alle",
            "noemer": "(hoofdstructuur in ('312', '315') or (hoofdstructuur = '311' and graad_code in ('2', '3'))) and is_duaal is not null",
            "teller": "is_duaal",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["geslacht"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "eigen_school": null,
            "meetmomenten": ["01/02"],
            "vragen": ["QG-16"],
            "definitie": "Aandeel leerlingen in een duale opleiding.",
            "teller_omschrijving": "administratieve groep is duaal",
            "noemer_omschrijving": "leerlingen in 312, 315 of de tweede en derde graad van 311 met een gekende groep",
            "beperkingen": "Volgens de lijst van administratieve groepen (deels).",
            "reeksbreuken": ["2025-2026: duaal binnen 311"],
            "artikel": "2, L99"
        },
        {
            "code": "kleuter_voldoende_3_plus",
            "naam": "Kleuters met voldoende aanwezigheid",
            "familie": "aanwezigheid",
            "feit": "aanwezigheid",
            "populatie": "alle",
            "noemer": "voldoende_toeslag is not null and leeftijd between 3 and 5",
            "teller": "voldoende_toeslag",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": [
                "geslacht",
                "nationaliteitsgroep",
                "thuistaal",
                "kenmerken_klasse",
                "kleuterleeftijd"
            ],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "deelgemeente", "wijk"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QG-01"],
            "definitie": "Aandeel kleuters van 3, 4 en 5 jaar dat de gedateerde drempel van halve dagen haalt.",
            "teller_omschrijving": "halve dagen aanwezig minstens de drempel voor de schooltoeslag",
            "noemer_omschrijving": "kleuters van 3, 4 en 5 jaar met geleverde halve dagen",
            "beperkingen": "Enkel leerlingen die ook op 1 februari ingeschreven waren; wie later instroomt, telt niet mee.",
            "reeksbreuken": [
                "2019-2020: alle kleuters telden als aanwezig van maart tot juni 2020",
                "2020-2021: drempel 290 voor vijfjarigen"
            ],
            "artikel": "3, L219"
        },
        {
            "code": "kleuter_voldoende_voor_lager",
            "naam": "Vijfjarigen met voldoende aanwezigheid voor het lager",
            "familie": "aanwezigheid",
            "feit": "aanwezigheid",
            "populatie": "alle",
            "noemer": "voldoende_instap_lager is not null",
            "teller": "voldoende_instap_lager",
            "klassen": null,
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["geslacht", "kenmerken_klasse"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QG-01"],
            "definitie": "Aandeel kleuters van 5 jaar dat de drempel voor de instap in het lager onderwijs haalt.",
            "teller_omschrijving": "halve dagen aanwezig minstens de drempel",
            "noemer_omschrijving": "kleuters van 5 jaar met geleverde halve dagen",
            "beperkingen": "Enkel leerlingen die ook op 1 februari ingeschreven waren; wie later instroomt, telt niet mee. Aanvaarde afwezigheden zijn niet te onderscheiden.",
            "reeksbreuken": [
                "2019-2020: alle kleuters telden als aanwezig van maart tot juni 2020",
                "2020-2021: drempel 290 voor vijfjarigen"
            ],
            "artikel": "3, L219"
        },
        {
            "code": "afwezig_b_5",
            "naam": "Minstens 5 halve dagen problematisch afwezig",
            "familie": "aanwezigheid",
            "feit": "aanwezigheid",
            "populatie": "alle",
            "noemer": "b_bekend",
            "teller": "b_5",
            "klassen": "afwezig_b",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["onderwijsniveau", "kenmerken_klasse"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "deelgemeente"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QG-07", "QG-08"],
            "definitie": "Aandeel leerplichtige leerlingen van het lager en secundair dat minstens 5 halve dagen problematisch afwezig was (code B).",
            "teller_omschrijving": "minstens 5 halve dagen code B",
            "noemer_omschrijving": "leerplichtige leerlingen van het lager en secundair met een geleverde code B",
            "beperkingen": "Enkel leerlingen die ook op 1 februari ingeschreven waren; wie later instroomt, telt niet mee. Geen cijfer voor een schooljaar waarvan de geleverde banden over de drempel lopen.",
            "reeksbreuken": ["2020-2021: gewijzigde telling van het agentschap"],
            "artikel": "3, L222-225"
        },
        {
            "code": "afwezig_b_10",
            "naam": "Minstens 10 halve dagen problematisch afwezig",
            "familie": "aanwezigheid",
            "feit": "aanwezigheid",
            "populatie": "alle",
            "noemer": "b_bekend",
            "teller": "b_10",
            "klassen": "afwezig_b",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": [
                "onderwijsniveau",
                "geslacht",
                "nationaliteitsgroep",
                "thuistaal",
                "kenmerken_klasse"
            ],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "deelgemeente", "wijk"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QG-07", "QG-08"],
            "definitie": "Aandeel leerplichtige leerlingen van het lager en secundair dat minstens 10 halve dagen problematisch afwezig was (code B).",
            "teller_omschrijving": "minstens 10 halve dagen code B",
            "noemer_omschrijving": "leerplichtige leerlingen van het lager en secundair met een geleverde code B",
            "beperkingen": "Enkel leerlingen die ook op 1 februari ingeschreven waren; wie later instroomt, telt niet mee. Geen cijfer voor een schooljaar waarvan de geleverde banden over de drempel lopen.",
            "reeksbreuken": ["2020-2021: gewijzigde telling van het agentschap"],
            "artikel": "3, L222-225"
        },
        {
            "code": "afwezig_b_15",
            "naam": "Minstens 15 halve dagen problematisch afwezig",
            "familie": "aanwezigheid",
            "feit": "aanwezigheid",
            "populatie": "alle",
            "noemer": "b_bekend",
            "teller": "b_15",
            "klassen": "afwezig_b",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["onderwijsniveau", "kenmerken_klasse"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "deelgemeente"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QG-07", "QG-08"],
            "definitie": "Aandeel leerplichtige leerlingen van het lager en secundair dat minstens 15 halve dagen problematisch afwezig was (code B).",
            "teller_omschrijving": "minstens 15 halve dagen code B",
            "noemer_omschrijving": "leerplichtige leerlingen van het lager en secundair met een geleverde code B",
            "beperkingen": "Enkel leerlingen die ook op 1 februari ingeschreven waren; wie later instroomt, telt niet mee. Geen cijfer voor een schooljaar waarvan de geleverde banden over de drempel lopen.",
            "reeksbreuken": ["2020-2021: gewijzigde telling van het agentschap"],
            "artikel": "3, L222-225"
        },
        {
            "code": "afwezig_b_30",
            "naam": "Minstens 30 halve dagen problematisch afwezig",
            "familie": "aanwezigheid",
            "feit": "aanwezigheid",
            "populatie": "alle",
            "noemer": "b_bekend",
            "teller": "b_30",
            "klassen": "afwezig_b",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": [
                "onderwijsniveau",
                "geslacht",
                "nationaliteitsgroep",
                "thuistaal",
                "kenmerken_klasse"
            ],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "deelgemeente"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QG-07", "QG-08"],
            "definitie": "Aandeel leerplichtige leerlingen van het lager en secundair dat minstens 30 halve dagen problematisch afwezig was (code B).",
            "teller_omschrijving": "minstens 30 halve dagen code B",
            "noemer_omschrijving": "leerplichtige leerlingen van het lager en secundair met een geleverde code B",
            "beperkingen": "Enkel leerlingen die ook op 1 februari ingeschreven waren; wie later instroomt, telt niet mee. Geen cijfer voor een schooljaar waarvan de geleverde banden over de drempel lopen.",
            "reeksbreuken": ["2020-2021: gewijzigde telling van het agentschap"],
            "artikel": "3, L222-225"
        },
        {
            "code": "afwezig_z_5",
            "naam": "Minstens 5 halve dagen afwezig wegens ziekte",
            "familie": "aanwezigheid",
            "feit": "aanwezigheid",
            "populatie": "alle",
            "noemer": "z_bekend",
            "teller": "z_5",
            "klassen": "afwezig_z",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["onderwijsniveau", "kenmerken_klasse"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QG-07", "QG-08"],
            "definitie": "Aandeel leerplichtige leerlingen van het lager en secundair dat minstens 5 halve dagen afwezig wegens ziekte was (code Z).",
            "teller_omschrijving": "minstens 5 halve dagen code Z",
            "noemer_omschrijving": "leerplichtige leerlingen van het lager en secundair met een geleverde code Z",
            "beperkingen": "Enkel leerlingen die ook op 1 februari ingeschreven waren; wie later instroomt, telt niet mee. Geen cijfer voor een schooljaar waarvan de geleverde banden over de drempel lopen.",
            "reeksbreuken": ["2019-2020: code Z bevat ook medische attesten"],
            "artikel": "3, L222-225"
        },
        {
            "code": "afwezig_z_10",
            "naam": "Minstens 10 halve dagen afwezig wegens ziekte",
            "familie": "aanwezigheid",
            "feit": "aanwezigheid",
            "populatie": "alle",
            "noemer": "z_bekend",
            "teller": "z_10",
            "klassen": "afwezig_z",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["onderwijsniveau", "kenmerken_klasse"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QG-07", "QG-08"],
            "definitie": "Aandeel leerplichtige leerlingen van het lager en secundair dat minstens 10 halve dagen afwezig wegens ziekte was (code Z).",
            "teller_omschrijving": "minstens 10 halve dagen code Z",
            "noemer_omschrijving": "leerplichtige leerlingen van het lager en secundair met een geleverde code Z",
            "beperkingen": "Enkel leerlingen die ook op 1 februari ingeschreven waren; wie later instroomt, telt niet mee. Geen cijfer voor een schooljaar waarvan de geleverde banden over de drempel lopen.",
            "reeksbreuken": ["2019-2020: code Z bevat ook medische attesten"],
            "artikel": "3, L222-225"
        },
        {
            "code": "afwezig_z_15",
            "naam": "Minstens 15 halve dagen afwezig wegens ziekte",
            "familie": "aanwezigheid",
            "feit": "aanwezigheid",
            "populatie": "alle",
            "noemer": "z_bekend",
            "teller": "z_15",
            "klassen": "afwezig_z",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["onderwijsniveau", "kenmerken_klasse"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QG-07", "QG-08"],
            "definitie": "Aandeel leerplichtige leerlingen van het lager en secundair dat minstens 15 halve dagen afwezig wegens ziekte was (code Z).",
            "teller_omschrijving": "minstens 15 halve dagen code Z",
            "noemer_omschrijving": "leerplichtige leerlingen van het lager en secundair met een geleverde code Z",
            "beperkingen": "Enkel leerlingen die ook op 1 februari ingeschreven waren; wie later instroomt, telt niet mee. Geen cijfer voor een schooljaar waarvan de geleverde banden over de drempel lopen.",
            "reeksbreuken": ["2019-2020: code Z bevat ook medische attesten"],
            "artikel": "3, L222-225"
        },
        {
            "code": "afwezig_z_30",
            "naam": "Minstens 30 halve dagen afwezig wegens ziekte",
            "familie": "aanwezigheid",
            "feit": "aanwezigheid",
            "populatie": "alle",
            "noemer": "z_bekend",
            "teller": "z_30",
            "klassen": "afwezig_z",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["onderwijsniveau", "kenmerken_klasse"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QG-07", "QG-08"],
            "definitie": "Aandeel leerplichtige leerlingen van het lager en secundair dat minstens 30 halve dagen afwezig wegens ziekte was (code Z).",
            "teller_omschrijving": "minstens 30 halve dagen code Z",
            "noemer_omschrijving": "leerplichtige leerlingen van het lager en secundair met een geleverde code Z",
            "beperkingen": "Enkel leerlingen die ook op 1 februari ingeschreven waren; wie later instroomt, telt niet mee. Geen cijfer voor een schooljaar waarvan de geleverde banden over de drempel lopen.",
            "reeksbreuken": ["2019-2020: code Z bevat ook medische attesten"],
            "artikel": "3, L222-225"
        },
        {
            "code": "afwezig_m_5",
            "naam": "Minstens 5 halve dagen afwezig zonder werkplek",
            "familie": "aanwezigheid",
            "feit": "aanwezigheid",
            "populatie": "alle",
            "noemer": "m_bekend",
            "teller": "m_5",
            "klassen": "afwezig_m",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["geslacht"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QG-08"],
            "definitie": "Aandeel leerplichtige leerlingen van het secundair dat minstens 5 halve dagen afwezig zonder werkplek was (code M).",
            "teller_omschrijving": "minstens 5 halve dagen code M",
            "noemer_omschrijving": "leerplichtige leerlingen van het secundair met een geleverde code M",
            "beperkingen": "Enkel leerlingen die ook op 1 februari ingeschreven waren; wie later instroomt, telt niet mee. Geen cijfer voor een schooljaar waarvan de geleverde banden over de drempel lopen.",
            "reeksbreuken": [],
            "artikel": "3, L223-225"
        },
        {
            "code": "afwezig_m_10",
            "naam": "Minstens 10 halve dagen afwezig zonder werkplek",
            "familie": "aanwezigheid",
            "feit": "aanwezigheid",
            "populatie": "alle",
            "noemer": "m_bekend",
            "teller": "m_10",
            "klassen": "afwezig_m",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["geslacht"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QG-08"],
            "definitie": "Aandeel leerplichtige leerlingen van het secundair dat minstens 10 halve dagen afwezig zonder werkplek was (code M).",
            "teller_omschrijving": "minstens 10 halve dagen code M",
            "noemer_omschrijving": "leerplichtige leerlingen van het secundair met een geleverde code M",
            "beperkingen": "Enkel leerlingen die ook op 1 februari ingeschreven waren; wie later instroomt, telt niet mee. Geen cijfer voor een schooljaar waarvan de geleverde banden over de drempel lopen.",
            "reeksbreuken": [],
            "artikel": "3, L223-225"
        },
        {
            "code": "afwezig_m_15",
            "naam": "Minstens 15 halve dagen afwezig zonder werkplek",
            "familie": "aanwezigheid",
            "feit": "aanwezigheid",
            "populatie": "alle",
            "noemer": "m_bekend",
            "teller": "m_15",
            "klassen": "afwezig_m",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["geslacht"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QG-08"],
            "definitie": "Aandeel leerplichtige leerlingen van het secundair dat minstens 15 halve dagen afwezig zonder werkplek was (code M).",
            "teller_omschrijving": "minstens 15 halve dagen code M",
            "noemer_omschrijving": "leerplichtige leerlingen van het secundair met een geleverde code M",
            "beperkingen": "Enkel leerlingen die ook op 1 februari ingeschreven waren; wie later instroomt, telt niet mee. Geen cijfer voor een schooljaar waarvan de geleverde banden over de drempel lopen.",
            "reeksbreuken": [],
            "artikel": "3, L223-225"
        },
        {
            "code": "afwezig_m_30",
            "naam": "Minstens 30 halve dagen afwezig zonder werkplek",
            "familie": "aanwezigheid",
            "feit": "aanwezigheid",
            "populatie": "alle",
            "noemer": "m_bekend",
            "teller": "m_30",
            "klassen": "afwezig_m",
            "overigen": null,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["geslacht"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "eigen_school": null,
            "meetmomenten": [],
            "vragen": ["QG-08"],
            "definitie": "Aandeel leerplichtige leerlingen van het secundair dat minstens 30 halve dagen afwezig zonder werkplek was (code M).",
            "teller_omschrijving": "minstens 30 halve dagen code M",
            "noemer_omschrijving": "leerplichtige leerlingen van het secundair met een geleverde code M",
            "beperkingen": "Enkel leerlingen die ook op 1 februari ingeschreven waren; wie later instroomt, telt niet mee. Geen cijfer voor een schooljaar waarvan de geleverde banden over de drempel lopen.",
            "reeksbreuken": [],
            "artikel": "3, L223-225"
        }
    ],
    "eigen_school": null
}
{% endraw %}{% endset %}
{{ return(fromjson(inhoud)) }}
{% endmacro %}
