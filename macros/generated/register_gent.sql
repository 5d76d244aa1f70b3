{#- Generated from protocols/gent.yml by `leerloopbaan protocol generate`: do not edit. -#}
{% macro register_gent() %}
{{ return({
    "stad": "gent",
    "protocolversie": "2020-08-27",
    "registerversie": 1,
    "bronvermelding": "Bron: Agentschap voor Onderwijsdiensten (AGODI) en Departement Onderwijs en Vorming (DOV), verwerking Stad Gent, onder het protocol van 27/08/2020",
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
            "meetmoment": none,
            "schooljaar_kolom": none,
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
            "meetmoment": none,
            "schooljaar_kolom": none,
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
            "meetmoment": none,
            "schooljaar_kolom": none,
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
            "meetmoment": none,
            "schooljaar_kolom": none,
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
            "ouder": none,
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
        {"niveau": "deelgemeente", "kolom": "deelgemeente_code"}
    ],
    "feiten": [
        {
            "code": "leerling",
            "omschrijving": "leerlingen ingeschreven op 1 februari in een school in Gent",
            "plaats": "school",
            "populaties": [{"code": "alle", "conditie": "true"}]
        }
    ],
    "uitsplitsingen": [
        {
            "code": "geslacht",
            "naam": "Geslacht",
            "kolom": "geslacht",
            "feiten": [],
            "niveaus": ["populatie", "stad", "deelgemeente"],
            "publiek_bekend": true,
            "categorieen": [
                {"code": "m", "label": "Man", "aliassen": ["M"]},
                {"code": "v_x", "label": "Vrouw of x", "aliassen": ["V", "X"]}
            ]
        },
        {
            "code": "thuistaal",
            "naam": "Thuistaal",
            "kolom": "thuistaal",
            "feiten": [],
            "niveaus": ["populatie", "stad"],
            "publiek_bekend": false,
            "categorieen": [
                {"code": "niet_nederlands", "label": "Niet Nederlands", "aliassen": []},
                {"code": "nederlands", "label": "Nederlands", "aliassen": []}
            ]
        }
    ],
    "indicatoren": [
        {
            "code": "leerlingen",
            "naam": "Aantal leerlingen",
            "familie": "spreiding",
            "feit": "leerling",
            "populatie": "alle",
            "noemer": "true",
            "teller": none,
            "klassen": none,
            "eenheid": "aantal",
            "gevoelig": false,
            "producten": ["monitor", "statistisch_onderzoek"],
            "uitsplitsingen": ["geslacht", "thuistaal"],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad", "deelgemeente", "wijk"],
            "meetmomenten": ["01/02"],
            "vragen": ["QG-10", "QG-18"],
            "definitie": "Aantal leerlingen ingeschreven op 1 februari in een school in Gent.",
            "teller_omschrijving": "",
            "noemer_omschrijving": "alle leerlingen van 1 februari",
            "beperkingen": "",
            "reeksbreuken": [],
            "artikel": "2, L121"
        },
        {
            "code": "okan_leerlingen",
            "naam": "Aandeel leerlingen in OKAN",
            "familie": "okan",
            "feit": "leerling",
            "populatie": "alle",
            "noemer": "hoofdstructuur_code = '311'",
            "teller": "is_okan",
            "klassen": none,
            "eenheid": "%",
            "gevoelig": true,
            "producten": ["monitor"],
            "uitsplitsingen": [],
            "kruisingen": [],
            "onmogelijk": {},
            "niveaus": ["populatie", "stad"],
            "meetmomenten": ["01/02"],
            "vragen": ["QG-12"],
            "definitie": "Aandeel van de leerlingen in het voltijds gewoon secundair onderwijs dat in OKAN zit op 1 februari.",
            "teller_omschrijving": "leerlingen in een onthaalklas voor anderstalige nieuwkomers",
            "noemer_omschrijving": "leerlingen in het voltijds gewoon secundair onderwijs",
            "beperkingen": "",
            "reeksbreuken": [],
            "artikel": "3, L203"
        }
    ]
}) }}
{% endmacro %}
