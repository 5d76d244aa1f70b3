{#- The columns that every Ghent fact carries (docs/business-rules/gent-leerlingen.md). `plaats` is
    `school` or `woon`: whose wijk and deelgemeente the fact's place is. -#}

{% macro gent_plaatskolommen(rij, plaats) -%}
    {{ rij }}.instellingsnummer,
    {{ rij }}.vestigingsplaats,
    {{ rij }}.school_eenheid,
    {{ rij }}.schoolbestuur_code,
    {{ rij }}.{{ plaats }}_wijk_code as wijk_code,
    {{ rij }}.{{ plaats }}_deelgemeente_code as district_code,
    {{ rij }}.{{ plaats }}_in_stad as in_stad
{%- endmacro %}

{% macro gent_kenmerkkolommen(rij) -%}
    {%- for kolom in [
        'geslacht', 'nationaliteitsgroep', 'iem_groep', 'thuistaal', 'opleiding_moeder',
        'schooltoelage', 'buurt', 'kenmerken_klasse', 'leeftijdsgroep', 'leerplicht',
        'onderwijsniveau', 'onderwijssoort', 'hoofdstructuur', 'woongebied', 'methode'
    ] %}
    {{ rij }}.{{ kolom }}{{ ',' if not loop.last }}
    {%- endfor %}
{%- endmacro %}

{#- Level and kind of education: the first and second digit of the hoofdstructuur. -#}
{% macro onderwijsniveau(hoofdstructuur) -%}
    case left({{ hoofdstructuur }}, 1)
        when '1' then 'kleuter' when '2' then 'lager' when '3' then 'secundair'
    end
{%- endmacro %}

{% macro onderwijssoort(hoofdstructuur) -%}
    case substr({{ hoofdstructuur }}, 2, 1)
        when '1' then 'gewoon' when '2' then 'buitengewoon'
    end
{%- endmacro %}

{#- A count or a band of half days (`12`, `10-14`, `30+`) against a threshold: true, false, or NULL
    when a band straddles it (docs/business-rules/gent-aanwezigheid.md). -#}
{% macro band_laag(waarde) -%}
    try_cast(regexp_extract({{ waarde }}, '^([0-9]+)', 1) as integer)
{%- endmacro %}

{% macro band_hoog(waarde) -%}
    try_cast(regexp_extract({{ waarde }}, '([0-9]+)$', 1) as integer)
{%- endmacro %}

{% macro minstens(laag, hoog, drempel) -%}
    case when {{ laag }} >= {{ drempel }} then true when {{ hoog }} < {{ drempel }} then false end
{%- endmacro %}
