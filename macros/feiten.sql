{#- The columns that every Antwerp fact carries (docs/architecture.md, "Facts"): who, where, and the
    characteristics by which figures are broken down. One list, so that no fact can forget one. -#}

{% macro plaatskolommen(rij) -%}
    {%- for kolom in [
        'instellingsnummer', 'vestigingsplaats', 'school_eenheid', 'schoolbestuur_code',
        'wijk_code', 'district_code', 'in_stad'
    ] %}
    {{ rij }}.{{ kolom }}{{ ',' if not loop.last }}
    {%- endfor %}
{%- endmacro %}

{% macro kenmerkkolommen(rij, zonder=[]) -%}
    {%- for kolom in [
        'geslacht', 'nationaliteitsgroep', 'oki_klasse', 'opleiding_moeder', 'schooltoelage',
        'thuistaal', 'leeftijd_instap', 'instapmaand', 'hoofdstructuur', 'locatie'
    ] if kolom not in zonder %}
    {{ rij }}.{{ kolom }}{{ ',' if not loop.last }}
    {%- endfor %}
{%- endmacro %}

{#- The administratieve groep of the fact's enrolment, with its attributes. -#}
{% macro groepkolommen(rij) -%}
    {%- for kolom in [
        'hoofdstructuur_code', 'administratieve_groep_code', 'graad', 'leerjaar', 'onderwijsvorm',
        'finaliteit', 'stroom', 'is_okan', 'is_modulair', 'is_duaal'
    ] %}
    {{ rij }}.{{ kolom }}{{ ',' if not loop.last }}
    {%- endfor %}
{%- endmacro %}
